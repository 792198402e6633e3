"""Every value of the domain comes back from its JSON document as it was."""

from datetime import UTC, date, datetime, timedelta, timezone
from typing import get_type_hints

import orjson
import pytest
from hypothesis import given
from hypothesis import strategies as st

from afterword.domain.records import Outcome, Record, Reply
from afterword.domain.settings import Settings
from afterword.storage.codec import from_document, to_document
from afterword.storage.errors import StorageError
from tests.builders import a_record

# Offsets of whole minutes, as clocks have them; JSON has no place for half a surrogate pair.
zones = st.integers(-14 * 60, 14 * 60).map(lambda minutes: timezone(timedelta(minutes=minutes)))
moments = st.datetimes(datetime(1970, 1, 1), datetime(2300, 1, 1), timezones=zones)  # noqa: DTZ001  zones are drawn
texts = st.text(st.characters(exclude_categories=["Cs"]))
st.register_type_strategy(datetime, moments)
st.register_type_strategy(str, texts)
records = st.builds(Record)
settings = st.builds(Settings)


def _through_json(value: object) -> object:
    return from_document(type(value), orjson.loads(orjson.dumps(to_document(value))))


@given(records)
def test_a_record_comes_back_as_it_was(record):
    assert _through_json(record) == record


@given(settings)
def test_settings_come_back_as_they_were(value):
    assert _through_json(value) == value


@given(moments)
def test_a_moment_keeps_its_offset(moment):
    back = _through_json(Outcome(at=moment))

    assert back.at.utcoffset() == moment.utcoffset()


def test_the_documents_have_the_shapes_of_the_api():
    document = to_document(
        a_record(replies=(Reply(id="1", at=datetime(2026, 11, 21, tzinfo=UTC), sender="Dana"),))
    )

    assert document["rounds"][0]["at"] == "2026-11-20T15:00:00-05:00"
    assert document["replies"][0]["from"] == "Dana"
    assert isinstance(document["rounds"], list)
    assert document.keys() == get_type_hints(Record).keys()


@pytest.mark.parametrize("decide_by", [date(2026, 12, 1), datetime(2026, 12, 1, 17, tzinfo=UTC), None])
def test_decide_by_is_a_day_or_a_moment_or_nothing(decide_by):
    back = _through_json(Outcome(kind="offer", decide_by=decide_by))

    assert back.decide_by == decide_by
    assert type(back.decide_by) is type(decide_by)


def test_a_document_of_an_older_version_without_newer_fields_is_read_with_their_defaults():
    assert from_document(Settings, {"name": "Robin Ellis"}) == Settings(name="Robin Ellis")


@pytest.mark.parametrize("missing", ["id", "company", "role"])
def test_a_document_without_what_every_record_has_is_refused(missing):
    document = to_document(a_record())
    del document[missing]

    with pytest.raises(StorageError):
        from_document(Record, document)


def test_a_row_of_letters_is_no_row_of_texts():
    with pytest.raises(StorageError):
        from_document(Settings, {"skills": "Kafka"})


def test_what_a_later_version_wrote_besides_is_passed_over():
    assert from_document(Settings, {"name": "Robin Ellis", "shoe_size": 42}) == Settings(name="Robin Ellis")


@pytest.mark.parametrize(
    "wrong",
    [
        {"company": 5},
        {"rounds": None},
        {"outcome": {"kind": "hired"}},
        {"created_at": "2026-11-20T15:00:00"},
        {"informal": "no"},
        {"version": True},
        {"rounds": {"id": "first"}},
        {"rounds": ["first"]},
        {"outcome": []},
        {"outcome": {"kind": "offer", "decide_by": 20261201}},
        {"deleted_at": 5},
    ],
)
def test_a_document_that_does_not_fit_is_refused_and_not_bent(wrong):
    with pytest.raises(StorageError):
        from_document(Record, to_document(a_record()) | wrong)
