"""The glass box: what the button read, what was kept and where it went."""

from flask import Blueprint, flash, redirect, render_template, url_for
from flask_babel import LazyString, gettext, lazy_gettext
from werkzeug.wrappers import Response

from ..parts import parts_of_request
from ..storage.activity_log import KEPT, What

activity = Blueprint("activity", __name__, url_prefix="/activity")

WHAT_WORDS: dict[What, LazyString] = {
    "draft": lazy_gettext("A draft was asked for"),
    "check": lazy_gettext("A text was checked"),
    "follow_up": lazy_gettext("A follow-up was logged"),
    "reply": lazy_gettext("A reply was logged"),
    "new_record": lazy_gettext("A record was added"),
    "new_person": lazy_gettext("A person was added"),
    "facts": lazy_gettext("Facts about a person were noted"),
}


@activity.get("/")
def show() -> str:
    """Every request of the connected browsers, the newest first."""
    entries = parts_of_request().activity.all()
    return render_template("activity.html", entries=entries, what_words=WHAT_WORDS, most=KEPT)


@activity.post("/clear")
def clear() -> Response:
    """Forget all of it."""
    parts_of_request().activity.clear()
    flash(gettext("Cleared."))
    return redirect(url_for("web.activity.show"))
