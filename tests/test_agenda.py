"""The agenda over all records: a minute's work is kept, but never for a record that changed."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from afterword.agenda import agenda
from afterword.assets import asset_folder
from afterword.domain.drafts import DueItem
from afterword.domain.records import FollowUp
from afterword.storage.store import Store, open_store
from afterword.templates.library import Library
from tests.builders import a_record, at, settings_of

SATURDAY = at("2026-11-21T17:30:00-05:00")


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    """A store with one record of Friday's interview."""
    with open_store(tmp_path / "data", now=lambda: datetime.now(UTC)) as opened:
        opened.records.add(a_record(id="acme"))
        yield opened


@pytest.fixture
def look(store: Store):
    """A look at the agenda at a moment."""
    library = Library(asset_folder("shared_templates"))

    def looked(now: datetime = SATURDAY) -> tuple[DueItem, ...]:
        return agenda(records=store.records, settings=settings_of(), library=library, now=now)

    return looked


def kinds(items: tuple[DueItem, ...]) -> list[str]:
    return [item.kind for item in items]


def test_what_was_sent_is_off_the_agenda_at_the_next_look(store: Store, look):
    assert "thank_you" in kinds(look())
    person = store.records.get("acme").rounds[0].interviewers[0]
    thanks = FollowUp("f1", "thank_you", "email", "sent", SATURDAY, interviewer_id=person.id)

    store.records.change("acme", lambda record: replace(record, follow_ups=(thanks,)))

    assert "thank_you" not in kinds(look())


def test_a_record_in_the_trash_is_off_the_agenda_at_the_next_look(store: Store, look):
    assert look()

    store.records.trash("acme")

    assert not look()


def test_a_later_moment_is_looked_at_anew(look):
    before = look()

    after = look(SATURDAY + timedelta(days=30))

    assert [item.timing for item in before] != [item.timing for item in after]


def test_a_second_look_in_the_same_minute_gives_the_same_items(look):
    before = look()

    after = look(SATURDAY + timedelta(seconds=20))

    assert all(one is other for one, other in zip(before, after, strict=True))
