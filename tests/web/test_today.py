"""Today: its four sections in their order, one next step per line, the week as bars, and a crowded day."""

import re
import time
from datetime import timedelta

import pytest

from afterword.domain.records import FollowUp, Outcome
from tests.builders import a_record, a_round, an_interviewer, at, settings_of

NOW = at("2026-11-21T17:00:00-05:00")  # of the fixtures' clock
THANKED = FollowUp(
    id="f1",
    kind="thank_you",
    channel="email",
    state="sent",
    at=at("2026-11-21T16:30:00-05:00"),
    round_id="round-1",
    interviewer_id="dana",
)


@pytest.fixture
def robin(user):
    user.parts.store.settings.save(settings_of())
    return user


def record_from(name, *, hours_ago, **fields):
    """A record of one interview that began so many hours before now."""
    round_ = a_round(
        id=f"r-{name}",
        at=NOW - timedelta(hours=hours_ago),
        interviewers=(an_interviewer(id=f"i-{name}", name=name.title()),),
    )
    return a_record(**{"id": name, "company": f"{name.title()} Ltd", "rounds": (round_,), **fields})


def section(page, name):
    """The HTML of one section."""
    return re.search(rf'aria-labelledby="group-{name}">.*?</section>', page, re.DOTALL).group()


def nudged(name, *, days_ago, times):
    """A record whose thank-you went out so many days ago, and as many nudges a week apart."""
    record = record_from(name, hours_ago=24 * days_ago + 24)
    kinds = ("thank_you", "second_follow_up")[:times]
    log = tuple(
        FollowUp(
            f"{name}{n}",
            kind,
            "email",
            "sent",
            NOW - timedelta(days=days_ago - 6 * n),
            f"r-{name}",
            f"i-{name}",
        )
        for n, kind in enumerate(kinds)
    )
    return a_record(id=name, company=record.company, rounds=record.rounds, follow_ups=log)


def test_what_is_due_opens_waits_and_is_over_stands_in_that_order(robin):
    for record in (
        nudged("gone", days_ago=40, times=2),
        record_from("old", hours_ago=24 * 20),
        nudged("silent", days_ago=1, times=1),
        record_from("fresh", hours_ago=3),
        record_from("due", hours_ago=26),
    ):
        robin.parts.store.records.add(record)

    page = robin.get("/").text

    headings = re.findall(r'id="group-(\w+)"', page)
    assert headings == ["now", "soon", "waiting", "past"]
    assert "Due Ltd" in section(page, "now")
    assert "Fresh Ltd" in section(page, "soon")
    assert "Silent Ltd" in section(page, "waiting")
    assert ">Log a reply<" in section(page, "waiting")
    assert "Old Ltd" in section(page, "past")


def test_W19_after_two_messages_the_step_is_to_move_on(robin):
    robin.parts.store.records.add(nudged("gone", days_ago=40, times=2))
    assert ">Move on<" in section(robin.get("/").text, "past")

    robin.post("/today/gone/move-on")

    assert robin.parts.store.records.get("gone").outcome.kind == "moved_on"
    assert ">Move on<" not in robin.get("/").text


def test_a_text_that_went_into_the_box_is_marked_sent_with_its_draft(robin):
    inserted = FollowUp(
        "f9",
        "thank_you",
        "email",
        "inserted",
        NOW,
        "round-1",
        "dana",
        draft_id="d1",
        wording=2,
        text="Dear Dana",
    )
    robin.parts.store.records.add(a_record(follow_ups=(inserted,)))
    assert ">Mark sent<" in section(robin.get("/").text, "now")

    robin.post("/today/acme/sent", kind="thank_you", channel="email", interviewer_id="dana", entry_id="f9")

    entry = robin.parts.store.records.get("acme").follow_ups[-1]
    assert (entry.state, entry.draft_id, entry.wording, entry.text) == ("sent", "d1", 2, "Dear Dana")


def test_snoozed_it_is_gone_until_the_morning_asked_for(robin):
    robin.parts.store.records.add(a_record())

    robin.post("/today/acme/snooze", kind="thank_you", days="3")

    (put_off,) = robin.parts.store.records.get("acme").snoozes
    assert put_off.until == at("2026-11-24T09:00:00-05:00")
    assert "Thank-you: Dana" not in robin.get("/").text


def test_what_is_not_needed_is_set_aside_in_the_log(robin):
    robin.parts.store.records.add(a_record())

    robin.post(
        "/today/acme/dismissed", kind="thank_you", channel="email", round_id="round-1", interviewer_id="dana"
    )

    assert robin.parts.store.records.get("acme").follow_ups[0].state == "dismissed"


def test_the_week_has_a_bar_for_each_window_and_says_it_in_words(robin):
    robin.parts.store.records.add(a_record())

    page = robin.get("/").text
    week = re.search(r'aria-labelledby="week".*?</section>', page, re.DOTALL).group()

    assert re.search(r'<rect class="strip-bar strip-open" x="0" y="2" width="\d+"', week)
    assert re.search(r'visually-hidden">.*best <time', week, re.DOTALL)
    assert "Sat 21" in week


@pytest.mark.parametrize("step", ["sent", "dismissed", "snooze"])
def test_a_step_with_a_kind_that_is_none_is_refused(robin, step):
    robin.parts.store.records.add(a_record())

    assert robin.post(f"/today/acme/{step}", kind="nonsense", channel="email", days="1").status_code == 400


def test_a_step_on_a_record_that_is_gone_says_so(robin):
    answer = robin.post("/today/gone/move-on")

    assert answer.status_code == 404
    assert "This record is gone" in answer.text


def test_with_two_thousand_records_each_section_shows_its_beginning_and_pages_the_rest(robin):
    robin.parts.store.records.add_all(record_from(f"p{n}", hours_ago=26) for n in range(2000))

    page = robin.get("/").text

    assert section(page, "now").count("<li>") == 10
    assert "more windows are not drawn" in page
    assert len(page) < 120_000
    second = robin.get("/?section=now&page=2").text
    assert section(second, "now").count("<li>") == 50
    assert "Page 2 of" in second


def test_a_crowded_today_answers_within_seconds(robin):
    robin.parts.store.records.add_all(record_from(f"p{n}", hours_ago=26 + n) for n in range(2000))
    robin.get("/")

    began = time.monotonic()
    robin.get("/")

    assert time.monotonic() - began < 5  # about one on an idle machine


def test_what_opens_in_months_and_waits_for_nobody_is_no_business_of_today(robin):
    rejected = Outcome("rejected", at=NOW - timedelta(days=1))
    answered = FollowUp("f2", "rejection_reply", "email", "sent", NOW, "round-1", "dana")
    robin.parts.store.records.add(a_record(outcome=rejected, follow_ups=(THANKED, answered)))

    assert "Staying in touch" not in robin.get("/").text
