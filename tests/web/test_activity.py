"""The glass box: names of fields and never a text, what was kept, and clearing it."""

import os

import pytest

from afterword.storage.activity_log import KEPT, LONGEST_FILE, Activity, ActivityLog
from tests.builders import a_record, at, settings_of

CLICK = {
    "surface": "gmail",
    "recipients": [{"name": "Dana Whitfield", "email": "dana@acme.example"}],
    "thread": {"subject": "A very secret subject"},
}


@pytest.fixture
def asked_by_browser(user):
    """Asks the API as a paired browser does."""
    user.parts.store.settings.save(settings_of())
    user.parts.store.records.add(a_record())
    _, token = user.parts.access.create_pairing("Chrome on Linux")

    def ask(path, body):
        with user.app.test_client() as client:
            return client.post(
                f"/api/v1/{path}",
                base_url=user.address,
                json=body,
                headers={"Authorization": f"Bearer {token}"},
                buffered=True,
            )

    return ask


def test_a_click_is_noted_by_the_names_of_its_fields(user, asked_by_browser):
    asked_by_browser("drafts", CLICK)

    (entry,) = user.parts.activity.all()
    assert (entry.what, entry.surface, entry.answer, entry.kept) == ("draft", "gmail", "ready", ())
    assert set(entry.read) == {"surface", "recipients.name", "recipients.email", "thread.subject"}
    page = user.get("/activity/").text
    assert "<code>recipients.email</code>" in page
    assert "secret" not in page


def test_no_text_of_the_page_reaches_the_file(user, asked_by_browser):
    asked_by_browser("drafts", CLICK)

    content = (user.parts.config.data_dir / "activity.jsonl").read_text()

    assert "secret" not in content
    assert "Dana" not in content


def test_what_is_logged_is_told_as_kept(user, asked_by_browser):
    asked_by_browser(
        "records/acme/follow-ups",
        {
            "kind": "thank_you",
            "channel": "email",
            "interviewer_id": "dana",
            "state": "sent",
            "text": "Dear Dana",
        },
    )

    (entry,) = user.parts.activity.all()
    assert entry.what == "follow_up"
    assert "text" in entry.kept


def test_what_was_refused_was_not_read(user, asked_by_browser):
    asked_by_browser("drafts", {"nonsense": "A secret"})

    assert user.parts.activity.all() == ()


def test_a_draft_changes_nothing_in_the_records_file(user, asked_by_browser):
    data_file = user.parts.config.data_dir / "afterword.json"
    before = data_file.read_bytes()

    asked_by_browser("drafts", CLICK)

    assert data_file.read_bytes() == before


def test_cleared_it_is_empty_also_after_a_restart(user, asked_by_browser):
    asked_by_browser("drafts", CLICK)

    user.post("/activity/clear")

    assert "Nothing was read yet" in user.get("/activity/").text
    assert ActivityLog(user.parts.config.data_dir).all() == ()


def test_the_last_five_hundred_are_kept_over_a_restart(tmp_path):
    log = ActivityLog(tmp_path)
    for n in range(KEPT + 3):
        log.add(_entry(f"s{n}"))

    kept = ActivityLog(tmp_path).all()

    assert len(kept) == KEPT
    assert (kept[0].surface, kept[-1].surface) == (f"s{KEPT + 2}", "s3")


@pytest.mark.parametrize("content", [b"", b"{", b"[]", b'{"at": 5}', b"\xff\n5\nnull\n"])
def test_a_damaged_file_is_an_empty_box(tmp_path, content):
    (tmp_path / "activity.jsonl").write_bytes(content)

    assert ActivityLog(tmp_path).all() == ()


def test_a_line_that_a_power_cut_left_half_costs_this_line_only(tmp_path):
    log = ActivityLog(tmp_path)
    log.add(_entry("first"))
    log.add(_entry("second"))
    file = tmp_path / "activity.jsonl"
    file.write_bytes(file.read_bytes()[:-9])

    again = ActivityLog(tmp_path)
    again.add(_entry("third"))

    assert [entry.surface for entry in ActivityLog(tmp_path).all()] == ["third", "first"]


@pytest.mark.skipif(os.name == "nt", reason="Windows has no limit on the size of a process's files")
def test_a_line_that_a_full_disk_cut_short_is_written_whole_with_the_next(tmp_path):
    import resource  # noqa: PLC0415 - Unix only

    log = ActivityLog(tmp_path)
    log.add(_entry("first"))
    file = tmp_path / "activity.jsonl"
    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)

    resource.setrlimit(resource.RLIMIT_FSIZE, (file.stat().st_size + 10, hard))
    try:
        log.add(_entry("second"))
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))
    cut_short = len(file.read_bytes().splitlines()[-1])
    log.add(_entry("third"))

    assert cut_short == 10
    assert [entry.surface for entry in ActivityLog(tmp_path).all()] == ["third", "second", "first"]


def test_a_file_that_was_taken_away_comes_back_with_all_that_is_known(tmp_path):
    log = ActivityLog(tmp_path)
    log.add(_entry("first"))
    (tmp_path / "activity.jsonl").unlink()

    log.add(_entry("second"))
    log.add(_entry("third"))

    assert [entry.surface for entry in ActivityLog(tmp_path).all()] == ["third", "second", "first"]


def test_the_file_does_not_grow_for_ever_and_stays_private(tmp_path):
    log = ActivityLog(tmp_path)
    for n in range(LONGEST_FILE + 2):
        log.add(_entry(f"s{n}"))

    file = tmp_path / "activity.jsonl"

    assert len(file.read_bytes().splitlines()) <= LONGEST_FILE
    assert [e.surface for e in ActivityLog(tmp_path).all()] == [e.surface for e in log.all()]
    assert os.name == "nt" or file.stat().st_mode & 0o777 == 0o600


def _entry(surface):
    return Activity(at("2026-11-21T17:00:00-05:00"), "draft", surface, ("recipients.email",), ())


def test_clearing_leaves_no_file_of_an_earlier_version_either(tmp_path):
    (tmp_path / "activity.json").write_text("{}", "utf-8")

    ActivityLog(tmp_path).clear()

    assert list(tmp_path.iterdir()) == []
