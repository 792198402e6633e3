"""Pairing (T8): an extension asks, the person compares two codes on the local page, a token is given."""

import hmac
import secrets
import threading
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from typing import Literal

from ..domain.errors import AfterwordError, NotFoundError

WAITS = timedelta(minutes=5)
MOST_EXTENSIONS = 10  # nobody is kept from pairing by being slow, and no request waits for ever
MOST_REQUESTS = 5
PER = timedelta(minutes=1)
KEPT_FOR = timedelta(minutes=30)  # so that a late poll hears "expired" instead of "not found"

State = Literal["waiting", "approved", "denied", "expired"]


class TooManyRequestsError(AfterwordError):
    """More requests to pair than people make."""

    code = "too_many_requests"


class PairingOverError(AfterwordError):
    """The request to pair was answered before, or nobody answered it in time."""

    code = "pairing_over"


@dataclass(frozen=True, slots=True)
class PairingRequest:
    """An extension's request. ``code`` is six digits in two groups, to be compared by the person."""

    id: str
    name: str
    origin: str
    code: str
    asked_at: datetime
    expires_at: datetime
    state: State = "waiting"
    token: str | None = None
    extensions: int = 0


@dataclass(frozen=True, slots=True)
class Asked:
    """A new request, and the secret by which its asker fetches the answer."""

    request: PairingRequest
    poll_secret: str


class PairingDesk:
    """Requests to pair, in memory: a restart forgets them, and the default is no.

    Args:
        give_token: makes the pairing of a name and an extension's origin and returns its token.
        now: the real clock.
    """

    def __init__(self, *, give_token: Callable[[str, str], str], now: Callable[[], datetime]) -> None:
        self._give_token = give_token
        self._now = now
        self._requests: dict[str, PairingRequest] = {}
        self._secrets: dict[str, str] = {}
        self._lock = threading.RLock()

    def ask(self, name: str, origin: str) -> Asked:
        """Put a request on the desk, beside those that wait already.

        Raises:
            TooManyRequestsError: five came within the last minute.
        """
        with self._lock:
            now = self._now()
            self._clear_away(now)
            if sum(now - r.asked_at < PER for r in self._requests.values()) >= MOST_REQUESTS:
                raise TooManyRequestsError("Too many requests to connect. Wait a minute and try again.")
            request = PairingRequest(
                id=secrets.token_hex(16),
                name=name,
                origin=origin,
                code=_new_code(),
                asked_at=now,
                expires_at=now + WAITS,
            )
            self._requests[request.id] = request
            self._secrets[request.id] = secrets.token_urlsafe(32)
            return Asked(request, self._secrets[request.id])

    def waiting(self) -> tuple[PairingRequest, ...]:
        """The requests that the person has yet to answer, the oldest first."""
        with self._lock:
            return tuple(r for r in map(self._as_it_stands, self._requests.values()) if r.state == "waiting")

    def approve(self, request_id: str) -> PairingRequest:
        """Say yes: the extension may fetch its token.

        Raises:
            NotFoundError: there is no such request.
            PairingOverError: it was answered before, or it expired.
        """
        with self._lock:
            request = self._still_waiting(request_id)
            token = self._give_token(request.name, request.origin)
            return self._put(replace(request, state="approved", token=token))

    def deny(self, request_id: str) -> PairingRequest:
        """Say no; raises as ``approve``."""
        with self._lock:
            return self._put(replace(self._still_waiting(request_id), state="denied"))

    def extend(self, request_id: str) -> PairingRequest:
        """Let a request wait for another five minutes from now; raises as ``approve``."""
        with self._lock:
            request = self._still_waiting(request_id)
            if request.extensions >= MOST_EXTENSIONS:
                raise PairingOverError("This has waited long enough. Start connecting again.")
            return self._put(
                replace(request, expires_at=self._now() + WAITS, extensions=request.extensions + 1)
            )

    def ask_for_more_time(self, request_id: str, poll_secret: str) -> PairingRequest:
        """``extend`` for the asker, who has to know the secret."""
        with self._lock:
            self._asked_by(request_id, poll_secret)
            return self.extend(request_id)

    def collect(self, request_id: str, poll_secret: str) -> PairingRequest:
        """How the request stands; the token is in the first answer after the approval and never again.

        Raises:
            NotFoundError: there is no such request, or the secret is another's.
        """
        with self._lock:
            request = self._as_it_stands(self._asked_by(request_id, poll_secret))
            self._put(replace(request, token=None))
            return request

    def _asked_by(self, request_id: str, poll_secret: str) -> PairingRequest:
        known = self._secrets.get(request_id, "")
        if not known or not hmac.compare_digest(known.encode(), poll_secret.encode()):
            raise NotFoundError("This request to connect is not known. Start connecting again.")
        return self._requests[request_id]

    def _still_waiting(self, request_id: str) -> PairingRequest:
        if request_id not in self._requests:
            raise NotFoundError("This request to connect is not known. Start connecting again.")
        request = self._as_it_stands(self._requests[request_id])
        if request.state != "waiting":
            raise PairingOverError("This request to connect is over. Start connecting again.")
        return request

    def _as_it_stands(self, request: PairingRequest) -> PairingRequest:
        over = request.state == "waiting" and self._now() >= request.expires_at
        return replace(request, state="expired") if over else request

    def _put(self, request: PairingRequest) -> PairingRequest:
        self._requests[request.id] = request
        return request

    def _clear_away(self, now: datetime) -> None:
        for request in [r for r in self._requests.values() if now - r.expires_at > KEPT_FOR]:
            del self._requests[request.id], self._secrets[request.id]


def _new_code() -> str:
    digits = f"{secrets.randbelow(1_000_000):06}"
    return f"{digits[:3]} {digits[3:]}"
