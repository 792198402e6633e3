"""New texts tried before they are kept: what would be written with them, and what speaks against it."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime

from .domain.cadence import Elsewhere, timing_for
from .domain.composing.messages import MessageTemplate
from .domain.composing.posting import Post
from .domain.composing.samples import RICH, Sample, samples
from .domain.drafts import Draft, Finding
from .domain.errors import InvalidInputError
from .domain.kinds import Channel, Kind
from .domain.records import Record, Round
from .domain.settings import Settings
from .storage.records_table import RecordsTable
from .templates.files import Changes, TemplateFiles
from .templates.library import Library
from .templates.names import POST_FILE, message_named
from .templates.rehearsal import (
    SampleFinding,
    draft_for,
    findings_of,
    is_too_long,
    post_findings_of,
    post_for,
    rehearse,
    rehearse_post,
)
from .templates.template_errors import FileProblem, TemplateOutputError

_SHOWN_FIRST: Kind = "thank_you"
_TRIED_WITH_NUMBERS: Kind = "thank_you"


class RefusedFilesError(InvalidInputError):
    """Files that can't be kept, with file, line and reason; the old ones stay."""

    code = "bad_template"

    def __init__(self, problems: Iterable[FileProblem], fields: Mapping[str, FileProblem]) -> None:
        first = next(iter(problems))
        super().__init__(
            f"{first.file}, line {first.line}: {first.reason}",
            fields={field: f"Line {p.line}: {p.reason}" for field, p in fields.items()},
        )


@dataclass(frozen=True, slots=True)
class Trial:
    """What the checks remark on the drafts after some changes, and the problems that forbid the changes."""

    findings: tuple[SampleFinding, ...] = ()
    problems: tuple[FileProblem, ...] = ()


@dataclass(frozen=True, slots=True)
class Preview:
    """A draft of a text that is not kept yet, or why there is none."""

    draft: Draft | Post | None = None
    findings: tuple[Finding, ...] = ()
    problems: tuple[FileProblem, ...] = ()


def try_changes(changes: Changes, *, files: TemplateFiles, library: Library) -> Trial:
    """Read the collection as it would be, and draft every message that would change for all the samples.

    Raises:
        NotFoundError: one of the names is none that a template can have.
        InvalidInputError: a text, or all of them together, would be too long.
    """
    with files.trial(changes) as tried:
        problems = _unreadable(changes, tried, library) or tuple(_misplaced(changes, tried))
        if problems:
            return Trial(problems=problems)
        findings: list[SampleFinding] = []
        if tried.post != library.post:
            findings += rehearse_post(tried)
            problems = tuple(_problem(f.finding, POST_FILE, changes) for f in findings if f.refused)
        for template in _affected(tried, library):
            file = tried.files[template.kind, template.channel]
            for remark in rehearse(template, tried):
                findings.append(remark)
                if remark.refused:
                    problems = (*problems, _problem(remark.finding, file, changes))
        return Trial(tuple(f for f in findings if not f.refused), tuple(dict.fromkeys(problems)))


@dataclass(frozen=True, slots=True)
class PreviewRequest:
    """A text to show as a draft.

    ``record_id``: the record to show it on, else the sample of the name ``sample`` is taken. ``kind`` and
    ``channel``: which message to show of a file that changes several.
    """

    name: str
    text: str
    sample: str = RICH
    record_id: str | None = None
    kind: Kind | None = None
    channel: Channel | None = None
    wording: int = 0


def preview(
    asked: PreviewRequest,
    *,
    files: TemplateFiles,
    library: Library,
    records: RecordsTable,
    settings: Settings,
    now: datetime,
) -> Preview:
    """The draft that a text would give; nothing is kept.

    Raises:
        NotFoundError: the name is none that a template can have, or there is no such record.
        InvalidInputError: the text is too long.
        NoTemplateError: nobody wrote the message that is asked for.
    """
    change = {asked.name: asked.text}
    with files.trial(change) as tried:
        problems = _unreadable(change, tried, library) or tuple(_misplaced(change, tried))
        if problems:
            return Preview(problems=problems)
        if asked.name == POST_FILE:
            return _preview_of_post(asked, tried)
        template = _message_to_show(asked, tried, library)
        if asked.record_id:
            occasion = _occasion(
                records.get(asked.record_id),
                template,
                tried=tried,
                records=records,
                settings=settings,
                now=now,
            )
        else:
            occasion = next(sample for sample in samples() if sample.name == asked.sample)
        try:
            draft = draft_for(template, tried, occasion, asked.wording)
        except TemplateOutputError as error:
            return Preview(problems=(FileProblem(asked.name, 1, error.message),))
        return Preview(draft, findings_of(draft, tried, occasion))


def _preview_of_post(asked: PreviewRequest, tried: Library) -> Preview:
    try:
        post = post_for(tried, asked.sample, asked.wording)
    except TemplateOutputError as error:
        return Preview(problems=(FileProblem(asked.name, 1, error.message),))
    return Preview(post, post_findings_of(post, tried))


def _message_to_show(asked: PreviewRequest, tried: Library, library: Library) -> MessageTemplate:
    if asked.kind and asked.channel:
        return tried.message(asked.kind, asked.channel)
    if own := message_named(asked.name):
        return tried.message(*own)
    changed = _affected(tried, library) or (tried.message(_SHOWN_FIRST, "email"),)
    return next((message for message in changed if message.kind == _SHOWN_FIRST), changed[0])


def _occasion(
    record: Record,
    template: MessageTemplate,
    *,
    tried: Library,
    records: RecordsTable,
    settings: Settings,
    now: datetime,
) -> Sample:
    """The record as an occasion: its latest interview, and the first person met there."""
    round_: Round | None = max(record.rounds, key=lambda r: r.at, default=None)
    person = round_.interviewers[0] if round_ and round_.interviewers else None
    others = [other for other in records.with_outcome("offer", "accepted") if other.id != record.id]
    elsewhere = Elsewhere.of(others)
    timing = timing_for(
        record,
        round_.id if round_ else None,
        person.id if person else None,
        template.kind,
        template.channel,
        settings,
        tried.playbook,
        now,
        elsewhere,
    )
    return Sample(record.company, record, round_, person, settings, timing, elsewhere, now)


def _unreadable(changes: Changes, tried: Library, library: Library) -> tuple[FileProblem, ...]:
    """What can't be read after the changes; another file that was wrong before is no fault of theirs."""
    known = library.file_problems
    return tuple(p for p in tried.file_problems if p.file in changes or p not in known)


def _misplaced(changes: Changes, tried: Library) -> Iterator[FileProblem]:
    """Messages in the file of another one: two files for one kind and channel would hide each other."""
    for name, text in changes.items():
        expected = message_named(name)
        if text is not None and expected and tried.files.get(expected) != name:
            reason = "This file holds the message for kind: {} and channel: {}.".format(*expected)
            yield FileProblem(name, _line_of("kind:", text), reason)


def _affected(tried: Library, library: Library) -> tuple[MessageTemplate, ...]:
    """The messages that are other than before; new numbers or word lists are tried on all thank-yous."""
    keys = sorted(tried.files)
    if (tried.playbook, tried.check_lists) != (library.playbook, library.check_lists):
        return tuple(tried.message(*key) for key in keys if key[0] == _TRIED_WITH_NUMBERS)
    return tuple(tried.message(*key) for key in keys if _message(library, key) != tried.message(*key))


def _message(library: Library, key: tuple[Kind, Channel]) -> MessageTemplate | None:
    return library.message(*key) if key in library.files else None


def _problem(finding: Finding, file: str, changes: Changes) -> FileProblem:
    """The finding at the line that most likely caused it, in the file that was changed."""
    name = file if changes.get(file) else next(iter(changes))
    text = changes[name] or ""
    line = _longest_line(text) if is_too_long(finding) else _line_of(finding.words, text)
    return FileProblem(name, line, finding.why)


def _line_of(words: str, text: str) -> int:
    """The first line that holds these words; 1 where none does."""
    return next((n for n, line in enumerate(text.splitlines(), 1) if words and words in line), 1)


def _longest_line(text: str) -> int:
    lines = text.splitlines() or [""]
    return max(range(len(lines)), key=lambda n: len(lines[n])) + 1
