"""Checking any text, a draft or what the user typed, against the playbook's rules."""

from dataclasses import dataclass, replace

from .domain.checking import CheckContext, check_text, spoken_seconds, word_count
from .domain.drafts import Finding, Recipient
from .domain.kinds import Channel
from .domain.records import Interviewer, Record
from .domain.settings import Settings
from .storage.records_table import RecordsTable
from .templates.library import Library

_SPOKEN: frozenset[Channel] = frozenset({"phone", "voicemail"})


@dataclass(frozen=True, slots=True)
class CheckedText:
    """What the checker says of a text; ``seconds`` as spoken, for calls and voicemails (X4)."""

    findings: tuple[Finding, ...]
    words: int
    seconds: int | None


def check(
    text: str,
    *,
    subject: str,
    channel: Channel,
    record_id: str | None,
    has_signature: bool,
    records: RecordsTable,
    settings: Settings,
    library: Library,
) -> CheckedText:
    """Check a text; with a record also for names that belong to another one.

    Raises:
        NotFoundError: there is no record of this id.
    """
    context = CheckContext(settings=settings)
    if record_id:
        record, whole = records.get(record_id), f"{subject}\n{text}"
        context = context_of(record, None, whole, records=records, settings=settings)
        context = replace(context, recipients=_addressable(record))
    texts = library.current()
    findings = check_text(
        text,
        subject=subject,
        channel=channel,
        lists=texts.check_lists,
        playbook=texts.playbook,
        context=replace(context, has_signature=has_signature),
    )
    seconds = spoken_seconds(text, texts.playbook) if channel in _SPOKEN else None
    return CheckedText(findings, word_count(text), seconds)


def context_of(
    record: Record, interviewer: Interviewer | None, text: str, *, records: RecordsTable, settings: Settings
) -> CheckContext:
    """What the checks of a text about this record may know: its own names, and others that the text holds."""
    others = [r for r in records.named_in(text) if r.id != record.id]
    return CheckContext(
        record=record,
        interviewer=interviewer,
        settings=settings,
        other_companies=tuple({r.company for r in others if r.company != record.company}),
        other_people=tuple({i.name for r in others for round_ in r.rounds for i in round_.interviewers}),
        panel_texts=_panel_texts(record, interviewer),
    )


def _addressable(record: Record) -> tuple[Recipient, ...]:
    """The people of a record to whom a text about it may go (X22)."""
    people = (i for round_ in record.rounds for i in round_.interviewers)
    return tuple(Recipient(i.name, i.email) for i in people if i.email)


def _panel_texts(record: Record, interviewer: Interviewer | None) -> tuple[str, ...]:
    """What was sent already to other people of the same round (X8)."""
    round_ = record.round_of(interviewer.id) if interviewer else None
    if round_ is None or interviewer is None:
        return ()
    return tuple(
        f.text
        for f in record.follow_ups
        if f.state == "sent" and f.text and f.round_id == round_.id and f.interviewer_id != interviewer.id
    )
