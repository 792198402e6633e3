"""Taking a part out of a record and putting it back."""

import pytest

from afterword.domain.errors import NotFoundError
from afterword.domain.records import FollowUp, Reply
from afterword.domain.removal import put_back, take_out
from tests.builders import a_record, at

LOGGED = a_record(
    follow_ups=(FollowUp("f", "thank_you", "email", "sent", at("2026-11-21T10:00:00-05:00")),),
    replies=(Reply("p", at("2026-11-22T10:00:00-05:00")),),
)


@pytest.mark.parametrize("part_id", ["round-1", "dana", "f", "p"])
def test_what_is_put_back_is_as_it_was(part_id):
    without, removed = take_out(LOGGED, part_id)

    assert without != LOGGED
    assert put_back(without, removed) == LOGGED
    assert put_back(LOGGED, removed) == LOGGED


def test_what_is_not_there_cant_be_taken():
    with pytest.raises(NotFoundError):
        take_out(LOGGED, "stranger")


def test_a_person_whose_round_went_too_stays_out():
    without_dana, removed = take_out(LOGGED, "dana")
    without_both, _ = take_out(without_dana, "round-1")

    assert put_back(without_both, removed) == without_both
