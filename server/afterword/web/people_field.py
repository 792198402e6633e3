"""The field into which a list of people is pasted."""

from collections.abc import Iterable, Iterator
from typing import Any

from flask_babel import gettext, lazy_gettext
from marshmallow import ValidationError as ShapeError
from wtforms import TextAreaField
from wtforms.validators import ValidationError

from ..api.schemas.interviewer import InterviewerSchema
from ..domain.panel_lines import PanelLine, read_panel
from ..domain.records import Interviewer
from ..invitations import Invited

PEOPLE_HELP = lazy_gettext(
    "One person a line, as in “Dana Whitfield <dana@acme.example>”; the address may be missing."
)


def names_people(_form: Any, field: TextAreaField) -> None:
    """Every line must name somebody.

    Raises:
        ValidationError: some don't; each is named with what is wrong with it.
    """
    wrong = [f"“{line.text}”: {problem}" for line, problem in _problems(read_panel(field.data))]
    if wrong:
        raise ValidationError(" ".join(wrong))


def people_in(text: str) -> tuple[Interviewer, ...]:
    """The people that a list names, as new ones."""
    return tuple(Interviewer(id="", name=line.name, email=line.email) for line in read_panel(text))


def as_lines(people: Iterable[Interviewer | Invited]) -> str:
    """A list that names these people."""
    return "\n".join(f"{p.name} <{p.email}>".strip() if p.email else p.name for p in people)


def _problems(lines: tuple[PanelLine, ...]) -> Iterator[tuple[PanelLine, str]]:
    for line in lines:
        if line.problem:
            yield line, str(gettext(line.problem))
            continue
        try:
            InterviewerSchema().load({"name": line.name, "email": line.email})
        except ShapeError as error:
            yield line, next(iter(error.messages_dict.values()))[0]
