"""T1-T6 and T9 as raw bytes on a socket: HTTP clients would rewrite what these tests are about."""

import pytest

EVIL = "http://evil.example"
PAIRED = "chrome-extension://abcdefghijklmnopabcdefghijklmnop"
JSON_POST = "Content-Type: application/json\nContent-Length: 2\n"

HOSTS = {
    "an evil name": "Host: evil.example:PORT\n",
    "every address": "Host: 0.0.0.0:PORT\n",
    "another port": "Host: 127.0.0.1:1\n",
    "no port": "Host: 127.0.0.1\n",
    "another spelling of the address": "Host: 127.1:PORT\n",
    "upper case": "Host: LOCALHOST:PORT\n",
    "a trailing dot": "Host: localhost.:PORT\n",
    "IPv6": "Host: [::1]:PORT\n",
    "two hosts, ours first": "Host: 127.0.0.1:PORT\nHost: evil.example\n",
    "two hosts, ours last": "Host: evil.example\nHost: 127.0.0.1:PORT\n",
    "an empty host": "Host: \n",
    "no host": "",
}
PATHS = ("/", "/api/v1/health", "/api/v1/records", "/log-in?code=x", "/static/afterword/mark.svg", "/nowhere")


def status_of(answer: str) -> int:
    return int(answer.split(" ", 2)[1])


def head_of(answer: str) -> str:
    return answer.partition("\r\n\r\n")[0].lower()


@pytest.mark.parametrize("host", HOSTS.values(), ids=HOSTS)
@pytest.mark.parametrize("path", PATHS)
def test_T1_only_the_servers_own_host_gets_past_the_door(wire, host, path):
    answer = wire.send(f"GET {path} HTTP/1.1\n{host}Authorization: Bearer TOKEN\nConnection: close\n\n")

    assert status_of(answer) == 421
    assert "x-afterword" not in head_of(answer)
    assert wire.calls.made == []


def test_T1_a_request_line_that_names_another_host_is_refused(wire):
    answer = wire.send(
        "GET http://evil.example/api/v1/health HTTP/1.1\nHost: 127.0.0.1:PORT\nConnection: close\n\n"
    )

    assert status_of(answer) == 421
    assert wire.calls.made == []


def test_localhost_leads_to_the_one_address(wire):
    answer = wire.send("GET /api/v1/health?x=1 HTTP/1.1\nHost: localhost:PORT\nConnection: close\n\n")

    assert status_of(answer) == 308
    assert f"location: http://127.0.0.1:{wire.port}/api/v1/health?x=1" in head_of(answer)
    assert wire.calls.made == []


@pytest.mark.parametrize("path", ["/", "/api/v1/health"])
def test_T9_localhost_tells_a_hostile_page_nothing(wire, path):
    answer = wire.send(f"GET {path} HTTP/1.1\nHost: localhost:PORT\nOrigin: {EVIL}\nConnection: close\n\n")

    assert status_of(answer) == 403
    assert "x-afterword" not in head_of(answer)


HOSTILE_ORIGINS = {
    "a site": EVIL,
    "null": "null",
    "an empty one": "",
    "another port of ours": "http://127.0.0.1:1",
    "our name": "http://localhost:PORT",
    "https": "https://127.0.0.1:PORT",
    "our address as a prefix": "http://127.0.0.1:PORT.evil.example",
    "the extension as a prefix": f"{PAIRED}.evil.example",
    "the extension as a suffix": f"http://evil.example/{PAIRED}",
    "the extension in upper case": PAIRED.upper(),
    "two origins": f"{PAIRED}\nOrigin: {EVIL}",
}


@pytest.mark.parametrize("origin", HOSTILE_ORIGINS.values(), ids=HOSTILE_ORIGINS)
@pytest.mark.parametrize("request_line", ["GET /api/v1/health", "GET /api/v1/records", "GET /"])
def test_T2_T3_T9_a_hostile_origin_gets_nothing_and_reads_nothing(wire, origin, request_line):
    wire.send(paired_request())
    wire.calls.made.clear()

    answer = wire.send(
        f"{request_line} HTTP/1.1\nHost: 127.0.0.1:PORT\nOrigin: {origin}\n"
        "Authorization: Bearer TOKEN\nConnection: close\n\n"
    )

    assert status_of(answer) == 403
    assert "access-control" not in head_of(answer)
    assert "x-afterword" not in head_of(answer)
    assert wire.calls.made == []


def paired_request() -> str:
    return (
        f"GET /api/v1/settings HTTP/1.1\nHost: 127.0.0.1:PORT\nOrigin: {PAIRED}\n"
        "Authorization: Bearer TOKEN\nConnection: close\n\n"
    )


def test_T3_a_paired_extension_may_read_and_is_named_literally(wire):
    answer = wire.send(paired_request())

    assert status_of(answer) == 200
    assert f"access-control-allow-origin: {PAIRED}\r\n" in head_of(answer) + "\r\n"


def test_T3_a_paired_extensions_preflight_is_answered_without_a_token_and_runs_no_handler(wire):
    wire.send(paired_request())
    wire.calls.made.clear()

    answer = wire.send(
        f"OPTIONS /api/v1/drafts HTTP/1.1\nHost: 127.0.0.1:PORT\nOrigin: {PAIRED}\n"
        "Access-Control-Request-Method: POST\nAccess-Control-Request-Headers: authorization, content-type\n"
        "Connection: close\n\n"
    )

    assert status_of(answer) == 200
    assert "access-control-allow-headers: authorization, content-type" in head_of(answer)
    assert wire.calls.made == []


def test_T3_a_strangers_preflight_is_refused(wire):
    answer = wire.send(
        f"OPTIONS /api/v1/drafts HTTP/1.1\nHost: 127.0.0.1:PORT\nOrigin: {EVIL}\n"
        "Access-Control-Request-Method: POST\nConnection: close\n\n"
    )

    assert status_of(answer) == 403
    assert "access-control" not in head_of(answer)


CALLERS = {
    "a page's text/plain fetch": (
        "POST /api/v1/records",
        (
            f"Origin: {EVIL}\nSec-Fetch-Site: cross-site\nSec-Fetch-Mode: cors\n"
            "Content-Type: text/plain\nContent-Length: 2\n"
        ),
        403,
    ),
    "a page's no-cors GET": (
        "GET /api/v1/records",
        "Sec-Fetch-Site: cross-site\nSec-Fetch-Mode: no-cors\nSec-Fetch-Dest: image\n",
        403,
    ),
    "a form post by navigation": (
        "POST /log-in",
        (
            f"Origin: {EVIL}\nSec-Fetch-Site: cross-site\nSec-Fetch-Mode: navigate\n"
            "Sec-Fetch-Dest: document\n"
            "Content-Type: application/x-www-form-urlencoded\nContent-Length: 2\n"
        ),
        403,
    ),
    "a form post from a browser without fetch metadata": (
        "POST /api/v1/records",
        "Content-Type: application/x-www-form-urlencoded\nContent-Length: 2\n",
        415,
    ),
    "a page on another port": (
        "POST /api/v1/records",
        f"Origin: http://127.0.0.1:1\nSec-Fetch-Site: same-site\n{JSON_POST}",
        403,
    ),
    "a GET of a page on another port": ("GET /api/v1/records", "Sec-Fetch-Site: same-site\n", 403),
    "a navigation to the API": (
        "GET /api/v1/records",
        "Sec-Fetch-Site: cross-site\nSec-Fetch-Mode: navigate\nSec-Fetch-Dest: document\n",
        403,
    ),
    "a frame round a page": (
        "GET /",
        "Sec-Fetch-Site: cross-site\nSec-Fetch-Mode: navigate\nSec-Fetch-Dest: iframe\n",
        403,
    ),
    "an extension without the host permission": (
        "GET /api/v1/records",
        f"Origin: {PAIRED}\nSec-Fetch-Site: cross-site\n",
        403,
    ),
}


@pytest.mark.parametrize(("line", "headers", "status"), CALLERS.values(), ids=CALLERS)
def test_T2_a_request_that_another_site_caused_reaches_no_handler(wire, line, headers, status):
    body = "{}" if "Content-Length" in headers else ""
    answer = wire.send(
        f"{line} HTTP/1.1\nHost: 127.0.0.1:PORT\nAuthorization: Bearer TOKEN\n"
        f"{headers}Connection: close\n\n{body}"
    )

    assert status_of(answer) == status
    assert wire.calls.made == []


def test_T5_a_link_on_another_site_leads_to_the_page_that_says_how_to_open_it(wire):
    answer = wire.send(
        "GET / HTTP/1.1\nHost: 127.0.0.1:PORT\nSec-Fetch-Site: cross-site\nSec-Fetch-Mode: navigate\n"
        "Sec-Fetch-Dest: document\nConnection: close\n\n"
    )

    assert status_of(answer) == 403
    assert "text/html" in head_of(answer)
    assert wire.calls.made == []


SPELLINGS = (
    "/%61pi/v1/records",
    "//api/v1/records",
    "/api//v1/records",
    "/API/v1/records",
    "/api/v1/records/",
    "/api/v1/./records",
    "/api/v1/x/../records",
    "/api/v1/records%00",
    "/api/v1/records;x",
    "/api/v1/records%2f",
    "/./api/v1/records",
    "\\api\\v1\\records",
    "/api/v1/openapi.json",
    "/api/v1",
    "/api/",
)


@pytest.mark.parametrize("path", SPELLINGS)
@pytest.mark.parametrize("method", ["GET", "HEAD", "POST", "OPTIONS", "PROPFIND"])
def test_T6_no_spelling_of_a_path_answers_without_a_token(wire, path, method):
    answer = wire.send(f"{method} {path} HTTP/1.1\nHost: 127.0.0.1:PORT\nConnection: close\n\n")

    assert status_of(answer) in {401, 403, 421}
    assert wire.calls.made == []


@pytest.mark.parametrize(
    "credentials",
    [
        "",
        "Authorization: Bearer\n",
        "Authorization: Bearer wrong\n",
        "Authorization: Basic VE9LRU46\n",
        "Authorization: TOKEN\n",
        "Cookie: token=TOKEN\n",
    ],
)
def test_T5_without_the_token_in_its_header_the_api_answers_401(wire, credentials):
    answer = wire.send(
        f"GET /api/v1/records?token=TOKEN HTTP/1.1\nHost: 127.0.0.1:PORT\n{credentials}Connection: close\n\n"
    )

    assert status_of(answer) == 401
    assert "www-authenticate: bearer" in head_of(answer)
    assert wire.calls.made == []


def test_every_answer_carries_the_protective_headers(wire):
    answers = [
        wire.send("GET /api/v1/health HTTP/1.1\nHost: 127.0.0.1:PORT\nConnection: close\n\n"),
        wire.send("GET /api/v1/records HTTP/1.1\nHost: 127.0.0.1:PORT\nConnection: close\n\n"),
        wire.send("GET / HTTP/1.1\nHost: 127.0.0.1:PORT\nConnection: close\n\n"),
        wire.send("GET / HTTP/1.1\nHost: evil.example\nConnection: close\n\n"),
    ]

    for head in map(head_of, answers):
        assert "content-security-policy: default-src 'none'; script-src 'self'" in head
        assert "cross-origin-resource-policy: same-origin" in head
        assert "x-content-type-options: nosniff" in head
        assert "cache-control: no-store" in head
        assert "referrer-policy: same-origin" in head
        assert "\r\nserver:" not in head
