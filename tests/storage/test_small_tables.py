"""Settings, presence log and notices: small tables that survive a restart."""

from dataclasses import replace
from datetime import timedelta

import pytest

from afterword.domain.presence import PresenceEntry
from afterword.domain.settings import Settings
from afterword.storage.errors import StorageError
from afterword.storage.store import open_store
from tests.builders import settings_of


def test_settings_are_the_defaults_until_some_are_saved(store):
    assert store.settings.get() == Settings()
    assert not store.settings.is_saved()

    store.settings.save(settings_of())

    assert store.settings.get() == settings_of()
    assert store.settings.is_saved()


def test_settings_survive_a_restart_and_a_failed_change(folder, clock, monkeypatch):
    with open_store(folder, now=clock) as store:
        store.settings.save(settings_of())
        monkeypatch.setattr("os.replace", _disk_error)
        with pytest.raises(StorageError):
            store.settings.change(lambda old: replace(old, country="DE"))
        monkeypatch.undo()
        assert store.settings.get().country == "US"

    with open_store(folder, now=clock) as store:
        assert store.settings.change(lambda old: replace(old, country="DE")).skills == settings_of().skills
        assert store.settings.get().country == "DE"


def test_W26_the_presence_log_is_kept_in_the_order_of_time(folder, clock):
    later = PresenceEntry(id="", at=clock() + timedelta(hours=1), action="like")
    with open_store(folder, now=clock) as store:
        kept = store.presence.add(later)
        earlier = store.presence.add(replace(later, at=clock(), action="share", about="an article on Kafka"))

    with open_store(folder, now=clock) as store:
        assert store.presence.all() == (earlier, kept)
        store.presence.remove(kept.id)
        assert store.presence.all() == (earlier,)


def _disk_error(*_: object) -> None:
    raise OSError(5, "Input/output error")
