"""LinkedIn: the week's plan and its log, flags, and the notes left this month."""

import re
from datetime import timedelta

import pytest

from afterword.domain.presence import PresenceEntry
from afterword.domain.records import FollowUp
from tests.builders import a_record, at, settings_of

NOW = at("2026-11-21T17:00:00-05:00")


@pytest.fixture
def robin(user):
    user.parts.store.settings.save(settings_of())
    return user


def did(robin, action, *, days_ago=0, about=None):
    robin.parts.store.presence.add(PresenceEntry("", NOW - timedelta(days=days_ago), action, about))


def test_W26_the_week_shows_plan_and_what_is_done_of_it(robin):
    did(robin, "comment", days_ago=1)
    did(robin, "comment", days_ago=9)
    planned = robin.parts.library.playbook.presence.comment_per_week

    page = robin.get("/linkedin/").text

    week = re.search(r'aria-labelledby="week".*?</section>', page, re.DOTALL).group()
    assert f"1 of {planned}" in week


def test_what_was_done_today_is_noted_at_this_moment(robin):
    robin.post("/linkedin/", action="share", about="A talk on stream processing", day="2026-11-21")

    (entry,) = robin.parts.store.presence.all()
    assert (entry.action, entry.about, entry.at) == ("share", "A talk on stream processing", NOW)


def test_an_earlier_day_is_noted_at_noon(robin):
    robin.post("/linkedin/", action="like", about="", day="2026-11-19")

    (entry,) = robin.parts.store.presence.all()
    assert entry.at == at("2026-11-19T12:00:00-05:00")


@pytest.mark.parametrize("day", ["2026-11-22", "1970-01-01", "2026-02-31", ""])
def test_a_day_that_can_not_be_is_refused_at_its_field_and_the_rest_stays(robin, day):
    answer = robin.post("/linkedin/", action="share", about="A talk", day=day)

    assert answer.status_code == 422
    assert 'id="day-error"' in answer.text
    assert 'value="A talk"' in answer.text
    assert robin.parts.store.presence.all() == ()


def test_W27_too_many_posts_and_private_news_are_flagged(robin):
    for _ in range(9):
        did(robin, "share")

    page = robin.get("/linkedin/").text

    assert re.search(r'note-warm">.*You shared 9 posts', page)


def test_X16_notes_left_this_month_are_counted_from_the_log(robin):
    note = FollowUp("f1", "connect", "linkedin_note", "sent", NOW, "round-1", "dana")
    robin.parts.store.records.add(a_record(follow_ups=(note,)))

    assert "4 of 5 left this month" in robin.get("/linkedin/").text


def test_X16_a_paid_account_has_no_limit(robin):
    robin.parts.store.settings.save(settings_of(linkedin_paid=True))

    assert "no monthly limit" in robin.get("/linkedin/").text


def test_an_entry_is_removed_and_one_that_is_gone_is_said_to_be(robin):
    did(robin, "like")
    (entry,) = robin.parts.store.presence.all()

    assert robin.post(f"/linkedin/{entry.id}/remove").status_code == 302
    assert robin.parts.store.presence.all() == ()
    assert robin.post(f"/linkedin/{entry.id}/remove").status_code == 404


def test_a_removed_entry_is_put_back_once(robin):
    did(robin, "like", about="A post")
    (entry,) = robin.parts.store.presence.all()
    page = robin.get(robin.post(f"/linkedin/{entry.id}/remove").headers["Location"]).text
    undo = re.search(r'action="(/linkedin/put-back/\w+)"', page).group(1)

    first, second = robin.post(undo), robin.post(undo)

    assert (first.status_code, second.status_code) == (302, 404)
    assert robin.parts.store.presence.all() == (entry,)


def test_a_long_log_is_paged(robin):
    for n in range(35):
        did(robin, "like", days_ago=n, about=f"Post {n}")

    first, second = (robin.get(f"/linkedin/?page={n}").text for n in (1, 2))

    assert "Post 0<" in first
    assert "Post 34<" not in first
    assert "Post 34<" in second
