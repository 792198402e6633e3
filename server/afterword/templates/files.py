"""The files behind the library: the packaged ones, and the user's own, which go before them.

The user's own lie in a folder of the data folder, so an update never touches them.
"""

import json
import tempfile
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from threading import RLock
from typing import Final

from ..domain.errors import InvalidInputError, NotFoundError
from ..storage.errors import StorageError
from ..storage.private_file import make_private_folder, replace_file
from .library import Library
from .names import is_name

MOST_FILE_CHARACTERS: Final = 250_000  # the packaged word lists have half of it
MOST_CHARACTERS: Final = 1_000_000  # of all the user's own files together

Changes = Mapping[str, str | None]
"""New texts by file name; None: the packaged file again."""

_LONGEST_NAME: Final = 100  # characters of a name in a sentence
_UNDER_WAY = ".changes.json"


class TemplateFiles:
    """Every file of the collection by its name, such as ``en/email/thank_you.md`` or ``playbook.yaml``."""

    def __init__(self, packaged: Path, own: Path) -> None:
        self._packaged = packaged
        self._own = own
        self._lock = RLock()
        self._finish_what_was_under_way()

    def names(self) -> tuple[str, ...]:
        """All names, of the packaged files and the user's own."""
        return tuple(sorted({*_names_in(self._packaged), *self.own_names()}))

    def own_names(self) -> frozenset[str]:
        """The names of the user's own files."""
        return frozenset(_names_in(self._own))

    def packaged_text(self, name: str) -> str | None:
        """The text that the program brought along; None where the user's own has no packaged one."""
        return _text_in(self._packaged / _checked(name))

    def own_text(self, name: str) -> str | None:
        """The user's own text; None where there is none. Bytes that are no text come as question marks."""
        return _text_in(self._own / _checked(name))

    def text(self, name: str) -> str:
        """The user's own text, else the packaged one.

        Raises:
            NotFoundError: there is neither.
        """
        own = self.own_text(name)
        text = own if own is not None else self.packaged_text(name)
        if text is None:
            raise _unknown(name)
        return text

    def own_texts(self) -> dict[str, str]:
        """All the user's own files."""
        texts = ((name, self.own_text(name)) for name in sorted(self.own_names()))
        return {name: text for name, text in texts if text is not None}

    def after(self, changes: Changes) -> dict[str, str]:
        """The user's own files as they would be after these changes.

        Raises:
            NotFoundError: one of the names is none that a template can have.
            InvalidInputError: a text, or all of them together, would be too long.
        """
        texts: dict[str, str | None] = {**self.own_texts(), **{_checked(n): t for n, t in changes.items()}}
        kept = {name: text for name, text in texts.items() if text is not None}
        for name, text in kept.items():
            if name in changes and len(text) > MOST_FILE_CHARACTERS:
                raise _too_long(f"{name} has more than {MOST_FILE_CHARACTERS:,} characters. Shorten it.")
        if sum(map(len, kept.values())) > MOST_CHARACTERS:
            raise _too_long(f"Your own templates together have more than {MOST_CHARACTERS:,} characters.")
        return kept

    @contextmanager
    def trial(self, changes: Changes) -> Iterator[Library]:
        """The library as it would be after these changes, which stay out of the user's own folder."""
        texts = self.after(changes)
        make_private_folder(self._own)
        with tempfile.TemporaryDirectory(prefix=".trial-", dir=self._own.parent) as folder:
            try:
                for name, text in texts.items():
                    path = Path(folder, name)
                    path.parent.mkdir(parents=True, exist_ok=True)
                    path.write_bytes(text.encode())
            except OSError as error:
                raise StorageError.of_writing(error) from error
            yield Library(self._packaged, Path(folder))

    def apply(self, changes: Changes) -> None:
        """Write and remove the user's own files: all of these changes or, after an error, none.

        Raises:
            StorageError: the disk is full or fails; the old files are still there.
        """
        with self._lock:
            self.after(changes)
            before = {name: self.own_text(name) for name in changes}
            make_private_folder(self._own)
            # Written down first: a power cut in the midst of several files is made good at the next start.
            replace_file(self._own / _UNDER_WAY, json.dumps(changes).encode())
            try:
                self._write(changes)
            except StorageError:
                self._write(before)
                _remove(self._own / _UNDER_WAY)
                raise
            _remove(self._own / _UNDER_WAY)

    def _write(self, changes: Changes) -> None:
        for name, text in changes.items():
            if text is None:
                _remove(self._own / name)
            elif text != self.own_text(name):
                make_private_folder((self._own / name).parent)
                replace_file(self._own / name, text.encode())

    def _finish_what_was_under_way(self) -> None:
        path = self._own / _UNDER_WAY
        if path.is_file():
            self._write({_checked(name): text for name, text in json.loads(path.read_bytes()).items()})
            _remove(path)


def _text_in(path: Path) -> str | None:
    try:
        return path.read_bytes().decode("utf-8", errors="replace")
    except FileNotFoundError:
        return None


def _remove(path: Path) -> None:
    try:
        path.unlink(missing_ok=True)
    except OSError as error:
        raise StorageError.of_writing(error) from error


def _names_in(folder: Path) -> Iterator[str]:
    for path in folder.rglob("*"):
        name = path.relative_to(folder).as_posix()
        if is_name(name) and path.is_file():
            yield name


def _checked(name: str) -> str:
    if not is_name(name):
        raise _unknown(name)
    return name


def _unknown(name: str) -> NotFoundError:
    return NotFoundError(f"There is no template “{name[:_LONGEST_NAME]}”.")


def _too_long(sentence: str) -> InvalidInputError:
    return InvalidInputError(sentence, fields={"text": sentence})
