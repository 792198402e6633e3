"""One pass over the packaged folder and the user's own, and messages that are read when they are needed."""

from collections.abc import Callable, Iterator, Mapping
from functools import partial
from pathlib import Path
from typing import TypeVar

from ..domain.composing.messages import MessageTemplate
from ..domain.kinds import Channel, Kind
from .message_file import Parts, based_on, read_message, read_parts
from .names import LANGUAGE, POST_FILE, message_named
from .template_errors import FileProblem, TemplateFileError, WrongFileError
from .watched import Watched

Key = tuple[Kind, Channel]

_T = TypeVar("_T")
_Choice = Callable[[str], bool]


def is_shared(name: str) -> bool:
    """Whether a file holds parts for others; a packaged message follows the user's own of these only."""
    return name.rpartition("/")[2].startswith("_")


def _every(_name: str) -> bool:
    return True


def _none(_name: str) -> bool:
    return False


class Messages(Mapping[Key, MessageTemplate]):
    """Templates by kind and channel, each read when it is first asked for: a click needs one of seventy."""

    def __init__(self, readers: Mapping[Key, Callable[[], MessageTemplate]]) -> None:
        self._readers = readers
        self._read: dict[Key, MessageTemplate] = {}

    def __getitem__(self, key: Key) -> MessageTemplate:
        """The template; ``KeyError`` where there is none."""
        if key not in self._read:
            self._read[key] = self._readers[key]()
        return self._read[key]

    def __iter__(self) -> Iterator[Key]:
        """The kinds and channels there is a template for."""
        return iter(self._readers)

    def __len__(self) -> int:
        """How many templates there are."""
        return len(self._readers)


class Reading:
    """One pass over both folders; ``problems`` are those of the user's own files found on the way.

    Every file that is read is ``watched`` from then on, also one that is read later.
    """

    def __init__(self, packaged: Path, override: Path | None, watched: Watched) -> None:
        self._packaged = packaged
        self._override = override
        self._watched = watched
        self.problems: list[FileProblem] = []

    def messages(self) -> tuple[Messages, dict[Key, str]]:
        """All messages, and the name of the file that each is in."""
        readers: dict[Key, Callable[[], MessageTemplate]] = {}
        files: dict[Key, str] = {}
        follows_own = any(is_shared(name) for name in self._own_names())
        for name in self._names():
            key = message_named(name)
            if key and not follows_own and not self._own(name):
                readers[key], files[key] = partial(self._parse, self._packaged / name, name, _none), name
            elif template := self._message(name):  # the user's: what is wrong with it is told at once
                key = (template.kind, template.channel)
                readers[key], files[key] = partial(_itself, template), name
        return Messages(readers), files

    def one(self, name: str, read: Callable[[str], _T]) -> _T:
        """What a file holds that there is one of: the user's own, or the packaged one where that is wrong."""
        own = self._own(name)
        if own:
            try:
                return read(self._watched.read_text(own))
            except (WrongFileError, UnicodeDecodeError) as error:
                self._report(name, error)
        return read(self._watched.read_text(self._packaged / name))

    def _names(self) -> list[str]:
        """Message files of both folders; those whose name begins with "_" hold parts for others."""
        found = [*_markdown_in(self._packaged), *self._own_names()]
        return list(dict.fromkeys(name for name in found if name != POST_FILE and not is_shared(name)))

    def _own_names(self) -> list[str]:
        return _markdown_in(self._override) if self._override else []

    def _message(self, name: str) -> MessageTemplate | None:
        if own := self._own(name):
            try:
                return self._parse(own, name, _every)
            except (WrongFileError, UnicodeDecodeError) as error:
                self._report(name, error)
        packaged = self._packaged / name
        if not packaged.is_file():
            return None
        try:
            return self._parse(packaged, name, is_shared)
        except (WrongFileError, UnicodeDecodeError) as error:
            message = self._parse(packaged, name, _none)
            self._report(name, error)
            return message

    def _parse(self, path: Path, name: str, may_be_own: _Choice) -> MessageTemplate:
        text = self._watched.read_text(path)
        return read_message(text, name, *self._bases(text, (name,), may_be_own))

    def _bases(self, text: str, chain: tuple[str, ...], may_be_own: _Choice) -> list[Parts]:
        """What the files named by ``based_on`` hold, each with what it is based on in turn."""
        found = []
        for base in based_on(text, chain[-1]):
            name = f"{LANGUAGE}/{base}"
            path = (self._own(name) if may_be_own(name) else None) or self._packaged / name
            if name in chain or not path.is_file():
                raise TemplateFileError(chain[-1], 2, f"“based_on” names {base}, which is no other template.")
            base_text = self._watched.read_text(path)
            found.append(read_parts(base_text, name, *self._bases(base_text, (*chain, name), may_be_own)))
        return found

    def _own(self, name: str) -> Path | None:
        path = self._override / name if self._override else None
        return path if path and path.is_file() else None

    def _report(self, name: str, error: Exception) -> None:
        problem = _problem(name, error)
        if problem not in self.problems:  # a shared file is read for many messages
            self.problems.append(problem)


def _itself(template: MessageTemplate) -> MessageTemplate:
    return template


def _markdown_in(folder: Path) -> list[str]:
    return [path.relative_to(folder).as_posix() for path in sorted((folder / LANGUAGE).rglob("*.md"))]


def _problem(name: str, error: Exception) -> FileProblem:
    if isinstance(error, TemplateFileError):  # the fault may lie in a shared file
        return FileProblem(error.file, error.line, error.reason)
    if isinstance(error, WrongFileError):
        return FileProblem(name, error.line, error.reason)
    return FileProblem(name, 1, "The file is no UTF-8 text.")
