"""Templates, the playbook's numbers and the word lists as the user's own: read, kept, put back."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Literal

from .domain.kinds import Channel, Kind
from .templates.files import TemplateFiles
from .templates.library import Library
from .templates.names import CHECKS_FILE, PLAYBOOK_FILE, POST_FILE, holds_parts, message_named
from .templates.rehearsal import SampleFinding
from .templates.template_errors import FileProblem
from .trying import RefusedFilesError, try_changes

Origin = Literal["packaged", "own"]
Content = Literal["message", "parts", "post", "playbook", "checks"]

_CONTENTS: Mapping[str, Content] = {PLAYBOOK_FILE: "playbook", CHECKS_FILE: "checks", POST_FILE: "post"}


@dataclass(frozen=True, slots=True)
class TemplateFile:
    """One file of the collection; ``kind`` and ``channel`` are those of a message.

    ``origin`` says whose file drafts are written with: one of the user's with ``problems`` is not.
    ``text`` is the user's own if there is one; ``findings``: what was remarked on its drafts when saving.
    """

    name: str
    content: Content
    kind: Kind | None
    channel: Channel | None
    origin: Origin
    has_own: bool
    text: str
    packaged_text: str | None
    problems: tuple[FileProblem, ...]
    findings: tuple[SampleFinding, ...] = ()


def list_templates(*, files: TemplateFiles, library: Library) -> tuple[TemplateFile, ...]:
    """Every file of the collection, by name."""
    return tuple(read_template(name, files=files, library=library) for name in files.names())


def read_template(name: str, *, files: TemplateFiles, library: Library) -> TemplateFile:
    """One file: the user's own, else the packaged one.

    Raises:
        NotFoundError: there is no file of this name.
    """
    text, own = files.text(name), files.own_text(name)
    problems = tuple(problem for problem in library.file_problems if problem.file == name)
    kind, channel = message_named(name) or (None, None)
    return TemplateFile(
        name=name,
        content=_content_of(name),
        kind=kind,
        channel=channel,
        origin="packaged" if own is None or problems else "own",
        has_own=own is not None,
        text=text,
        packaged_text=files.packaged_text(name),
        problems=problems,
    )


def save_template(name: str, text: str, *, files: TemplateFiles, library: Library) -> TemplateFile:
    """Keep a text as the user's own file, once it was tried on the samples.

    Returns:
        The file as it is kept, with what the checks remark on its drafts.

    Raises:
        NotFoundError: a template can't have this name.
        RefusedFilesError: the text can't be used; the old one stays.
    """
    trial = try_changes({name: text}, files=files, library=library)
    if trial.problems:
        raise RefusedFilesError(trial.problems, {"text": trial.problems[0]})
    files.apply({name: text})
    return replace(read_template(name, files=files, library=library), findings=trial.findings)


def restore_template(name: str, *, files: TemplateFiles) -> None:
    """Put the packaged file back by taking the user's own away; where there is none, nothing changes.

    Raises:
        NotFoundError: there is no file of this name.
    """
    files.text(name)
    files.apply({name: None})


def _content_of(name: str) -> Content:
    return _CONTENTS.get(name) or ("parts" if holds_parts(name) else "message")
