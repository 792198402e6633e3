"""The practice page: a compose page for trying the button without a mail account.

It is open without log-in, so nothing here may read the user's records or settings.
"""

from dataclasses import dataclass
from email.errors import HeaderParseError
from email.headerregistry import Address
from typing import Any

from flask import Blueprint, render_template, request, url_for
from flask_babel import gettext

practice = Blueprint("practice", __name__)

LONGEST_QUERY_VALUE = 200  # characters; the address line is no place for more
_MADE_UP_SIGNATURE = ("Robin Example", "+1 555 010 0199", "robin@home.example")


@dataclass(frozen=True, slots=True)
class Letter:
    """What stands in the compose box before anybody writes: made up, or from the page's address."""

    name: str
    email: str
    is_plain: bool
    is_reply: bool
    has_quote: bool
    has_signature: bool

    @property
    def recipient(self) -> str:
        """The To line; an address that is none is shown as it was given."""
        try:
            return str(Address(self.name, addr_spec=self.email))
        except (HeaderParseError, ValueError, IndexError):
            return f"{self.name} {self.email}".strip()

    @property
    def quote(self) -> bool:
        """Whether earlier mail stands below the text, as it does in every reply."""
        return self.has_quote or self.is_reply

    @property
    def signature(self) -> tuple[str, ...]:
        """The lines of the signature, without its dashes."""
        return _MADE_UP_SIGNATURE if self.has_signature else ()

    @property
    def thread_subject(self) -> str:
        """The subject of the mail that is answered."""
        return str(gettext("Our conversation"))

    @property
    def subject(self) -> str:
        """What stands in the subject line: of a reply, the thread's."""
        return f"Re: {self.thread_subject}" if self.is_reply else ""

    @property
    def attribution(self) -> str:
        """The line that mail programs put above a quote."""
        return str(gettext("%(person)s wrote:", person=self.recipient or gettext("Somebody")))

    @property
    def quoted(self) -> str:
        """The text of the earlier mail."""
        return str(gettext("It was good to talk to you. I will get back to you."))

    @property
    def plain_text(self) -> str:
        """Signature and quote as a plain-text editor shows them."""
        parts = []
        if self.has_signature:
            parts.append("\n".join(("-- ", *self.signature)))
        if self.quote:
            parts.append(f"{self.attribution}\n> {self.quoted}")
        return "".join(f"\n\n{part}" for part in parts)


@practice.get("/practice")
def show() -> str:
    """The compose page in the variation that its address names."""
    return render_template("practice.html", letter=_letter_asked_for(), variations=_variations())


def _letter_asked_for() -> Letter:
    return Letter(
        name=_one_line("name"),
        email=_one_line("to"),
        is_plain=request.args.get("mode") == "plain",
        is_reply=request.args.get("reply") == "1",
        has_quote=request.args.get("quote") == "1",
        has_signature=request.args.get("signature") == "1",
    )


def _one_line(parameter: str) -> str:
    return " ".join(request.args.get(parameter, "").split())[:LONGEST_QUERY_VALUE]


def _variations() -> list[dict[str, str | bool]]:
    """A link per variation that switches it and leaves the rest of the address as it is."""
    switches = (
        ("signature", "1", gettext("Signature")),
        ("quote", "1", gettext("Quoted mail")),
        ("reply", "1", gettext("Reply")),
        ("mode", "plain", gettext("Plain text")),
    )
    # Only known names are passed on: url_for takes others, such as _external, as orders to itself.
    known = ("to", "name", *(key for key, _, _ in switches))
    asked = {key: _one_line(key) for key in known if key in request.args}
    return [_switch(asked, key, value, label) for key, value, label in switches]


def _switch(asked: dict[str, Any], key: str, value: str, label: str) -> dict[str, str | bool]:
    others = {k: v for k, v in asked.items() if k != key}
    on = asked.get(key) == value
    address = url_for("web.practice.show", **(others if on else {**others, key: value}))
    return {"label": label, "on": on, "address": address}
