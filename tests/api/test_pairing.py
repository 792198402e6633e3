"""T4, T8 and T12: an extension asks, the person says yes, the token belongs to it and can be taken back."""

import hashlib
import hmac
from datetime import UTC, datetime, timedelta

import pytest

from afterword.api.pairing import PairingDesk, PairingOverError, TooManyRequestsError
from afterword.domain.errors import NotFoundError

ONE = "chrome-extension://abcdefghijklmnopabcdefghijklmnop"
OTHER = "moz-extension://2c127fa4-62c7-7e4f-90e5-472b45eecfdc"


@pytest.fixture
def ask(app, config):
    """Ask to pair as the extension of an Origin."""

    def asking(origin=ONE, name="Chrome on this laptop"):
        headers = {"Origin": origin} if origin else {}
        return app.test_client().post(
            "/api/v1/pairings", json={"name": name}, base_url=config.address, headers=headers
        )

    return asking


@pytest.fixture
def poll(app, config):
    """Ask how a request stands, as the extension's background does: without an Origin."""

    def polling(pairing_id, secret):
        return app.test_client().get(
            f"/api/v1/pairings/{pairing_id}",
            base_url=config.address,
            headers={"X-Pairing-Secret": secret},
        )

    return polling


def test_T8_an_extension_asks_and_gets_a_token_once_after_the_persons_yes(ask, poll, parts, api):
    asked = ask().json
    waiting = poll(asked["pairing_id"], asked["poll_secret"]).json
    parts.pairing_desk.approve(asked["pairing_id"])
    approved = poll(asked["pairing_id"], asked["poll_secret"]).json
    again = poll(asked["pairing_id"], asked["poll_secret"]).json

    assert (waiting["state"], waiting["token"]) == ("waiting", None)
    assert approved["state"] == "approved"
    assert parts.access.find_pairing(approved["token"]).origin == ONE
    assert (again["state"], again["token"]) == ("approved", None)


def test_T8_both_sides_see_the_same_code_of_six_digits(ask, parts):
    code = ask().json["code"]

    assert [request.code for request in parts.pairing_desk.waiting()] == [code]
    assert code.replace(" ", "").isdigit()
    assert [len(group) for group in code.split(" ")] == [3, 3]


@pytest.mark.parametrize("origin", [None, "https://evil.example", "http://127.0.0.1:8756", "null"])
def test_T8_only_an_extension_may_ask(ask, parts, origin):
    answer = ask(origin)

    assert answer.status_code == 403
    assert parts.pairing_desk.waiting() == ()


def test_T8_the_sixth_request_within_a_minute_is_429_and_the_five_still_wait(ask, parts):
    answers = [ask(name=f"browser {number}") for number in range(6)]

    assert [answer.status_code for answer in answers] == [201] * 5 + [429]
    assert answers[-1].json["code"] == "too_many_requests"
    assert len(parts.pairing_desk.waiting()) == 5


@pytest.mark.parametrize("secret", ["", "wrong"])
def test_T8_without_its_secret_nobody_learns_how_a_request_stands(ask, poll, parts, secret):
    asked = ask().json
    parts.pairing_desk.approve(asked["pairing_id"])

    answer = poll(asked["pairing_id"], secret)

    assert answer.status_code == 404
    assert poll(asked["pairing_id"], asked["poll_secret"]).json["token"]


def test_T8_a_denied_request_gets_no_token(ask, poll, parts):
    asked = ask().json
    parts.pairing_desk.deny(asked["pairing_id"])

    answer = poll(asked["pairing_id"], asked["poll_secret"]).json

    assert (answer["state"], answer["token"]) == ("denied", None)
    assert parts.access.pairings() == ()


def test_T8_the_asker_may_ask_for_more_time(ask, app, config):
    asked = ask().json

    answer = app.test_client().post(
        f"/api/v1/pairings/{asked['pairing_id']}/extension",
        base_url=config.address,
        headers={"Origin": ONE, "X-Pairing-Secret": asked["poll_secret"]},
    )

    assert answer.status_code == 200
    assert answer.json["expires_at"] > asked["expires_at"]


@pytest.fixture
def clock():
    """A clock that a test moves."""
    return [datetime(2026, 11, 22, 12, tzinfo=UTC)]


@pytest.fixture
def desk(clock):
    return PairingDesk(give_token=lambda _name, _origin: "token", now=lambda: clock[0])


def test_T8_a_request_that_nobody_answers_for_five_minutes_expires(desk, clock):
    asked = desk.ask("Chrome", ONE)
    clock[0] += timedelta(minutes=5)

    with pytest.raises(PairingOverError):
        desk.approve(asked.request.id)

    assert desk.waiting() == ()
    assert desk.collect(asked.request.id, asked.poll_secret).state == "expired"


def test_T8_an_extended_request_can_be_approved_after_its_first_five_minutes(desk, clock):
    asked = desk.ask("Chrome", ONE)
    clock[0] += timedelta(minutes=4)
    desk.extend(asked.request.id)
    clock[0] += timedelta(minutes=4)

    approved = desk.approve(asked.request.id)

    assert approved.state == "approved"


def test_T8_a_request_is_not_extended_for_ever(desk, clock):
    asked = desk.ask("Chrome", ONE)
    for _ in range(10):
        clock[0] += timedelta(minutes=4)
        desk.extend(asked.request.id)

    with pytest.raises(PairingOverError):
        desk.extend(asked.request.id)


def test_T8_after_a_minute_one_may_ask_again_and_old_requests_are_forgotten(desk, clock):
    old = desk.ask("Chrome", ONE)
    for _ in range(4):
        desk.ask("Chrome", ONE)
    with pytest.raises(TooManyRequestsError):
        desk.ask("Chrome", ONE)
    clock[0] += timedelta(hours=1)

    desk.ask("Chrome", ONE)

    assert len(desk.waiting()) == 1
    with pytest.raises(NotFoundError):
        desk.collect(old.request.id, old.poll_secret)


def test_T8_an_answered_request_cannot_be_answered_again(desk):
    asked = desk.ask("Chrome", ONE)
    desk.deny(asked.request.id)

    with pytest.raises(PairingOverError):
        desk.approve(asked.request.id)


def test_T4_a_token_belongs_to_the_first_extension_that_uses_it(api):
    first = api.call("GET", "settings", Origin=ONE)
    other = api.call("GET", "settings", Origin=OTHER)
    again = api.call("GET", "settings", Origin=ONE)
    background = api.call("GET", "settings")

    assert (first.status_code, other.status_code) == (200, 403)
    assert other.json["code"] == "other_extension"
    assert (again.status_code, background.status_code) == (200, 200)


def test_T8_a_revoked_token_is_401_at_once(api, parts):
    pairing = api.call("GET", "pairings").json["items"][0]

    revoked = api.call("DELETE", f"pairings/{pairing['id']}")

    assert revoked.status_code == 204
    assert api.call("GET", "settings").status_code == 401
    assert api.call("GET", "settings", Origin=ONE).status_code == 401


def test_T7_the_list_of_pairings_holds_no_token_and_no_hash(api, token, parts):
    api.call("GET", "settings", Origin=ONE)

    answer = api.call("GET", "pairings")

    assert answer.json["items"][0]["origin"] == ONE
    assert token not in answer.text
    assert parts.access.pairings()[0].token_sha256 not in answer.text


def health(app, config, query="", **headers):
    return app.test_client().get(f"/api/v1/health{query}", base_url=config.address, headers=headers)


def test_health_says_who_answers_without_a_token(app, config, parts):
    answer = health(app, config)

    assert answer.json == {
        "status": "ok",
        "product": "afterword",
        "version": answer.headers["X-Afterword-Version"],
        "server_id": parts.access.server_id,
    }
    assert answer.headers["X-Afterword-Server"] == parts.access.server_id


def test_T12_the_server_proves_that_it_knows_the_pairing(app, config, token):
    selector = hashlib.sha256(f"selector:{token}".encode()).hexdigest()[:16]

    proof = health(app, config, f"?nonce=abc&selector={selector}").json["proof"]

    key = hashlib.sha256(token.encode()).digest()
    assert proof == hmac.new(key, b"abc", hashlib.sha256).hexdigest()


def test_T12_there_is_no_proof_for_a_pairing_the_server_does_not_know(app, config):
    answer = health(app, config, "?nonce=abc&selector=0123456789abcdef")

    assert "proof" not in answer.json


@pytest.mark.parametrize("origin", [ONE, "https://evil.example", "null"])
def test_T9_health_says_nothing_to_an_origin_that_is_not_paired(app, config, origin):
    answer = health(app, config, Origin=origin)

    assert answer.status_code == 403
    assert "afterword" not in {name.lower() for name in answer.json}
    assert not [name for name, _ in answer.headers if name.startswith("X-Afterword")]


def test_T5_the_page_opens_by_its_code_once(app, parts, config):
    code = parts.access.create_login_code()
    person = app.test_client()

    entered = person.get(f"/log-in?code={code}", base_url=config.address)
    page = person.get("/", base_url=config.address)
    second = app.test_client().get(f"/log-in?code={code}", base_url=config.address)

    assert entered.status_code == 302
    assert "HttpOnly" in entered.headers["Set-Cookie"]
    assert "SameSite=Strict" in entered.headers["Set-Cookie"]
    assert page.status_code < 400
    assert second.status_code == 403


@pytest.mark.parametrize("path", ["/", "/records/", "/settings", "/nowhere", "/pairings/state"])
def test_T5_a_page_without_the_cookie_says_how_to_open_it_and_nothing_else(app, api, config, path):
    api.call("POST", "records", {"company": "Acme", "role": "Engineer"})

    answer = app.test_client().get(path, base_url=config.address)

    assert answer.status_code == 403
    assert "afterword open" in answer.text
    assert "Acme" not in answer.text


def test_T5_a_cookie_made_up_by_somebody_opens_nothing(app, config):
    person = app.test_client()
    person.set_cookie("afterword_8756", "eyJsb2dnZWRfaW4iOnRydWV9.aaaa.bbbb", domain="127.0.0.1")

    answer = person.get("/", base_url=config.address)

    assert answer.status_code == 403


def test_T5_the_pages_cookie_is_no_token(app, parts, config):
    person = app.test_client()
    person.get(f"/log-in?code={parts.access.create_login_code()}", base_url=config.address)

    answer = person.get("/api/v1/records", base_url=config.address)

    assert answer.status_code == 401
