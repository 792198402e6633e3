"""A pack: templates, numbers and word lists in one document, as a career coach hands them to clients."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from .templates.files import Changes, TemplateFiles
from .templates.library import Library
from .templates.rehearsal import SampleFinding
from .templates.template_errors import FileProblem
from .trying import RefusedFilesError, Trial, try_changes

PACK_FORMAT: Final = "afterword-pack"
PACK_VERSION: Final = 1


@dataclass(frozen=True, slots=True)
class Pack:
    """Files by name. ``remove_others``: the user's own files that are not in it go when it is taken in."""

    files: Mapping[str, str]
    remove_others: bool = False


@dataclass(frozen=True, slots=True)
class PackChanges:
    """What taking in a pack does or would do to the user's own files, by name, and what forbids it."""

    added: tuple[str, ...]
    changed: tuple[str, ...]
    removed: tuple[str, ...]
    unchanged: tuple[str, ...]
    findings: tuple[SampleFinding, ...] = ()
    problems: tuple[FileProblem, ...] = ()


def export_pack(*, files: TemplateFiles) -> Pack:
    """All the user's own files."""
    return Pack(files.own_texts())


def preview_pack(pack: Pack, *, files: TemplateFiles, library: Library) -> PackChanges:
    """Say what a pack would change; nothing is kept.

    Raises:
        NotFoundError: the pack names a file that a collection can't have.
        InvalidInputError: its texts are too long.
    """
    changes = _changes(pack, files)
    return _told(pack, changes, files.own_texts(), try_changes(changes, files=files, library=library))


def apply_pack(pack: Pack, *, files: TemplateFiles, library: Library) -> PackChanges:
    """Take in a pack: all of it or, where one file can't be used, nothing.

    Raises:
        RefusedFilesError: one of the files can't be used.
        NotFoundError: the pack names a file that a collection can't have.
        InvalidInputError: its texts are too long.
    """
    changes, before = _changes(pack, files), files.own_texts()
    trial = try_changes(changes, files=files, library=library)
    if trial.problems:
        raise RefusedFilesError(trial.problems, {f"files.{p.file}": p for p in reversed(trial.problems)})
    files.apply(changes)
    return _told(pack, changes, before, trial)


def _changes(pack: Pack, files: TemplateFiles) -> Changes:
    gone = files.own_names() - pack.files.keys() if pack.remove_others else ()
    return {**pack.files, **dict.fromkeys(gone)}


def _told(pack: Pack, changes: Changes, before: Mapping[str, str], trial: Trial) -> PackChanges:
    held = sorted(pack.files)
    return PackChanges(
        added=tuple(name for name in held if name not in before),
        changed=tuple(name for name in held if name in before and before[name] != pack.files[name]),
        removed=tuple(sorted(name for name, text in changes.items() if text is None)),
        unchanged=tuple(name for name in held if before.get(name) == pack.files[name]),
        findings=trial.findings,
        problems=trial.problems,
    )
