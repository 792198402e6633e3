"""A person met in a round."""

from ...domain.kinds import HIRING_ROLES
from ...domain.records import Interviewer
from . import fields
from .shape import Shape


class InterviewerSchema(Shape):
    """A person met. An ``id`` that the record knows keeps this person who they are; else one is given."""

    makes = Interviewer

    id = fields.Text(load_default="")
    name = fields.Text(required=True)
    greet_as = fields.Text(load_default=None, allow_none=True)
    email = fields.Email(load_default=None, allow_none=True)
    linkedin_url = fields.WebAddress(load_default=None, allow_none=True)
    title = fields.Text(load_default=None, allow_none=True)
    hiring_role = fields.Word(HIRING_ROLES, load_default="other")
    timezone = fields.Zone(load_default=None, allow_none=True)
    talked_about = fields.Notes(load_default=None, allow_none=True)


class InterviewerFactsSchema(Shape):
    """What was learnt about a person; only what is given changes."""

    name = fields.Text()
    greet_as = fields.Text(allow_none=True)
    email = fields.Email(allow_none=True)
    linkedin_url = fields.WebAddress(allow_none=True)
    title = fields.Text(allow_none=True)
    hiring_role = fields.Word(HIRING_ROLES)
    timezone = fields.Zone(allow_none=True)
    talked_about = fields.Notes(allow_none=True)
