"""Addresses that open a draft in the user's own mail program; nothing is sent by them."""

from dataclasses import dataclass
from urllib.parse import quote

_COMPOSE_AT = {
    "Gmail": "https://mail.google.com/mail/?view=cm&fs=1&to={to}&su={subject}&body={body}",
    "Outlook.com": "https://outlook.live.com/mail/0/deeplink/compose?to={to}&subject={subject}&body={body}",
    "Outlook at work": "https://outlook.office.com/mail/deeplink/compose?to={to}&subject={subject}&body={body}",
}
_MAILTO = "mailto:{to}?subject={subject}&body={body}"


@dataclass(frozen=True, slots=True)
class MailLink:
    """A way to open a draft. ``pattern`` is the address before the text is put in, for the page's script."""

    program: str | None
    pattern: str
    address: str


def mail_links(*, to: str, subject: str, body: str) -> tuple[MailLink, ...]:
    """The compose pages of the great webmails and, as ``program`` None, the computer's own mail program."""
    ways = (*_COMPOSE_AT.items(), (None, _MAILTO))
    return tuple(
        MailLink(program, _fill(pattern, to), _fill(pattern, to, subject, body)) for program, pattern in ways
    )


def _fill(pattern: str, to: str, subject: str | None = None, body: str | None = None) -> str:
    """The pattern with what is known, each part encoded so that it stays one part (RFC 6068)."""
    filled = pattern.replace("{to}", quote(to, safe="@"))
    if subject is None or body is None:
        return filled
    lines = body.replace("\r\n", "\n").replace("\n", "\r\n")
    return filled.replace("{subject}", quote(subject, safe="")).replace("{body}", quote(lines, safe=""))
