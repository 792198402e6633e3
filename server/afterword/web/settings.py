"""The settings page: the user's details and choices, the connected browsers, and read notices."""

from flask import Blueprint, flash, redirect, render_template, request, url_for
from flask_babel import gettext
from werkzeug.wrappers import Response

from ..parts import parts_of_request
from .details_form import SIGN_OFFS, SettingsForm

settings = Blueprint("settings", __name__)


@settings.route("/settings", methods=["GET", "POST"])
def show() -> str | Response | tuple[str, int]:
    """Everything the user chose, and the browsers that are connected."""
    parts = parts_of_request()
    form = SettingsForm(parts.store.settings.get())
    if form.validate_on_submit():
        parts.store.settings.change(form.applied_to)
        flash(gettext("Saved."))
        return redirect(url_for("web.settings.show"))
    page = render_template(
        "settings.html",
        form=form,
        sign_offs=SIGN_OFFS,
        pairings=parts.access.pairings(),
        calendar_since=parts.access.calendar_token_created_at(),
    )
    return (page, 422) if request.method == "POST" else page


@settings.post("/notices/<notice_id>/dismiss")
def dismiss_notice(notice_id: str) -> Response:
    """Take a notice that was read off the pages."""
    parts_of_request().store.notices.dismiss(notice_id)
    return redirect(url_for("web.today.show"))
