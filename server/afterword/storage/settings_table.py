"""The user's details and choices, one document."""

from collections.abc import Callable, Mapping
from typing import Any

from ..domain.settings import Settings
from .codec import from_document, to_document
from .durable import DurableStorage, DurableTable

_ONLY = "settings"


class SettingsTable:
    """The settings, which are the defaults until the user saves some."""

    def __init__(self, table: DurableTable, storage: DurableStorage) -> None:
        self._table = table
        self._storage = storage
        self._made: tuple[Mapping[str, Any], Settings] | None = None

    def get(self) -> Settings:
        """The settings as they are."""
        document = self._table.documents().get(_ONLY)
        if document is None:
            return Settings()
        made = self._made
        if made is None or made[0] is not document:  # pages ask for the zone at every moment they show
            made = self._made = (document, from_document(Settings, document))
        return made[1]

    def is_saved(self) -> bool:
        """Whether the user has saved settings, be they the defaults; false on the first run."""
        return _ONLY in self._table.documents()

    def save(self, settings: Settings) -> Settings:
        """Keep these settings in the place of the old ones."""
        self._table.put({_ONLY: to_document(settings)})
        return settings

    def change(self, change: Callable[[Settings], Settings]) -> Settings:
        """Read, change and write the settings with nobody between."""
        with self._storage.lock:
            return self.save(change(self.get()))
