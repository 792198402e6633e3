"""T1, T2, T3, T9: every way in which a page of another origin can make a real browser call the server.

Each call has to arrive, or the test shows nothing, and no handler may run. The user is logged in in the
same browser, so the cookie goes along wherever the browser sends it.
"""

import pytest

from tests.trust.hostile_calls import ASKED_FIRST, CALLS, MAKE

pytestmark = pytest.mark.browser

BODY = '{"company": "Evil", "role": "Evil"}'


def make(page, address, call):
    """Make a call from a page; what the page could read of the answer."""
    return page.evaluate(MAKE.replace("CALL", CALLS[call]), [address, BODY])


@pytest.fixture(params=["another site", "another port of this machine", "another name of this machine"])
def origin(request, web, target):
    """The origin that a hostile page has; the server's own port is reached after DNS rebinding."""
    return {
        "another site": f"http://evil.test:{web.local}",
        "another port of this machine": f"http://127.0.0.1:{web.local}",
        "another name of this machine": f"http://localhost:{web.local}",
    }[request.param]


@pytest.mark.parametrize("call", CALLS)
def test_T2_a_call_from_another_origin_arrives_and_runs_no_handler(visit, target, origin, call):
    page = visit(origin)
    before = target.state()

    read = make(page, target.address, call)
    target.wait_for_arrivals()

    assert target.arrived, "the browser did not send it"
    assert target.handled == []
    assert target.state() == before
    assert "Acme" not in str(read)
    assert "afterword" not in str(read).lower()
    if call in ASKED_FIRST:
        assert {method for method, _, _ in target.arrived} == {"OPTIONS"}


@pytest.mark.parametrize("call", ["form to a page", "form to the API", "form to a deed"])
def test_T2_a_form_from_a_public_page_arrives_and_runs_no_handler(visit, web, target, call):
    page = visit(f"http://evil.test:{web.public}")
    before = target.state()

    make(page, target.address, call)
    target.wait_for_arrivals()

    assert [method for method, _, _ in target.arrived if method == "POST"]
    assert target.handled == []
    assert target.state() == before


REBOUND = {
    "GET": "fetch('/api/v1/records')",
    "GET of the page": "fetch('/', {credentials: 'include'})",
    "GET of health": "fetch('/api/v1/health')",
    "POST in JSON": (
        "fetch('/api/v1/records', "
        "{method: 'POST', headers: {'Content-Type': 'application/json'}, body: '{\"company\": \"Evil\"}'})"
    ),
    "DELETE": "fetch('/api/v1/records/acme', {method: 'DELETE'})",
}


@pytest.mark.parametrize("call", REBOUND)
def test_T1_after_DNS_rebinding_no_handler_runs(visit, target, call):
    """evil.test means this machine by now and our port is its origin; the page is our own refusal."""
    page = visit(f"http://evil.test:{target.port}/bait")
    target.forget()

    answer = page.evaluate(
        f"async () => {{ const a = await {REBOUND[call]}; return [a.status, await a.text()] }}"
    )

    assert answer[0] == 421
    assert "Acme" not in answer[1]
    assert {host for _, _, host in target.arrived} == {f"evil.test:{target.port}"}
    assert target.handled == []


def test_T1_every_address_of_this_machine_is_none_of_ours(visit, web, target):
    page = visit(f"http://127.0.0.1:{web.local}")

    make(page, f"http://0.0.0.0:{target.port}", "simple GET")
    target.wait_for_arrivals(seconds=2)

    assert target.handled == []
    assert {host for _, _, host in target.arrived} <= {f"0.0.0.0:{target.port}"}


def test_T5_a_link_on_another_site_opens_a_page_without_the_cookie(visit, web, target):
    page = visit(f"http://evil.test:{web.local}")

    page.evaluate("address => { location.href = address }", f"{target.address}/records/acme")
    page.wait_for_url(f"{target.address}/**")

    assert target.handled == []
    assert "Acme" not in page.content()


def test_T2_our_own_page_may(user_context, target):
    """The counter-example: the same browser, from our own page, runs handlers."""
    page = user_context.new_page()
    page.goto(f"{target.address}/records/acme")

    status = page.evaluate("async () => (await fetch('/records/')).status")

    assert status == 200
    assert len(target.handled) >= 2
