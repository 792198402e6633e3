"""The practice page: open to all, empty of the user, and shaped as webmails are."""

import re

import pytest

from tests.builders import a_record, settings_of


def test_the_practice_page_is_open_without_log_in_and_holds_nothing_of_the_user(stranger):
    stranger.parts.store.settings.save(settings_of(name="Robin Ellis", email="robin@ellis.example"))
    stranger.parts.store.records.add(a_record(company="Acme"))

    answer = stranger.get("/practice?signature=1&quote=1&reply=1")

    assert answer.status_code == 200
    assert not re.search("Robin Ellis|ellis.example|Acme", answer.text)


def test_the_to_line_is_what_the_address_says(stranger):
    page = stranger.get("/practice?to=dana@acme.example&name=Dana%20Whitfield").text

    assert 'value="Dana Whitfield &lt;dana@acme.example&gt;"' in page


@pytest.mark.parametrize(
    "hostile",
    [
        '"><script>alert(1)</script>',
        "</textarea><img src=x onerror=alert(1)>",
        "a@b\r\nBcc: x@y.example",
        "{{ 7 * 7 }}",
        "x" * 5000,
    ],
)
@pytest.mark.parametrize("mode", ["rich", "plain"])
def test_hostile_names_stay_text(stranger, hostile, mode):
    answer = stranger.client.get(
        "/practice",
        base_url=stranger.address,
        query_string={"to": hostile, "name": hostile, "mode": mode, "quote": "1", "reply": "1"},
    )

    assert answer.status_code == 200
    assert not re.search(r"<script>|<img|\n *Bcc|>49<|x{500}", answer.text)


@pytest.mark.parametrize("order", ["_external=1", "_scheme=evil", "_anchor=x", "endpoint=x", "_method=POST"])
def test_orders_to_the_address_builder_in_the_query_are_ignored(stranger, order):
    assert stranger.get(f"/practice?{order}").status_code == 200


def test_each_variation_is_switched_by_a_link_that_keeps_the_rest(stranger):
    page = stranger.get("/practice?to=dana@acme.example&signature=1").text

    assert 'href="/practice?to=dana@acme.example" aria-current="true">Signature' in page
    assert re.search(r'href="/practice\?to=dana@acme\.example&amp;signature=1&amp;mode=plain">Plain', page)


def test_a_signature_and_a_quote_stand_where_mail_programs_put_them(stranger):
    rich = stranger.get("/practice?signature=1&quote=1").text
    plain = stranger.get("/practice?signature=1&quote=1&mode=plain").text

    assert '<div class="gmail_signature"' in rich
    assert '<blockquote class="gmail_quote"' in rich
    assert re.search(r"<textarea[^>]*name=\"body\"[^>]*>\s*-- \n.*\n&gt; ", plain, re.DOTALL)


def test_a_reply_has_the_threads_subject_and_the_mail_it_answers(stranger):
    page = stranger.get("/practice?to=dana@acme.example&name=Dana&reply=1").text

    assert 'value="Re: Our conversation"' in page
    assert "Dana &lt;dana@acme.example&gt; wrote:" in page
