"""What access.json holds: who may in, as hashes and never as the tokens themselves."""

from dataclasses import dataclass
from datetime import datetime


@dataclass(frozen=True, slots=True)
class Pairing:
    """A browser that may ask. ``origin`` is the extension's, bound by its first request.

    ``token_sha256`` is hexadecimal; ``selector`` names the pairing without giving anything of the token away.
    ``last_used_at`` is up to five minutes old.
    """

    id: str
    name: str
    token_sha256: str
    selector: str
    created_at: datetime
    origin: str | None = None
    last_used_at: datetime | None = None


@dataclass(frozen=True, slots=True)
class LoginCode:
    """A code that opens the local page once."""

    code_sha256: str
    expires_at: datetime


@dataclass(frozen=True, slots=True)
class CalendarToken:
    """The read-only token of the calendar feed."""

    token_sha256: str
    created_at: datetime


@dataclass(frozen=True, slots=True)
class Access:
    """The whole file. ``secret_key`` signs the page's cookies, hexadecimal."""

    server_id: str
    secret_key: str
    pairings: tuple[Pairing, ...] = ()
    login_codes: tuple[LoginCode, ...] = ()
    calendar_token: CalendarToken | None = None
    schema: int = 1
