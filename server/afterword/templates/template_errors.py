"""What can be wrong with a file of the collection: a template, the playbook's numbers, the word lists."""

from collections.abc import Mapping
from dataclasses import dataclass

from ..domain.errors import AfterwordError, InvalidInputError, NotFoundError


@dataclass(frozen=True, slots=True)
class FileProblem:
    """Why a file can't be used. ``line`` counts from 1."""

    file: str
    line: int
    reason: str


class WrongFileError(InvalidInputError):
    """A file that can't be used, with the line (counted from 1) and the reason."""

    def __init__(
        self, message: str, *, line: int, reason: str, fields: Mapping[str, str] | None = None
    ) -> None:
        super().__init__(message, fields=fields)
        self.line = line
        self.reason = reason


class TemplateFileError(WrongFileError):
    """A template that can't be used."""

    code = "bad_template"

    def __init__(self, file: str, line: int, reason: str) -> None:
        fields = {"text": f"Line {line}: {reason}"}
        super().__init__(f"{file}, line {line}: {reason}", line=line, reason=reason, fields=fields)
        self.file = file


class TemplateOutputError(AfterwordError):
    """A template that turned out something other than a sentence; never shown as a message's text."""

    code = "bad_template"


class NoTemplateError(NotFoundError):
    """Nobody wrote a template for this kind on this channel."""

    code = "no_template"
