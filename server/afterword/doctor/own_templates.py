"""The message templates: those that came with Afterword, and the user's own over them."""

from collections.abc import Iterator
from pathlib import Path

from ..assets import asset_folder
from ..config import OWN_TEMPLATES
from ..domain.errors import AfterwordError
from ..templates.library import Library
from .report import Line, ok, problem, warning


def check_templates(folder: Path) -> Iterator[Line]:
    """Whether all can be used; a wrong one of the user's is replaced by the one that came with Afterword."""
    try:
        library = Library(asset_folder("shared_templates"), folder / OWN_TEMPLATES)
        wrong, number = library.problems, len([library.message(*key) for key in library.files])
    except (AfterwordError, OSError) as error:
        yield problem("templates", str(error), "Install Afterword again.")
        return
    for sentence in wrong:
        yield warning(
            "templates", sentence, "Mend the file, or delete it; until then the one of Afterword is used."
        )
    if not wrong:
        yield ok("templates", f"{number} templates can be used.")
