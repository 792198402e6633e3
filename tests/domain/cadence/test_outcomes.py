"""The windows of X25 that follow an outcome: rejection, offer, other offer, withdrawal, staying in touch."""

from dataclasses import replace
from datetime import date

import pytest

from afterword.domain.cadence import Elsewhere, due_for, due_items, timing_for
from afterword.domain.records import FollowUp, Outcome, Reply
from tests.builders import a_record, a_round, an_interviewer, at, settings_of

BERLIN = "Europe/Berlin"


def minute(moment):
    return moment and moment.isoformat(timespec="minutes")


def window(timing):
    return minute(timing.opens_at), minute(timing.best_at), minute(timing.closes_at)


def a_message(kind, when, **fields):
    entry = FollowUp(id=f"{kind}-{when}", kind=kind, channel="email", state="sent", at=at(when))
    return replace(entry, round_id="round-1", interviewer_id="dana", **fields)


def a_process(*log, **fields):
    """One interview on Tuesday 3 November 2026 15:00 to 16:00 in New York, and its log."""
    zone = fields.pop("zone", "America/New_York")
    meeting = a_round(at=at("2026-11-03T15:00-05:00"), interviewers=(an_interviewer(timezone=zone),))
    return a_record(
        rounds=fields.pop("rounds", (meeting,)),
        follow_ups=tuple(e for e in log if isinstance(e, FollowUp)),
        replies=tuple(e for e in log if isinstance(e, Reply)),
        **fields,
    )


def an_outcome(kind, when, **fields):
    return Outcome(kind, at(when), **fields)


def ask(record, kind, now, playbook, elsewhere=Elsewhere()):  # noqa: B008 - frozen
    return timing_for(record, None, "dana", kind, "email", settings_of(), playbook, at(now), elsewhere)


def due_kinds(record, now, playbook, elsewhere=Elsewhere()):  # noqa: B008 - frozen
    items = due_items(record, settings_of(linkedin_url=""), playbook, at(now), elsewhere)
    return [item.kind for item in items]


# kind | outcome | now | verdict | opens | best | closes | rule
WINDOWS = [
    ("a rejection is answered within 24 hours",
     "rejection_reply", an_outcome("rejected", "2026-11-10T10:00-05:00"), "2026-11-10T10:00-05:00", "open",
     "2026-11-10T10:00-05:00", "2026-11-11T10:00-05:00", "2026-11-17T10:00-05:00", "W20"),
    ("a rejection, seven days later",
     "rejection_reply", an_outcome("rejected", "2026-11-10T10:00-05:00"), "2026-11-17T10:01-05:00", "late",
     "2026-11-10T10:00-05:00", "2026-11-11T10:00-05:00", "2026-11-17T10:00-05:00", "W20"),
    ("a rejection on a Saturday: the window ends on one",
     "rejection_reply", an_outcome("rejected", "2026-11-14T10:00-05:00"), "2026-11-14T10:00-05:00", "open",
     "2026-11-14T10:00-05:00", "2026-11-16T09:00-05:00", "2026-11-21T10:00-05:00", "X2"),
    ("an offer in working hours: thanks at once",
     "offer_thanks", an_outcome("offer", "2026-11-10T10:00-05:00"), "2026-11-10T10:05-05:00", "open",
     "2026-11-10T10:00-05:00", "2026-11-10T10:00-05:00", "2026-11-11T10:00-05:00", "W21"),
    ("an offer before work: thanks at nine of that day",
     "offer_thanks", an_outcome("offer", "2026-11-09T07:00-05:00"), "2026-11-09T08:00-05:00", "open",
     "2026-11-09T07:00-05:00", "2026-11-09T09:00-05:00", "2026-11-10T07:00-05:00", "W21"),
    ("an offer in the evening: thanks on the same day",
     "offer_thanks", an_outcome("offer", "2026-11-09T20:00-05:00"), "2026-11-10T20:01-05:00", "late",
     "2026-11-09T20:00-05:00", "2026-11-09T20:00-05:00", "2026-11-10T20:00-05:00", "W21"),
    ("an offer on Friday evening: the next working morning",
     "offer_thanks", an_outcome("offer", "2026-11-13T20:00-05:00"), "2026-11-15T10:00-05:00", "open",
     "2026-11-13T20:00-05:00", "2026-11-16T09:00-05:00", "2026-11-16T12:00-05:00", "X2"),
    ("asking for the details goes with the thanks",
     "offer_ask_details", an_outcome("offer", "2026-11-10T10:00-05:00"), "2026-11-11T10:01-05:00", "late",
     "2026-11-10T10:00-05:00", "2026-11-10T10:00-05:00", "2026-11-11T10:00-05:00", "W21"),
    ("more time until the day before the deadline",
     "offer_more_time", an_outcome("offer", "2026-11-10T10:00-05:00", decide_by=date(2026, 11, 20)),
     "2026-11-19T23:59-05:00", "open",
     "2026-11-10T10:00-05:00", "2026-11-11T10:00-05:00", "2026-11-19T23:59-05:00", "W22"),
    ("more time before a deadline of the hour",
     "offer_more_time", an_outcome("offer", "2026-11-10T10:00-05:00", decide_by=at("2026-11-20T17:00-05:00")),
     "2026-11-19T17:01-05:00", "late",
     "2026-11-10T10:00-05:00", "2026-11-11T10:00-05:00", "2026-11-19T17:00-05:00", "W22"),
    ("more time without a deadline",
     "offer_more_time", an_outcome("offer", "2026-11-10T10:00-05:00"), "2026-11-30T10:00-05:00", "open",
     "2026-11-10T10:00-05:00", "2026-11-11T10:00-05:00", None, "W22"),
    ("more time where the deadline is tomorrow",
     "offer_more_time", an_outcome("offer", "2026-11-10T10:00-05:00", decide_by=date(2026, 11, 11)),
     "2026-11-10T12:00-05:00", "open",
     "2026-11-10T10:00-05:00", "2026-11-10T23:59-05:00", "2026-11-10T23:59-05:00", "W22"),
    ("accept by the day before, until the end of the day",
     "offer_accept", an_outcome("accepted", "2026-11-10T10:00-05:00", decide_by=date(2026, 11, 20)),
     "2026-11-20T23:59-05:00", "open",
     "2026-11-10T10:00-05:00", "2026-11-19T09:00-05:00", "2026-11-20T23:59-05:00", "W23"),
    ("accept late",
     "offer_accept", an_outcome("accepted", "2026-11-10T10:00-05:00", decide_by=date(2026, 11, 20)),
     "2026-11-21T00:00-05:00", "late",
     "2026-11-10T10:00-05:00", "2026-11-19T09:00-05:00", "2026-11-20T23:59-05:00", "W23"),
    ("decline while the offer is open",
     "offer_decline", an_outcome("offer", "2026-11-10T10:00-05:00", decide_by=at("2026-11-20T17:00-05:00")),
     "2026-11-20T17:01-05:00", "late",
     "2026-11-10T10:00-05:00", "2026-11-19T09:00-05:00", "2026-11-20T17:00-05:00", "W23"),
    ("decline by Friday where Monday is the deadline",
     "offer_decline", an_outcome("declined", "2026-11-10T10:00-05:00", decide_by=date(2026, 11, 16)),
     "2026-11-12T10:00-05:00", "open",
     "2026-11-10T10:00-05:00", "2026-11-13T09:00-05:00", "2026-11-16T23:59-05:00", "W23"),
    ("withdrawn by the user's own decision",
     "withdrawal", an_outcome("withdrawn", "2026-11-09T10:00-05:00"), "2026-11-10T10:00-05:00", "open",
     "2026-11-09T10:00-05:00", "2026-11-10T10:00-05:00", "2026-11-11T10:00-05:00", "X12"),
    ("stay in touch after a rejection",
     "stay_in_touch", an_outcome("rejected", "2026-11-10T10:00-05:00"), "2027-01-09T09:59-05:00", "too_soon",
     "2027-01-09T10:00-05:00", "2027-01-24T10:00-05:00", "2027-03-10T10:00-05:00", "X25"),
    ("stay in touch keeps the clock time over the change in spring",
     "stay_in_touch", an_outcome("moved_on", "2026-11-17T10:00-05:00"), "2027-01-16T10:00-05:00", "open",
     "2027-01-16T10:00-05:00", "2027-01-31T10:00-05:00", "2027-03-17T10:00-04:00", "X25"),
]  # fmt: skip


@pytest.mark.parametrize("case", [pytest.param(case[1:], id=case[0]) for case in WINDOWS])
def test_X25_W20_W21_W22_W23_X12_windows_after_an_outcome(playbook, case):
    kind, outcome, now, verdict, opens, best, closes, rule = case

    timing = ask(a_process(outcome=outcome), kind, now, playbook)

    assert (timing.verdict, *window(timing)) == (verdict, opens, best, closes)
    assert rule in timing.rules


def test_a_deadline_is_counted_in_the_interviewers_zone(playbook):
    offer = an_outcome("offer", "2026-11-10T10:00+01:00", decide_by=date(2026, 11, 20))

    timing = ask(a_process(outcome=offer, zone=BERLIN), "offer_accept", "2026-11-11T10:00+01:00", playbook)

    assert minute(timing.closes_at) == "2026-11-20T23:59+01:00"
    assert "until Friday 20 November 23:59 (their time)" in timing.reason


@pytest.mark.parametrize(
    ("says", "kind"),
    [("rejection", "rejection_reply"), ("offer", "offer_thanks")],
    ids=["rejection", "offer"],
)
def test_X14_a_reply_is_the_fact_at_its_moment_where_no_outcome_is_noted(playbook, says, kind):
    reply = Reply(id="r", at=at("2026-11-10T10:00-05:00"), says=says)

    timing = ask(a_process(reply), kind, "2026-11-10T11:00-05:00", playbook)

    assert (timing.verdict, minute(timing.opens_at)) == ("open", "2026-11-10T10:00-05:00")


def test_W20_a_rejection_is_answered_instead_of_anything_else(playbook):
    record = a_process(
        a_message("thank_you", "2026-11-04T16:00-05:00"),
        outcome=an_outcome("rejected", "2026-11-10T10:00-05:00"),
    )

    assert due_kinds(record, "2026-11-10T11:00-05:00", playbook) == ["rejection_reply", "stay_in_touch"]


def test_W20_an_answered_rejection_leaves_staying_in_touch(playbook):
    record = a_process(
        a_message("rejection_reply", "2026-11-10T12:00-05:00"),
        outcome=an_outcome("rejected", "2026-11-10T10:00-05:00"),
    )

    assert due_kinds(record, "2026-11-10T13:00-05:00", playbook) == ["stay_in_touch"]
    assert ask(record, "rejection_reply", "2026-11-10T13:00-05:00", playbook).verdict == "stop"


def test_W21_after_the_thanks_the_missing_details_are_asked_for(playbook):
    record = a_process(
        a_message("offer_thanks", "2026-11-10T11:00-05:00"),
        outcome=an_outcome("offer", "2026-11-10T10:00-05:00"),
    )

    due = due_for(record, None, "dana", ("email",), settings_of(), playbook, at("2026-11-10T12:00-05:00"))

    assert due.kind == "offer_ask_details"


def test_W21_with_the_contract_at_hand_no_details_are_asked_for(playbook):
    offer = an_outcome("offer", "2026-11-10T10:00-05:00", contract_received=True)

    kinds = due_kinds(a_process(outcome=offer), "2026-11-10T12:00-05:00", playbook)

    assert kinds == ["offer_thanks", "offer_more_time"]


def test_W22_W23_with_a_deadline_time_yes_and_no_are_offered_until_one_is_sent(playbook):
    offer = an_outcome(
        "offer", "2026-11-10T10:00-05:00", contract_received=True, decide_by=date(2026, 11, 20)
    )
    open_offer = a_process(a_message("offer_thanks", "2026-11-10T11:00-05:00"), outcome=offer)
    answered = a_process(
        a_message("offer_thanks", "2026-11-10T11:00-05:00"),
        a_message("offer_decline", "2026-11-12T11:00-05:00"),
        outcome=offer,
    )

    assert due_kinds(open_offer, "2026-11-12T10:00-05:00", playbook) == [
        "offer_more_time", "offer_accept", "offer_decline",
    ]  # fmt: skip
    assert due_kinds(answered, "2026-11-12T12:00-05:00", playbook) == []


def test_W22_W23_a_click_leaves_more_time_yes_and_no_to_the_user(playbook):
    offer = an_outcome(
        "offer", "2026-11-10T10:00-05:00", contract_received=True, decide_by=date(2026, 11, 20)
    )
    thanked = a_process(a_message("offer_thanks", "2026-11-10T11:00-05:00"), outcome=offer)
    now = at("2026-11-12T10:00-05:00")

    due = due_for(thanked, None, "dana", ("email",), settings_of(), playbook, now)

    assert "yours to decide" in due.advice


@pytest.mark.parametrize(
    ("decision", "kind"), [("accepted", "offer_accept"), ("declined", "offer_decline")], ids=["yes", "no"]
)
def test_W23_a_decision_that_was_noted_is_to_be_said(playbook, decision, kind):
    record = a_process(outcome=an_outcome(decision, "2026-11-12T10:00-05:00"))

    assert due_kinds(record, "2026-11-12T11:00-05:00", playbook)[0] == kind


@pytest.mark.parametrize(
    "kind",
    [
        "offer_thanks",
        "offer_ask_details",
        "offer_more_time",
        "offer_accept",
        "offer_decline",
        "rejection_reply",
    ],
)
def test_a_message_about_what_did_not_happen_is_stopped(playbook, kind):
    timing = ask(a_process(), kind, "2026-11-12T10:00-05:00", playbook)

    assert timing.verdict == "stop"
    assert "is logged" in timing.reason


def an_offer_of_globex(**fields):
    outcome = an_outcome("offer", "2026-11-10T10:00-05:00", **{"decide_by": date(2026, 11, 20), **fields})
    return replace(a_record(), id="globex", company="Globex", outcome=outcome)


def test_X24_another_offer_is_told_once_until_its_own_deadline(playbook):
    elsewhere = Elsewhere.of([an_offer_of_globex()])
    record = a_process(a_message("thank_you", "2026-11-04T16:00-05:00"))

    timing = ask(record, "other_offer", "2026-11-10T11:00-05:00", playbook, elsewhere)

    assert timing.verdict == "open"
    assert window(timing) == ("2026-11-10T10:00-05:00", "2026-11-11T10:00-05:00", "2026-11-20T23:59-05:00")
    assert timing.reason.startswith(
        "Globex waits for your answer until Friday 20 November 23:59; mention it here once"
    )
    assert due_kinds(record, "2026-11-10T11:00-05:00", playbook, elsewhere) == [
        "second_follow_up",
        "other_offer",
    ]


def test_X24_once_told_it_is_not_told_again(playbook):
    record = a_process(a_message("other_offer", "2026-11-11T10:00-05:00"))

    timing = ask(
        record, "other_offer", "2026-11-12T10:00-05:00", playbook, Elsewhere.of([an_offer_of_globex()])
    )

    assert timing.verdict == "stop"
    assert "once is enough" in timing.reason


@pytest.mark.parametrize(
    ("record", "elsewhere", "now"),
    [
        pytest.param(a_process(), Elsewhere(), "2026-11-12T10:00-05:00", id="there is no other offer"),
        pytest.param(a_process(), Elsewhere.of([an_offer_of_globex(decide_by=None)]),
                     "2026-11-12T10:00-05:00", id="it has no deadline"),
        pytest.param(a_process(), Elsewhere.of([an_offer_of_globex()]), "2026-11-21T00:00-05:00",
                     id="its deadline has passed"),
        pytest.param(a_process(outcome=an_outcome("rejected", "2026-11-11T10:00-05:00")),
                     Elsewhere.of([an_offer_of_globex()]), "2026-11-12T10:00-05:00", id="they have decided"),
        pytest.param(a_process(rounds=()), Elsewhere.of([an_offer_of_globex()]), "2026-11-12T10:00-05:00",
                     id="no interview has taken place"),
    ],
)  # fmt: skip
def test_X24_is_not_offered_where(playbook, record, elsewhere, now):
    assert "other_offer" not in due_kinds(record, now, playbook, elsewhere)


def test_X12_an_acceptance_elsewhere_asks_for_a_withdrawal_here_and_nothing_else(playbook):
    globex = replace(
        a_record(), id="globex", company="Globex", outcome=an_outcome("accepted", "2026-11-09T10:00-05:00")
    )
    elsewhere = Elsewhere.of([globex])
    record = a_process(a_message("thank_you", "2026-11-04T16:00-05:00"))

    timing = ask(record, "withdrawal", "2026-11-09T10:00-05:00", playbook, elsewhere)

    assert timing.verdict == "open"
    assert window(timing) == ("2026-11-09T10:00-05:00", "2026-11-10T10:00-05:00", "2026-11-11T10:00-05:00")
    assert timing.reason.startswith("You accepted the offer of Globex Monday 9 November 10:00")
    assert due_kinds(record, "2026-11-09T11:00-05:00", playbook, elsewhere) == ["withdrawal"]


def test_X12_an_offer_left_open_is_withdrawn_from_as_well(playbook):
    globex = replace(
        a_record(), id="globex", company="Globex", outcome=an_outcome("accepted", "2026-11-12T10:00-05:00")
    )
    record = a_process(outcome=an_outcome("offer", "2026-11-10T10:00-05:00"))

    assert due_kinds(record, "2026-11-12T11:00-05:00", playbook, Elsewhere.of([globex])) == ["withdrawal"]


@pytest.mark.parametrize("ended", ["rejected", "declined", "moved_on"])
def test_X12_a_process_that_ended_needs_no_withdrawal(playbook, ended):
    globex = replace(a_record(), id="globex", outcome=an_outcome("accepted", "2026-11-12T10:00-05:00"))
    record = a_process(outcome=an_outcome(ended, "2026-11-10T10:00-05:00"))

    assert "withdrawal" not in due_kinds(record, "2026-11-12T11:00-05:00", playbook, Elsewhere.of([globex]))


def test_X12_a_withdrawal_is_sent_once(playbook):
    record = a_process(
        a_message("withdrawal", "2026-11-12T12:00-05:00"),
        outcome=an_outcome("withdrawn", "2026-11-12T10:00-05:00"),
    )

    assert ask(record, "withdrawal", "2026-11-12T13:00-05:00", playbook).verdict == "stop"
    assert due_kinds(record, "2026-11-12T13:00-05:00", playbook) == ["stay_in_touch"]


def test_a_nicety_whose_window_has_closed_is_not_offered_any_more(playbook):
    record = a_process(
        a_message("rejection_reply", "2026-11-10T12:00-05:00"),
        outcome=an_outcome("rejected", "2026-11-10T10:00-05:00"),
    )

    assert due_kinds(record, "2027-03-10T10:01-05:00", playbook) == []
