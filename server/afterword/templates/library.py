"""All message templates, the playbook's numbers and the checker's lists: the packaged and the user's own."""

import os
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path, PurePosixPath
from types import MappingProxyType
from typing import TypeVar

from ..domain.checking import CheckLists
from ..domain.composing.messages import MessageTemplate, Template
from ..domain.kinds import Channel, Kind
from ..domain.playbook import Playbook
from .check_lists_file import read_check_lists
from .message_file import Parts, based_on, read_message, read_parts, read_post
from .playbook_file import read_playbook
from .template_errors import FileProblem, NoTemplateError, TemplateFileError, WrongFileError

_T = TypeVar("_T")

LANGUAGE = "en"
PLAYBOOK_FILE = "playbook.yaml"
CHECKS_FILE = f"{LANGUAGE}/checks.yaml"
POST_FILE = f"{LANGUAGE}/linkedin/post.md"

_Stamp = dict[str, tuple[int, int] | None]


@dataclass(frozen=True, slots=True)
class Collection:
    """What stood in the folders at one moment; all of one answer is taken from the same."""

    messages: Mapping[tuple[Kind, Channel], MessageTemplate]
    files: Mapping[tuple[Kind, Channel], str]
    post: Template
    playbook: Playbook
    check_lists: CheckLists
    problems: tuple[FileProblem, ...]

    def message(self, kind: Kind, channel: Channel) -> MessageTemplate:
        """The template for this kind on this channel.

        Raises:
            NoTemplateError: there is none.
        """
        found = self.messages.get((kind, channel))
        if found is None:
            raise NoTemplateError(f"There is no template for {kind} as {channel}.")
        return found


class Library:
    """Templates by kind and channel; a file in ``override`` goes before the packaged one of the same path.

    Files are parsed once and again when one of them changes. A file of the user's that is wrong is
    reported in ``problems`` and the packaged one stands in; a packaged file that is wrong raises.
    """

    def __init__(self, packaged: Path, override: Path | None = None) -> None:
        self._packaged = packaged
        self._override = override
        self._stamp: _Stamp = {}
        self._collection: Collection | None = None

    @property
    def playbook(self) -> Playbook:
        """Every number of the playbook."""
        return self.current().playbook

    @property
    def check_lists(self) -> CheckLists:
        """The word lists of the checker."""
        return self.current().check_lists

    @property
    def post(self) -> Template:
        """The template of a post that shares an article (W26)."""
        return self.current().post

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
        return self.current().problems

    @property
    def files(self) -> Mapping[tuple[Kind, Channel], str]:
        """The path of each template, relative to the folder of templates."""
        return self.current().files

    def message(self, kind: Kind, channel: Channel) -> MessageTemplate:
        """The template for this kind on this channel.

        Raises:
            NoTemplateError: there is none.
        """
        return self.current().message(kind, channel)

    def current(self) -> Collection:
        """All of it as it is now, for a caller that needs several parts: each look asks after every file."""
        stamp = {path: _state_of(path) for path in self._stamp}
        if self._collection is None or stamp != self._stamp:
            # Stamped before it is read: a file that changes meanwhile is seen to differ the next time.
            stamp = self._stamp_of_all()
            self._collection = _Reading(self._packaged, self._override).contents()
            self._stamp = stamp
        return self._collection

    def _stamp_of_all(self) -> _Stamp:
        """The state of every file and folder: a new file changes its folder, a new folder the one above."""
        folders = [self._packaged, *([self._override] if self._override else [])]
        paths = (path for folder in folders for path in (folder, *folder.rglob("*")))
        return {str(path): _state_of(str(path)) for path in paths}


def _state_of(path: str) -> tuple[int, int] | None:
    """What differs after a change; None where there is nothing."""
    try:
        found = os.stat(path)  # noqa: PTH116 - asked of a hundred paths with every click, and pathlib is slower
    except OSError:
        return None
    return found.st_mtime_ns, found.st_size


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

    def contents(self) -> Collection:
        messages: dict[tuple[Kind, Channel], MessageTemplate] = {}
        files: dict[tuple[Kind, Channel], str] = {}
        for name in self._names():
            template = self._message(name)
            if template:
                messages[template.kind, template.channel] = template
                files[template.kind, template.channel] = name
        return Collection(
            messages=MappingProxyType(messages),
            files=MappingProxyType(files),
            post=self._read_one(POST_FILE, lambda text: read_post(text, POST_FILE)),
            playbook=self._read_one(PLAYBOOK_FILE, read_playbook),
            check_lists=self._read_one(CHECKS_FILE, read_check_lists),
            problems=tuple(self._problems),
        )

    def _names(self) -> list[str]:
        """Message files of both folders; those whose name begins with "_" hold parts for others."""
        folders = [self._packaged, *([self._override] if self._override else [])]
        names = (p.relative_to(f).as_posix() for f in folders for p in sorted((f / LANGUAGE).rglob("*.md")))
        return list(dict.fromkeys(name for name in names if name != POST_FILE and not _is_shared(name)))

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
