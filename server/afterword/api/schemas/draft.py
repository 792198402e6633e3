"""A click and its answer."""

from typing import Any

from marshmallow import fields as plain
from marshmallow import post_load

from ...domain.drafts import DraftRequest, Person, Recipient, Thread
from ...domain.kinds import CHANNELS, KINDS, SURFACES
from . import fields
from .finding import FindingSchema
from .shape import Shape
from .timing import TimingSchema

MOST_RECIPIENTS = 100
LONGEST_BOX = 1_000_000  # characters


class RecipientSchema(Shape):
    """Somebody in the To line, as the page shows it: what stands there need not be an address."""

    name = fields.Text(load_default="")
    email = fields.Text(load_default="", longest=320)
    makes = Recipient


class PersonSchema(Shape):
    """A person on a profile page, as the page shows it."""

    makes = Person

    name = fields.Text(load_default="")
    headline = fields.Text(load_default="", longest=1_000)
    company = fields.Text(load_default="")
    linkedin_url = fields.Text(load_default="", longest=2_000)


class ThreadSchema(Shape):
    """The conversation the compose box belongs to."""

    makes = Thread

    is_reply = fields.Flag(load_default=False)
    last_from = fields.Text(load_default="", longest=320)
    last_at = fields.Moment(load_default=None, allow_none=True)
    subject = fields.Text(load_default="", longest=2_000)


class DraftRequestSchema(Shape):
    """What the page showed, and what narrows the choice. A fact of null was asked and skipped."""

    surface = fields.Word(SURFACES, load_default="page")
    recipients = fields.Several(fields.Part(RecipientSchema), most=MOST_RECIPIENTS, load_default=())
    person = fields.Part(PersonSchema, allow_none=True)
    thread = fields.Part(ThreadSchema, allow_none=True)
    has_signature = fields.Flag(load_default=False)
    limit = fields.Number(1, LONGEST_BOX, load_default=None, allow_none=True)
    record_id = fields.Text(load_default=None, allow_none=True)
    round_id = fields.Text(load_default=None, allow_none=True)
    interviewer_id = fields.Text(load_default=None, allow_none=True)
    kind = fields.Word(KINDS, load_default=None, allow_none=True)
    channel = fields.Word(CHANNELS, load_default=None, allow_none=True)
    wording = fields.Number(0, 1_000_000, load_default=0)
    facts = fields.Facts(load_default=None, allow_none=True)

    @post_load
    def make(self, data: dict[str, Any], **_: Any) -> DraftRequest:
        """The click; a person or thread of null is one of which the page showed nothing."""
        shown = {name: value for name, value in data.items() if value is not None}
        return DraftRequest(**shown)


class SentenceSchema(Shape):
    """One sentence of a draft and where it comes from."""

    text = fields.Given()
    source = fields.Given()
    rules = fields.Several(fields.Given())


class DraftSchema(Shape):
    """A finished draft. A post goes to nobody: it has no record, no kind and no channel."""

    draft_id = fields.Given()
    record_id = fields.Given(allow_none=True)
    round_id = fields.Given(allow_none=True)
    interviewer_id = fields.Given(allow_none=True)
    kind = fields.Given(allow_none=True)
    channel = fields.Given(allow_none=True)
    subject = fields.Given(allow_none=True)
    body = fields.Given()
    limit = plain.Integer(allow_none=True)
    words = plain.Integer()
    seconds = plain.Integer(allow_none=True)
    sentences = fields.Several(fields.Part(SentenceSchema))
    wording = plain.Integer()
    person = fields.Given()
    company = fields.Given()


class MissingFactSchema(Shape):
    """A question the panel asks."""

    field = fields.Given()
    question = fields.Given()
    example = fields.Given()


class ChoiceSchema(Shape):
    """One of several follow-ups a click may mean."""

    record_id = fields.Given()
    interviewer_id = fields.Given(allow_none=True)
    kind = fields.Given()
    label = fields.Given()
    why = fields.Given()


class DraftAnswerSchema(Shape):
    """The answer to a click."""

    status = fields.Given()
    draft = fields.Part(DraftSchema, allow_none=True)
    timing = fields.Part(TimingSchema, allow_none=True)
    findings = fields.Several(fields.Part(FindingSchema))
    missing = fields.Several(fields.Part(MissingFactSchema))
    choices = fields.Several(fields.Part(ChoiceSchema))
    advice = fields.Given(allow_none=True)
    ask = fields.Given(allow_none=True)
    notes_left = plain.Integer(allow_none=True)
