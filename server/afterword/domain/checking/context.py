"""What the checks may know besides the text."""

from dataclasses import dataclass, field

from ..drafts import Recipient
from ..records import Interviewer, Record
from ..settings import Settings


@dataclass(frozen=True, slots=True)
class CheckContext:
    """All of it optional: a check that lacks what it needs stays silent.

    ``other_companies`` and ``other_people`` come from the user's other records; ``panel_texts`` are the
    messages already sent to other members of the same panel.
    """

    record: Record | None = None
    interviewer: Interviewer | None = None
    settings: Settings = field(default_factory=Settings)
    has_signature: bool = False
    other_companies: tuple[str, ...] = ()
    other_people: tuple[str, ...] = ()
    panel_texts: tuple[str, ...] = ()
    recipients: tuple[Recipient, ...] = ()

    @property
    def own_people(self) -> tuple[str, ...]:
        """The people who belong into this message: those met, those addressed, the user."""
        met = [p for r in self.record.rounds for p in r.interviewers] if self.record else []
        met += [self.interviewer] if self.interviewer else []
        names = [self.settings.name, *(recipient.name for recipient in self.recipients)]
        names += [name for person in met for name in (person.name, person.greet_as or "")]
        return tuple(name for name in names if name.strip())

    @property
    def own_names(self) -> tuple[str, ...]:
        """Names that are no words of the language here: the company's, and every part of the people's."""
        company = [self.record.company] if self.record else []
        parts = [part for name in self.own_people for part in name.split()]
        return (*company, *self.own_people, *parts)

    @property
    def own_words(self) -> str:
        """What the user noted about this company: names in it may stand in the message."""
        record = self.record
        if record is None:
            return ""
        notes = [record.role, record.excites, record.skill, record.outcome.feedback]
        for each in record.rounds:
            notes += [each.open_question, *(p.talked_about for p in each.interviewers)]
            notes += [p.title for p in each.interviewers]
        return "\n".join(note for note in (*notes, *self.settings.skills) if note)
