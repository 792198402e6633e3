"""Export and import over the API: what goes out comes in again, all or nothing."""

import pytest

from tests.api.bodies import a_record_body


@pytest.fixture
def exported(api):
    api.call("POST", "records", a_record_body(company="Acme"))
    api.call("POST", "records", a_record_body(company="Globex"))
    return api.call("GET", "export").json


def names(api):
    return {record["company"] for record in api.call("GET", "records").json["items"]}


def empty(parts):
    parts.store.delete_everything()


def test_what_was_exported_is_there_again_after_an_import(api, exported, parts):
    before = api.call("GET", "records").json
    empty(parts)

    answer = api.call("POST", "import", exported)

    assert answer.status_code == 200
    assert sorted(answer.json["added"]) == ["Data Engineer at Acme", "Data Engineer at Globex"]
    assert api.call("GET", "records").json == before


def test_a_dry_run_says_what_would_be_done_and_does_nothing(api, exported, parts):
    empty(parts)

    told = api.call("POST", "import?dry_run=true", exported).json

    assert len(told["added"]) == 2
    assert names(api) == set()
    assert api.call("POST", "import", exported).json == told


def test_one_broken_entry_is_named_and_nothing_is_imported(api, exported, parts):
    empty(parts)
    broken = next(iter(exported["tables"]["records"]))
    exported["tables"]["records"][broken]["company"] = 7

    answer = api.call("POST", "import", exported)

    assert answer.status_code == 422
    assert list(answer.json["fields"]) == [f"tables.records.{broken}"]
    assert names(api) == set()


def test_a_document_of_a_newer_afterword_is_refused_as_input(api, exported):
    answer = api.call("POST", "import", exported | {"schema": 99})

    assert answer.status_code == 422
    assert "newer version" in answer.json["message"]


def test_T11_an_import_may_be_larger_than_other_bodies(api, exported, parts):
    empty(parts)
    records = exported["tables"]["records"]
    pattern = next(iter(records.values()))
    for number in range(2_000):
        records[f"r{number}"] = {**pattern, "id": f"r{number}", "company": f"Company {number}"}

    answer = api.call("POST", "import", exported)

    assert answer.status_code == 200
    assert api.call("GET", "records").json["total"] == 2_002


def test_a_token_is_needed_for_both(app, config, calls):
    client = app.test_client()

    statuses = [
        client.get("/api/v1/export", base_url=config.address).status_code,
        client.post("/api/v1/import", json={}, base_url=config.address).status_code,
    ]

    assert statuses == [401, 401]
    assert calls.made == []
