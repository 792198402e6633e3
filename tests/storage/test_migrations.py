"""Data files of every version open, and a copy of the old one is kept."""

from datetime import UTC, datetime
from pathlib import Path

import pytest

from afterword.storage.data_file import SCHEMA, schema_of
from afterword.storage.migrations.from_0_to_1 import from_0_to_1
from afterword.storage.store import open_store

FIXTURES = Path(__file__).parent / "fixtures"


@pytest.mark.parametrize("version", range(SCHEMA + 1))
def test_a_file_of_every_version_opens_with_all_that_is_in_it(folder, clock, version):
    folder.mkdir()
    (folder / "afterword.json").write_bytes((FIXTURES / f"version_{version}.json").read_bytes())

    with open_store(folder, now=clock) as store:
        record = store.records.get("0a4c1f9e4b6d4f4d9a3f5f4c2f1f7a10")
        settings = store.settings.get()

    assert (record.company, record.version) == ("Acme", 3)
    assert record.rounds[0].interviewers[0].name == "Dana Whitfield"
    assert record.replies[0].at == datetime(2026, 11, 21, 9, tzinfo=UTC)
    assert settings.name == "Robin Ellis"


def test_the_file_is_copied_before_it_is_migrated(folder, clock):
    folder.mkdir()
    old = (FIXTURES / "version_0.json").read_bytes()
    (folder / "afterword.json").write_bytes(old)

    open_store(folder, now=clock).close()

    (copy,) = (folder / "backups").glob("before-migration_*.json")
    assert copy.read_bytes() == old


def test_from_0_to_1_puts_documents_under_their_own_ids_and_leaves_the_old_content():
    old = {
        "records": {"7": {"id": "x", "company": "Acme"}, "8": {"company": "Globex"}},
        "settings": {"1": {"name": "Robin"}},
    }

    new = from_0_to_1(old)

    assert new == {
        "tables": {
            "records": {"x": {"id": "x", "company": "Acme"}, "8": {"id": "8", "company": "Globex"}},
            "settings": {"settings": {"name": "Robin"}},
        }
    }
    assert schema_of(old) == 0
    assert "7" in old["records"]
