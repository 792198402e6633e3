"""Files of the collection: templates, the playbook's numbers, the word lists."""

from marshmallow import fields as plain

from ...domain.composing.samples import RICH, SAMPLE_NAMES
from ...domain.kinds import CHANNELS, KINDS
from ...templates.files import MOST_FILE_CHARACTERS
from ...trying import PreviewRequest
from . import fields
from .draft import DraftSchema
from .finding import FindingSchema
from .shape import Shape


class FileProblemSchema(Shape):
    """Why a file can't be used; lines count from 1."""

    file = fields.Given()
    line = plain.Integer()
    reason = fields.Given()


class TemplateFileSchema(Shape):
    """One file. ``origin``: whose is in use, packaged or own; an own one with problems is not."""

    name = fields.Given()
    content = fields.Given()
    kind = fields.Given(allow_none=True)
    channel = fields.Given(allow_none=True)
    origin = fields.Given()
    has_own = fields.Flag()
    problems = fields.Several(fields.Part(FileProblemSchema))


class TemplateListSchema(Shape):
    """Every file of the collection, by name."""

    items = fields.Several(fields.Part(TemplateFileSchema))


class SampleFindingSchema(Shape):
    """What the checks remark on the draft for one of the samples."""

    sample = fields.Given()
    finding = fields.Part(FindingSchema)


class OpenTemplateFileSchema(TemplateFileSchema):
    """A file with its text, the packaged one, and what the checks remark on its drafts once it is saved."""

    text = fields.Given()
    packaged_text = fields.Given(allow_none=True)
    findings = fields.Several(fields.Part(SampleFindingSchema))


class TemplateTextSchema(Shape):
    """A file's new text."""

    text = fields.Notes(required=True, longest=MOST_FILE_CHARACTERS)


class PreviewRequestSchema(Shape):
    """A text to show as a draft, on a record or else on a sample."""

    makes = PreviewRequest

    name = fields.Text(required=True)
    text = fields.Notes(required=True, longest=MOST_FILE_CHARACTERS)
    sample = fields.Word(SAMPLE_NAMES, load_default=RICH)
    record_id = fields.Text(load_default=None, allow_none=True)
    kind = fields.Word(KINDS, load_default=None, allow_none=True)
    channel = fields.Word(CHANNELS, load_default=None, allow_none=True)
    wording = fields.Number(0, 1_000_000, load_default=0)


class PreviewSchema(Shape):
    """The draft with its findings, or the problems of the text."""

    draft = fields.Part(DraftSchema, allow_none=True)
    findings = fields.Several(fields.Part(FindingSchema))
    problems = fields.Several(fields.Part(FileProblemSchema))
