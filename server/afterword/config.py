"""What a start of the server is told, and what holds where nothing is said."""

from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

DEFAULT_PORT = 8756
LOOPBACK = "127.0.0.1"
OWN_TEMPLATES = "templates"  # in the data folder


def default_data_dir() -> Path:
    """The system's place for a user's data."""
    from platformdirs import user_data_path  # noqa: PLC0415 - not needed where a place is named

    return user_data_path("afterword", appauthor=False)


@dataclass(frozen=True, slots=True)
class Config:
    """One start of the server. ``fixed_now`` stops the clock of cadence and drafts only."""

    data_dir: Path
    port: int = DEFAULT_PORT
    fixed_now: datetime | None = None

    @property
    def address(self) -> str:
        """The one address at which the local page and the API answer; also their own Origin."""
        return f"http://{LOOPBACK}:{self.port}"
