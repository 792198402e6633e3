"""Records over the API: what goes in comes back, and nobody overwrites what they have not seen."""

import pytest

from tests.api.bodies import a_record_body


def test_a_record_comes_back_with_ids_for_itself_its_rounds_and_its_people(api):
    answer = api.call("POST", "records", a_record_body())

    kept = answer.json
    assert answer.status_code == 201
    assert answer.headers["ETag"] == '"1"'
    assert kept["id"]
    assert kept["rounds"][0]["id"]
    assert kept["rounds"][0]["interviewers"][0]["id"]
    assert kept["rounds"][0]["at"] == "2026-11-20T15:00:00-05:00"
    assert kept["rounds"][0]["instructions"] == {
        "text": "Write to Dana.",
        "not_before": "2026-11-23T09:00:00-05:00",
        "do_not_contact": False,
    }


def test_company_and_role_are_enough(api):
    answer = api.call("POST", "records", {"company": "Acme", "role": "Engineer"})

    assert answer.status_code == 201
    assert answer.json["outcome"]["kind"] == "waiting"
    assert answer.json["rounds"] == []


def test_records_are_found_by_their_words_one_page_after_the_other(api):
    for company in ("Acme", "Birch", "Birch Tools"):
        api.call("POST", "records", a_record_body(company=company))

    page = api.call("GET", "records?search=birch&page=2&page_size=1").json

    assert page["total"] == 2
    assert [record["company"] for record in page["items"]] == ["Birch"]


def test_what_was_read_can_be_sent_back(api):
    kept = api.call("POST", "records", a_record_body()).json

    answer = api.call("PUT", f"records/{kept['id']}", {**kept, "role": "Analyst"}, If_Match='"1"')

    assert answer.status_code == 200
    assert answer.json["role"] == "Analyst"
    assert answer.json["rounds"] == kept["rounds"]
    assert answer.headers["ETag"] == '"2"'


def test_T13_of_two_tabs_that_change_a_record_the_second_is_told(api):
    kept = api.call("POST", "records", a_record_body()).json
    api.call("PUT", f"records/{kept['id']}", a_record_body(role="First"), If_Match='"1"')

    answer = api.call("PUT", f"records/{kept['id']}", a_record_body(role="Second"), If_Match='"1"')

    assert answer.status_code == 412
    assert answer.json["code"] == "changed_meanwhile"
    assert api.call("GET", f"records/{kept['id']}").json["role"] == "First"


def test_T13_a_change_without_the_version_that_was_seen_is_refused(api):
    kept = api.call("POST", "records", a_record_body()).json

    answer = api.call("PUT", f"records/{kept['id']}", a_record_body(role="Blind"))

    assert answer.status_code == 428
    assert answer.json["code"] == "version_required"


@pytest.mark.parametrize("if_match", ['"2"', '"x"', "1x", '"-1"', '"1", "2"', 'W/"1"'])
def test_T13_a_version_that_is_not_the_records_is_refused(api, if_match):
    kept = api.call("POST", "records", a_record_body()).json

    answer = api.call("PUT", f"records/{kept['id']}", a_record_body(), If_Match=if_match)

    assert answer.status_code == 412


@pytest.mark.parametrize("if_match", ['"1"', "1", "*"])
def test_T13_the_version_may_be_written_as_clients_write_it(api, if_match):
    kept = api.call("POST", "records", a_record_body()).json

    answer = api.call("PUT", f"records/{kept['id']}", a_record_body(), If_Match=if_match)

    assert answer.status_code == 200


def test_a_deleted_record_is_in_the_trash_and_can_be_restored(api):
    record_id = api.call("POST", "records", a_record_body()).json["id"]

    deleted = api.call("DELETE", f"records/{record_id}")
    gone = api.call("GET", f"records/{record_id}")
    in_trash = api.call("GET", "records?trash=true").json
    restored = api.call("POST", f"records/{record_id}/restore")

    assert (deleted.status_code, deleted.data) == (204, b"")
    assert gone.status_code == 404
    assert [record["id"] for record in in_trash["items"]] == [record_id]
    assert restored.status_code == 200
    assert api.call("GET", f"records/{record_id}").status_code == 200


def test_T13_deleting_what_somebody_changed_meanwhile_is_refused(api):
    record_id = api.call("POST", "records", a_record_body()).json["id"]
    api.call("PUT", f"records/{record_id}", a_record_body(role="Changed"), If_Match='"1"')

    answer = api.call("DELETE", f"records/{record_id}", If_Match='"1"')

    assert answer.status_code == 412


def test_what_was_learnt_about_a_person_is_noted_and_the_rest_stays(api):
    kept = api.call("POST", "records", a_record_body()).json
    dana = kept["rounds"][0]["interviewers"][0]

    answer = api.call(
        "PATCH", f"records/{kept['id']}/interviewers/{dana['id']}", {"talked_about": "the Kafka move"}
    )

    assert answer.status_code == 200
    assert answer.json["rounds"][0]["interviewers"] == [{**dana, "talked_about": "the Kafka move"}]


def test_a_person_is_added_to_an_interview(api):
    kept = api.call("POST", "records", a_record_body()).json
    round_id = kept["rounds"][0]["id"]

    answer = api.call("POST", f"records/{kept['id']}/rounds/{round_id}/interviewers", {"name": "Priya Nair"})

    assert answer.status_code == 201
    assert [i["name"] for i in answer.json["rounds"][0]["interviewers"]] == ["Dana Whitfield", "Priya Nair"]


@pytest.mark.parametrize(
    ("method", "path"),
    [
        ("GET", "records/nobody"),
        ("DELETE", "records/nobody"),
        ("POST", "records/nobody/restore"),
        ("GET", "records/nobody/follow-ups"),
        ("GET", "nowhere"),
    ],
)
def test_what_is_not_there_is_404_in_the_one_envelope(api, method, path):
    answer = api.call(method, path)

    assert answer.status_code == 404
    assert set(answer.json) == {"code", "message", "fields"}


@pytest.mark.parametrize(("path", "allowed"), [("records", "POST"), ("health", "GET"), ("settings", "PUT")])
def test_a_method_that_does_not_fit_is_405_and_says_which_do(api, path, allowed):
    answer = api.call("PATCH", path)

    assert answer.status_code == 405
    assert allowed in answer.headers["Allow"]
    assert answer.json["message"]
