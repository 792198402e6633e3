"""Records held as JSON: the same documents for everybody who looks, and a third of the memory."""

import sys

import orjson
import pytest
from tinydb import TinyDB

from afterword.domain.errors import InvalidInputError
from afterword.storage.compact_document import CompactDocument, encoded
from afterword.storage.store import open_store
from tests.builders import a_record, a_round, an_interviewer

DOCUMENT = {
    "id": "acme",
    "company": "Ümlaut & “Söhne” 🙂",
    "rounds": [{"minutes": 30, "instructions": None}],
    "informal": False,
    "updated_at": "2026-11-21T17:30:00+00:00",
    "deleted_at": None,
    "of a later version": {"kept": [1, 2.5, None]},
}


def test_it_is_the_document_it_was_made_of():
    compact = CompactDocument.of(DOCUMENT)

    assert compact == DOCUMENT
    assert compact.parsed() == dict(compact) == DOCUMENT
    assert (len(compact), "company" in compact, compact["informal"]) == (len(DOCUMENT), True, False)
    assert (compact.updated_at, compact.deleted_at) == (DOCUMENT["updated_at"], None)


def test_what_is_parsed_is_the_callers_own():
    compact = CompactDocument.of(DOCUMENT)

    compact.parsed()["company"] = "Globex"

    assert compact["company"] == DOCUMENT["company"]


def test_it_is_written_as_the_plain_document_is():
    held = {"tables": {"records": {"acme": CompactDocument.of(DOCUMENT), "globex": DOCUMENT}}}

    written = orjson.loads(encoded(held))

    assert written == {"tables": {"records": {"acme": DOCUMENT, "globex": DOCUMENT}}}


def test_half_a_character_is_refused():
    with pytest.raises(InvalidInputError, match="broken character"):
        CompactDocument.of({"company": "\ud800"})


def test_nothing_else_gets_into_the_file():
    with pytest.raises(InvalidInputError):
        encoded({"company": object()})


def test_it_takes_less_than_half_of_what_the_dictionary_takes():
    document = {**DOCUMENT, "rounds": [{"interviewers": [{"name": f"Dana {n}"}]} for n in range(5)]}

    assert _bytes_of(CompactDocument.of(document).json) < _bytes_of(document) / 2


def test_the_file_is_one_that_tinydb_reads_and_that_survives_a_second_start(folder, clock):
    record = a_record(rounds=(a_round(interviewers=(an_interviewer(talked_about="n" * 3_000),)),))
    with open_store(folder, now=clock) as store:
        kept = store.records.add(record)
        store.records.add(a_record(id="globex", company="Globex"))
        store.records.trash("globex")

    with open_store(folder, now=clock) as store:
        store.records.change("acme", lambda r: r)
        seen, trashed, tables = store.records.get("acme"), store.records.trashed(), store.tables()

    in_file = TinyDB(folder / "afterword.json").storage.read()["tables"]["records"]
    assert seen == kept
    assert [r.id for r in trashed] == ["globex"]
    assert tables["records"] == in_file
    assert all(type(document) is dict for document in tables["records"].values())


def _bytes_of(value):
    if isinstance(value, dict):
        return sys.getsizeof(value) + sum(_bytes_of(k) + _bytes_of(v) for k, v in value.items())
    if isinstance(value, list):
        return sys.getsizeof(value) + sum(map(_bytes_of, value))
    return sys.getsizeof(value)
