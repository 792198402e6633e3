"""All message templates, the playbook's numbers and the checker's lists: the packaged and the user's own."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path, PurePosixPath
from types import MappingProxyType
from typing import TypeVar

from ..domain.checking import CheckLists
from ..domain.kinds import Channel, Kind
from ..domain.messages import MessageTemplate
from ..domain.playbook import Playbook
from .check_lists_file import read_check_lists
from .message_file import Parts, based_on, read_message, read_parts
from .playbook_file import read_playbook
from .template_errors import FileProblem, NoTemplateError, TemplateFileError, WrongFileError

_T = TypeVar("_T")

LANGUAGE = "en"
PLAYBOOK_FILE = "playbook.yaml"
CHECKS_FILE = f"{LANGUAGE}/checks.yaml"

_Stamp = tuple[tuple[str, int, int], ...]


@dataclass(frozen=True, slots=True)
class _Contents:
    """What was read from the folders at one moment."""

    messages: Mapping[tuple[Kind, Channel], MessageTemplate]
    files: Mapping[tuple[Kind, Channel], str]
    playbook: Playbook
    check_lists: CheckLists
    problems: tuple[FileProblem, ...]


class Library:
    """Templates by kind and channel; a file in ``override`` goes before the packaged one of the same path.

    Files are parsed once and again when one of them changes. A file of the user's that is wrong is
    reported in ``problems`` and the packaged one stands in; a packaged file that is wrong raises.
    """

    def __init__(self, packaged: Path, override: Path | None = None) -> None:
        self._packaged = packaged
        self._override = override
        self._stamp: _Stamp | None = None
        self._contents: _Contents | None = None

    @property
    def playbook(self) -> Playbook:
        """Every number of the playbook."""
        return self._current().playbook

    @property
    def check_lists(self) -> CheckLists:
        """The word lists of the checker."""
        return self._current().check_lists

    @property
    def problems(self) -> tuple[str, ...]:
        """One sentence for each file of the user's that could not be used."""
        return tuple(
            f"Your own {p.file} can't be used, so the packaged one is. In line {p.line}: {p.reason}"
            for p in self.file_problems
        )

    @property
    def file_problems(self) -> tuple[FileProblem, ...]:
        """What is wrong with files of the user's, by file and line."""
        return self._current().problems

    @property
    def files(self) -> Mapping[tuple[Kind, Channel], str]:
        """The path of each template, relative to the folder of templates."""
        return self._current().files

    def message(self, kind: Kind, channel: Channel) -> MessageTemplate:
        """The template for this kind on this channel.

        Raises:
            NoTemplateError: there is none.
        """
        found = self._current().messages.get((kind, channel))
        if found is None:
            raise NoTemplateError(f"There is no template for {kind} as {channel}.")
        return found

    def _current(self) -> _Contents:
        stamp = self._stamp_now()
        if self._contents is None or stamp != self._stamp:
            self._contents = self._read()
            self._stamp = stamp
        return self._contents

    def _stamp_now(self) -> _Stamp:
        folders = [self._packaged, *([self._override] if self._override else [])]
        found = []
        for path in (path for folder in folders for path in sorted(folder.rglob("*")) if path.is_file()):
            stat = path.stat()
            found.append((str(path), stat.st_mtime_ns, stat.st_size))
        return tuple(found)

    def _read(self) -> _Contents:
        return _Reading(self._packaged, self._override).contents()


_Choice = Callable[[str], bool]


def _is_shared(name: str) -> bool:
    """Whether a file holds parts for others; a packaged message follows the user's own of these only."""
    return PurePosixPath(name).name.startswith("_")


def _every(_name: str) -> bool:
    return True


def _none(_name: str) -> bool:
    return False


class _Reading:
    """One pass over both folders."""

    def __init__(self, packaged: Path, override: Path | None) -> None:
        self._packaged = packaged
        self._override = override
        self._problems: list[FileProblem] = []

    def contents(self) -> _Contents:
        messages: dict[tuple[Kind, Channel], MessageTemplate] = {}
        files: dict[tuple[Kind, Channel], str] = {}
        for name in self._names():
            template = self._message(name)
            if template:
                messages[template.kind, template.channel] = template
                files[template.kind, template.channel] = name
        return _Contents(
            messages=MappingProxyType(messages),
            files=MappingProxyType(files),
            playbook=self._read_one(PLAYBOOK_FILE, read_playbook),
            check_lists=self._read_one(CHECKS_FILE, read_check_lists),
            problems=tuple(self._problems),
        )

    def _names(self) -> list[str]:
        """Message files of both folders; those whose name begins with "_" hold parts for others."""
        folders = [self._packaged, *([self._override] if self._override else [])]
        names = (p.relative_to(f).as_posix() for f in folders for p in sorted((f / LANGUAGE).rglob("*.md")))
        return list(dict.fromkeys(name for name in names if not _is_shared(name)))

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
            return self._parse(packaged, name, _is_shared)
        except (WrongFileError, UnicodeDecodeError) as error:
            message = self._parse(packaged, name, _none)
            self._report(name, error)
            return message

    def _parse(self, path: Path, name: str, may_be_own: _Choice) -> MessageTemplate:
        text = path.read_text("utf-8")
        return read_message(text, name, *self._bases(text, (name,), may_be_own))

    def _bases(self, text: str, chain: tuple[str, ...], may_be_own: _Choice) -> list[Parts]:
        """What the files named by ``based_on`` hold, each with what it is based on in turn."""
        found = []
        for base in based_on(text, chain[-1]):
            name = f"{LANGUAGE}/{base}"
            path = (self._own(name) if may_be_own(name) else None) or self._packaged / name
            if name in chain or not path.is_file():
                raise TemplateFileError(chain[-1], 2, f"“based_on” names {base}, which is no other template.")
            base_text = path.read_text("utf-8")
            found.append(read_parts(base_text, name, *self._bases(base_text, (*chain, name), may_be_own)))
        return found

    def _own(self, name: str) -> Path | None:
        path = self._override / name if self._override else None
        return path if path and path.is_file() else None

    def _read_one(self, name: str, read: Callable[[str], _T]) -> _T:
        own = self._own(name)
        if own:
            try:
                return read(own.read_text("utf-8"))
            except (WrongFileError, UnicodeDecodeError) as error:
                self._report(name, error)
        return read((self._packaged / name).read_text("utf-8"))

    def _report(self, name: str, error: Exception) -> None:
        problem = _problem(name, error)
        if problem not in self._problems:  # a shared file is read for many messages
            self._problems.append(problem)


def _problem(name: str, error: Exception) -> FileProblem:
    if isinstance(error, TemplateFileError):  # the fault may lie in a shared file
        return FileProblem(error.file, error.line, error.reason)
    if isinstance(error, WrongFileError):
        return FileProblem(name, error.line, error.reason)
    return FileProblem(name, 1, "The file is no UTF-8 text.")
