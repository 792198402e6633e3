"""Pages for what went wrong: one plain sentence, and where to go from there."""

from flask import Blueprint, Flask, render_template, request
from flask_babel import gettext
from flask_wtf.csrf import CSRFError
from werkzeug.wrappers import Response

from ..domain.errors import AfterwordError, NotFoundError
from ..guard.refusals import NotLoggedInError, RefusedError
from ..http_errors import STATUS_OF, plain_answer


def add_problem_pages(app: Flask, pages: Blueprint) -> None:
    """Show errors as pages; those of the API stay as they are."""
    app.register_error_handler(NotLoggedInError, _show_locked)
    pages.register_error_handler(RefusedError, _show_refusal)
    pages.register_error_handler(AfterwordError, _show_problem)
    pages.register_error_handler(CSRFError, _show_stale_form)


def _show_locked(error: RefusedError) -> tuple[str, int]:
    return render_template("locked.html"), STATUS_OF[error.code]


def _show_refusal(error: RefusedError) -> Response | tuple[str, int]:
    """A page round this would show a stranger the navigation and the user's notices."""
    if isinstance(error, NotLoggedInError):
        return _show_locked(error)
    return plain_answer(error, request.path)


def _show_problem(error: AfterwordError) -> tuple[str, int]:
    is_gone = error.code == NotFoundError.code
    heading = gettext("It is not here any more") if is_gone else gettext("That did not work")
    page = render_template("problem.html", heading=heading, message=error.message, is_gone=is_gone)
    return page, STATUS_OF.get(error.code, 400)


def _show_stale_form(_error: CSRFError) -> tuple[str, int]:
    message = gettext("This form belongs to an earlier log-in. Go back, load the page again and repeat it.")
    return render_template("problem.html", heading=gettext("Please try once more"), message=message), 400
