"""The data as a whole: backups, restore and import with a preview, export, and deleting everything."""

import io
import json
import re
from dataclasses import replace

import pytest
from playwright.sync_api import expect

from tests.builders import a_record, settings_of


@pytest.fixture
def robin(user):
    user.parts.store.settings.save(settings_of())
    user.parts.store.records.add(a_record())
    return user


def upload(user, content):
    """Choose a file to import."""
    return user.client.post(
        "/settings/data/import",
        base_url=user.address,
        data=user.token | {"file": (io.BytesIO(content), "export.json")},
    )


def test_a_backup_made_now_is_listed_and_leads_to_its_preview(robin):
    robin.post("/settings/data/backup")

    page = robin.get("/settings/data/").text

    assert "made by you" in page
    assert re.search(r'href="/settings/data/restore/by-hand_\d+T\d+Z"', page)


def test_restoring_shows_what_changes_and_can_be_undone(robin):
    name = robin.parts.store.backups.make().name
    robin.parts.store.records.add(a_record(id="late", company="Late Ltd"))
    robin.parts.store.records.change("acme", lambda old: replace(old, role="Head of Data"))

    preview = robin.get(f"/settings/data/restore/{name}").text
    assert re.search(r"Goes away \(1\).*Data Engineer at Late Ltd", preview, re.DOTALL)
    assert re.search(r"Becomes what it was then \(1\).*Data Engineer at Acme", preview, re.DOTALL)
    assert len(robin.parts.store.records.all()) == 2
    robin.post(f"/settings/data/restore/{name}")

    (record,) = robin.parts.store.records.all()
    assert record.role == "Data Engineer"
    assert any(backup.kind == "before-restore" for backup in robin.parts.store.backups.list())


@pytest.mark.parametrize("name", ["gone", "..%2Fafterword", "daily_2026-01-01"])
def test_a_backup_that_is_gone_is_said_to_be(robin, name):
    answer = robin.get(f"/settings/data/restore/{name}")

    assert answer.status_code == 404
    assert "no backup of this name" in answer.text or "nothing at this address" in answer.text


def test_an_export_is_imported_after_a_look_at_it(robin):
    exported = robin.get("/settings/data/export")
    assert "attachment" in exported.headers["Content-Disposition"]
    document = exported.get_json()
    document["tables"]["records"]["acme"]["role"] = "Head of Data"

    preview = upload(robin, json.dumps(document).encode()).text
    assert re.search(r"Replaced \(1\).*Head of Data at Acme", preview, re.DOTALL)
    assert robin.parts.store.records.get("acme").role == "Data Engineer"
    robin.post(re.search(r'action="(/settings/data/import/\w+)"', preview).group(1))

    assert robin.parts.store.records.get("acme").role == "Head of Data"


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (b"", "Choose a file"),
        (b"not json", "not a file that Afterword exported"),
        (b"[]", "not a file that Afterword exported"),
        (b'{"schema": 999, "tables": {}}', "newer version of Afterword"),
        (b'{"schema": 1, "tables": {"records": {"x": {"id": 5}}}}', "tables.records.x"),
    ],
)
def test_a_file_that_is_no_export_is_answered_at_the_field(robin, content, said):
    answer = upload(robin, content)

    assert answer.status_code == 422
    assert said in answer.text
    assert 'aria-describedby="file-help file-error"' in answer.text


def test_a_preview_is_good_once_and_the_last_file_counts(robin):
    document = robin.get("/settings/data/export").data
    first = re.search(r'action="(/settings/data/import/\w+)"', upload(robin, document).text).group(1)
    second = re.search(r'action="(/settings/data/import/\w+)"', upload(robin, document).text).group(1)

    assert robin.post(first).status_code == 422
    assert robin.post(second).status_code == 302
    assert robin.post(second).status_code == 422


@pytest.mark.parametrize("word", ["", "yes", "delet"])
def test_without_the_word_nothing_is_deleted(robin, word):
    answer = robin.post("/settings/data/delete-everything", word=word)

    assert answer.status_code == 422
    assert 'id="word-error"' in answer.text
    assert robin.parts.store.records.all()


def test_with_the_word_nothing_is_left_of_anything(robin):
    folder = robin.parts.config.data_dir
    robin.parts.store.backups.make()
    robin.parts.access.create_pairing("Chrome")
    token = robin.parts.access.create_calendar_token()
    robin.app.test_client().get(f"/calendar.ics?token={token}", base_url=robin.address)
    (folder / "templates").mkdir()
    (folder / "templates" / "playbook.yaml").write_text("mine: 1")

    robin.post("/settings/data/delete-everything", word=" Delete ")

    left = b"".join(path.read_bytes() for path in folder.rglob("*") if path.is_file())
    assert not re.search(rb"Acme|Dana|Robin|mine|Chrome", left)
    assert robin.parts.store.backups.list() == ()
    assert robin.parts.access.pairings() == ()
    assert not robin.parts.access.is_calendar_token(token)


def test_the_calendar_address_is_shown_once_and_revoked(robin):
    page = robin.post("/settings/calendar").text
    address = re.search(r'id="address">(http[^<]+)<', page).group(1)
    program = robin.app.test_client()
    path = address.removeprefix(robin.address)
    assert program.get(path, base_url=robin.address).status_code == 200
    assert address not in robin.get("/settings").text

    robin.post("/settings/calendar/revoke")

    assert program.get(path, base_url=robin.address).status_code == 403


@pytest.mark.browser
def test_long_work_says_what_is_being_done_and_is_asked_for_once(site):
    site.parts.store.settings.save(settings_of())
    page = site.open("/settings/data/")
    asked, said = [], []
    page.on("request", lambda request: asked.append(request.url) if request.method == "POST" else None)
    page.on("console", lambda message: said.append(message.text))
    page.evaluate(
        """() => addEventListener("submit", (event) => {
            if (event.defaultPrevented) return;
            console.log(event.target.querySelector("progress").getAttribute("aria-label"));
            event.target.requestSubmit();
        })"""
    )

    page.get_by_role("button", name="Back up now").click()

    expect(page.get_by_text("Backed up and read back")).to_be_visible()
    assert said == ["Copying and reading back …"]
    assert len(asked) == 1
