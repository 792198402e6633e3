"""What can be wrong with a template file."""

from ..domain.errors import AfterwordError, InvalidInputError, NotFoundError


class TemplateFileError(InvalidInputError):
    """A template that can't be used, with the file and line (counted from 1) and the reason."""

    code = "bad_template"

    def __init__(self, file: str, line: int, reason: str) -> None:
        super().__init__(f"{file}, line {line}: {reason}", fields={"text": f"Line {line}: {reason}"})
        self.file = file
        self.line = line
        self.reason = reason


class TemplateOutputError(AfterwordError):
    """A template that turned out something other than a sentence; never shown as a message's text."""

    code = "bad_template"


class NoTemplateError(NotFoundError):
    """Nobody wrote a template for this kind on this channel."""

    code = "no_template"
