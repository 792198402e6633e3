"""Who may in: pairings, log-in codes and the server's own secrets (T5, T7, T12).

A file of its own with short locks, so that ``afterword token create`` and a running server can both use it.
"""

import hashlib
import hmac
import secrets
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import datetime, timedelta
from pathlib import Path

import orjson
from filelock import FileLock, Timeout

from ..domain.errors import NotFoundError
from .access_records import Access, CalendarToken, LoginCode, Pairing
from .codec import from_document, to_document
from .errors import StorageError, UnreadableFileError
from .ids import new_id
from .private_file import FILE_MODE, make_private_folder, replace_file, sweep_strays

LOGIN_CODE_LASTS = timedelta(minutes=5)
USE_IS_NOTED_EVERY = timedelta(minutes=5)

ACCESS_FILE = "access.json"

_TOKEN_BYTES = 32
_SELECTOR_LENGTH = 16
_LOCK_SECONDS = 10


class AccessStore:
    """Pairings, log-in codes and secrets. Several processes may have the same folder open.

    Args:
        folder: the data folder, made on first use.
        now: the real clock, zone-aware; a demo's fixed clock must not keep a code alive.
    """

    def __init__(self, folder: Path, *, now: Callable[[], datetime]) -> None:
        make_private_folder(folder)
        self._path = folder / ACCESS_FILE
        self._now = now
        self._threads = threading.RLock()
        self._processes = FileLock(
            folder / "access.lock", mode=FILE_MODE, timeout=_LOCK_SECONDS, thread_local=False
        )
        self._read: tuple[tuple[int, int, int], Access] | None = None
        if not self._path.exists():
            with self._alone():
                sweep_strays(self._path)
                if not self._path.exists():
                    self._write(Access(server_id=new_id(), secret_key=secrets.token_hex(_TOKEN_BYTES)))

    @property
    def server_id(self) -> str:
        """The id that the extension pins at first contact (T12)."""
        return self._access().server_id

    @property
    def secret_key(self) -> bytes:
        """The key that signs the page's cookies."""
        return bytes.fromhex(self._access().secret_key)

    # --- Pairings ---

    def create_pairing(self, name: str, *, origin: str | None = None) -> tuple[Pairing, str]:
        """Let a browser in; its token is given here and can't be had again."""
        token = secrets.token_urlsafe(_TOKEN_BYTES)
        pairing = Pairing(
            id=new_id(),
            name=name,
            token_sha256=_sha256(token),
            selector=selector_of(token),
            created_at=self._now(),
            origin=origin,
        )
        with self._changing() as access:
            self._write(replace(access, pairings=(*access.pairings, pairing)))
        return pairing, token

    def pairings(self) -> tuple[Pairing, ...]:
        """Every browser that may ask, the first paired first."""
        return self._access().pairings

    def find_pairing(self, token: str) -> Pairing | None:
        """The pairing of a token; how long the answer takes tells nothing about the tokens."""
        digest = _sha256(token)
        found = None
        for pairing in self._access().pairings:
            if hmac.compare_digest(pairing.token_sha256, digest):
                found = pairing
        return found

    def bind_origin(self, pairing_id: str, origin: str) -> bool:
        """Bind a pairing to the first origin that uses it; whether it belongs to this one now.

        Raises:
            NotFoundError: the pairing was revoked meanwhile.
        """
        with self._changing() as access:
            pairing = _pairing_of(access, pairing_id)
            if pairing.origin is None:
                self._write(_with_pairing(access, replace(pairing, origin=origin)))
                return True
            return pairing.origin == origin

    def note_use(self, pairing_id: str) -> None:
        """Note that a browser asked; written at most every five minutes, and nothing for a revoked one."""
        now = self._now()
        if not any(p.id == pairing_id and _use_is_old(p, now) for p in self._access().pairings):
            return
        with self._changing() as access:
            if any(p.id == pairing_id for p in access.pairings):
                pairing = _pairing_of(access, pairing_id)
                self._write(_with_pairing(access, replace(pairing, last_used_at=now)))

    def revoke_pairing(self, pairing_id: str) -> None:
        """Keep a browser out from now on.

        Raises:
            NotFoundError: there is no such pairing.
        """
        with self._changing() as access:
            gone = _pairing_of(access, pairing_id)
            self._write(replace(access, pairings=tuple(p for p in access.pairings if p.id != gone.id)))

    def proof(self, selector: str, nonce: str) -> str | None:
        """Show that this server knows the pairing (T12): HMAC-SHA256 of the nonce, hexadecimal, or None.

        The key is the token's SHA-256, which both sides have, so the token itself never travels for it.
        """
        for pairing in self._access().pairings:
            if hmac.compare_digest(_bytes(pairing.selector), _bytes(selector)):
                key = bytes.fromhex(pairing.token_sha256)
                return hmac.new(key, _bytes(nonce), hashlib.sha256).hexdigest()
        return None

    # --- Log-in to the local page ---

    def create_login_code(self) -> str:
        """A code that opens the local page once within five minutes."""
        code = secrets.token_urlsafe(_TOKEN_BYTES)
        now = self._now()
        new = LoginCode(code_sha256=_sha256(code), expires_at=now + LOGIN_CODE_LASTS)
        with self._changing() as access:
            self._write(replace(access, login_codes=(*_still_good(access, now), new)))
        return code

    def redeem_login_code(self, code: str) -> bool:
        """Use a code up; whether it was good."""
        digest = _sha256(code)
        with self._changing() as access:
            good = _still_good(access, self._now())
            left = tuple(c for c in good if not hmac.compare_digest(c.code_sha256, digest))
            if left != access.login_codes:
                self._write(replace(access, login_codes=left))
            return len(left) < len(good)

    # --- The calendar feed ---

    def create_calendar_token(self) -> str:
        """A token for the calendar feed; an earlier one is good no more."""
        token = secrets.token_urlsafe(_TOKEN_BYTES)
        new = CalendarToken(token_sha256=_sha256(token), created_at=self._now())
        with self._changing() as access:
            self._write(replace(access, calendar_token=new))
        return token

    def calendar_token_created_at(self) -> datetime | None:
        """When the feed's address was made, or None where there is none."""
        token = self._access().calendar_token
        return token.created_at if token else None

    def is_calendar_token(self, token: str) -> bool:
        """Whether this is the feed's token."""
        known = self._access().calendar_token
        return known is not None and hmac.compare_digest(known.token_sha256, _sha256(token))

    def revoke_calendar_token(self) -> None:
        """Make the feed's address worthless."""
        with self._changing() as access:
            self._write(replace(access, calendar_token=None))

    # --- The file ---

    def _access(self) -> Access:
        """The content as it is on disk now. It is replaced as a whole, so reading needs no file lock."""
        with self._threads:
            try:
                found = self._path.stat()
                stamp = (found.st_mtime_ns, found.st_size, found.st_ino)
                if self._read is None or self._read[0] != stamp:
                    self._read = (stamp, read_access(self._path))
            except OSError as error:
                raise StorageError.of_reading(error) from error
            return self._read[1]

    def _write(self, access: Access) -> None:
        replace_file(self._path, orjson.dumps(to_document(access)))
        self._read = None  # two quick writes may leave a file that has the stamp of the one before them

    @contextmanager
    def _changing(self) -> Iterator[Access]:
        with self._alone():
            yield self._access()

    @contextmanager
    def _alone(self) -> Iterator[None]:
        """Nobody else writes, be it a thread or another process."""
        with self._threads:
            try:
                self._processes.acquire()
            except Timeout:
                raise StorageError(
                    "Another Afterword is busy with the pairings. Try again in a moment."
                ) from None
            except OSError as error:
                raise StorageError.of_writing(error) from error
            try:
                yield
            finally:
                self._processes.release()


def selector_of(token: str) -> str:
    """The public name of a token's pairing, as the extension computes it, too."""
    return _sha256(f"selector:{token}")[:_SELECTOR_LENGTH]


def server_id_in(folder: Path) -> str | None:
    """The id of the servers of a data folder; None where there was none yet, or it can't be read."""
    try:
        return read_access(folder / ACCESS_FILE).server_id
    except StorageError:
        return None


def _sha256(text: str) -> str:
    return hashlib.sha256(_bytes(text)).hexdigest()


def _bytes(text: str) -> bytes:
    # A caller may send half a surrogate pair; it is a wrong token then, and no error.
    return text.encode(errors="surrogatepass")


def read_access(path: Path) -> Access:
    """What the file holds, without making or locking anything.

    Raises:
        StorageError: it is damaged, or the system does not let us read it.
    """
    try:
        return from_document(Access, orjson.loads(path.read_bytes()))
    except OSError as error:
        raise StorageError.of_reading(error) from error
    except (orjson.JSONDecodeError, StorageError) as error:
        raise UnreadableFileError(
            "The file access.json in the data folder is damaged. Move it away, start Afterword again, "
            "and pair your browsers once more; your records are not touched by this."
        ) from error


def _pairing_of(access: Access, pairing_id: str) -> Pairing:
    for pairing in access.pairings:
        if pairing.id == pairing_id:
            return pairing
    raise NotFoundError("This browser is not paired any more.")


def _with_pairing(access: Access, changed: Pairing) -> Access:
    return replace(access, pairings=tuple(changed if p.id == changed.id else p for p in access.pairings))


def _use_is_old(pairing: Pairing, now: datetime) -> bool:
    # Either way round: a clock that was ahead must not stop the notes.
    return pairing.last_used_at is None or abs(now - pairing.last_used_at) >= USE_IS_NOTED_EVERY


def _still_good(access: Access, now: datetime) -> tuple[LoginCode, ...]:
    return tuple(c for c in access.login_codes if now < c.expires_at <= now + LOGIN_CODE_LASTS)
