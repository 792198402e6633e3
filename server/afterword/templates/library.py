"""All message templates, the playbook's numbers and the checker's lists: the packaged and the user's own."""

import threading
import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from types import MappingProxyType

from ..domain.checking import CheckLists
from ..domain.composing.messages import MessageTemplate, Template
from ..domain.kinds import Channel, Kind
from ..domain.playbook import Playbook
from .check_lists_file import read_check_lists
from .message_file import read_post
from .names import CHECKS_FILE, PLAYBOOK_FILE, POST_FILE
from .playbook_file import read_playbook
from .reading import Key, Reading
from .template_errors import FileProblem, NoTemplateError
from .watched import Watched

PACKAGED_ASKED_EVERY = 1.0  # seconds: who edits the packaged files is a developer, and can wait for one


@dataclass(frozen=True, slots=True)
class Collection:
    """What stood in the folders at one moment; all of one answer is taken from the same."""

    messages: Mapping[Key, MessageTemplate]
    files: Mapping[Key, str]
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


def _read_all(packaged: Path, override: Path | None, watched: Watched) -> Collection:
    reading = Reading(packaged, override, watched)
    messages, files = reading.messages()
    return Collection(
        messages=messages,
        files=MappingProxyType(files),
        post=reading.one(POST_FILE, lambda text: read_post(text, POST_FILE)),
        playbook=reading.one(PLAYBOOK_FILE, read_playbook),
        check_lists=reading.one(CHECKS_FILE, read_check_lists),
        problems=tuple(reading.problems),
    )


class Library:
    """Templates by kind and channel; a file in ``override`` goes before the packaged one of the same path.

    Files are parsed once and again when one of them changes. A file of the user's that is wrong is
    reported in ``problems`` and the packaged one stands in; a packaged file that is wrong raises, a message
    when it is asked for.
    """

    def __init__(
        self, packaged: Path, override: Path | None = None, *, now: Callable[[], float] = time.monotonic
    ) -> None:
        self._packaged = packaged
        self._override = override
        self._now = now
        self._reading = threading.Lock()
        self._packaged_files = Watched()
        self._own_files = Watched()
        self._asked_after_packaged = 0.0
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
    def files(self) -> Mapping[Key, str]:
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
        with self._reading:  # the first click may come while the start still reads: once is enough
            if self._collection is None or self._has_changed():
                self._collection = self._read()
            return self._collection

    def _read(self) -> Collection:
        # Noted before it is read: a file that changes meanwhile is seen to differ the next time.
        self._packaged_files, self._own_files = Watched(), Watched()
        self._packaged_files.watch_folders(self._packaged)
        if self._override:
            self._own_files.watch_all(self._override)
        self._asked_after_packaged = self._now()
        return _read_all(self._packaged, self._override, self._packaged_files)

    def _has_changed(self) -> bool:
        if self._own_files.has_changed():
            return True
        if self._now() - self._asked_after_packaged < PACKAGED_ASKED_EVERY:
            return False
        self._asked_after_packaged = self._now()
        return self._packaged_files.has_changed()
