"""The local page: server-rendered, one view file per page, no request off the machine."""

from flask import Blueprint, Flask
from flask_bootstrap import Bootstrap5
from flask_wtf.csrf import CSRFProtect, generate_csrf

from ..guard.doors import Door, doors_of
from ..guard.log_in import is_logged_in, log_in
from .activity import activity
from .api_page import ApiDocument, api_page, show_document_of
from .board import board
from .calendar import FEED, calendar
from .data import CHOOSE, LARGEST_FILE, data
from .draft_call import draft_call
from .draft_card import draft_card
from .draft_mail import draft_mail
from .drafts import drafts
from .invitations import invitations
from .language import add_languages
from .layout import add_layout
from .linkedin import linkedin
from .packs import CHOOSE_PACK, LARGEST_PACK, packs
from .pairings import pairings
from .practice import practice
from .problems import add_problem_pages
from .record_edit import record_edit
from .record_invitation import record_invitation
from .record_log import record_log
from .record_undo import record_undo
from .records import records
from .settings import settings
from .setup import setup
from .templates import templates
from .today import today
from .today_steps import today_steps
from .trash import trash

RECORD_PAGES = (board, records, record_edit, record_invitation, record_log, record_undo, trash)
DRAFT_PAGES = (drafts, draft_mail, draft_card, draft_call)
LOCKED = (
    today,
    today_steps,
    *RECORD_PAGES,
    *DRAFT_PAGES,
    settings,
    data,
    setup,
    pairings,
    calendar,
    activity,
    api_page,
    invitations,
    linkedin,
    templates,
    packs,
)
OPEN_TO_ALL = (practice,)  # holds nothing of the user's


def register(app: Flask, *, api_document: ApiDocument) -> None:
    """Add the pages to the app, each with the door the guard holds before it."""
    _configure(app)
    show_document_of(app, api_document)
    Bootstrap5(app)
    add_languages(app)
    protection = CSRFProtect(app)
    pages = Blueprint(
        "web",
        __name__,
        static_folder="static",
        static_url_path="/static/afterword",
        template_folder="page_templates",
    )
    pages.before_request(lambda: _check_forms(protection))
    for page in (*LOCKED, *OPEN_TO_ALL):
        pages.register_blueprint(page)
    add_problem_pages(app, pages)
    app.register_blueprint(pages)
    app.register_blueprint(log_in)
    add_layout(app)
    _name_the_doors(app)


def _configure(app: Flask) -> None:
    app.static_url_path = "/static"  # Bootstrap's files go below it; the app itself has none there
    app.config.update(
        BOOTSTRAP_SERVE_LOCAL=True,
        WTF_CSRF_CHECK_DEFAULT=False,  # checked below, once the log-in's token is there
        WTF_CSRF_TIME_LIMIT=None,  # a form may stay open as long as the log-in lasts
        # Else the late answer to a picture could bring back the cookie as it was before the token was in it.
        SESSION_REFRESH_EACH_REQUEST=False,
    )


def _check_forms(protection: CSRFProtect) -> None:
    """Refuse forms without the log-in's token, made with the first page: later, two tabs might race."""
    if is_logged_in():
        generate_csrf()
    protection.protect()


def _name_the_doors(app: Flask) -> None:
    doors = doors_of(app)
    for page in LOCKED:
        doors.for_blueprint(f"web.{page.name}", Door.PAGE)
    for page in OPEN_TO_ALL:
        doors.for_blueprint(f"web.{page.name}", Door.LOG_IN)
    doors.for_blueprint("log_in", Door.LOG_IN)
    doors.for_endpoint(FEED, Door.CALENDAR)
    doors.let_in_up_to(LARGEST_FILE, CHOOSE)
    doors.let_in_up_to(LARGEST_PACK, CHOOSE_PACK)
    for own_files in ("web", "bootstrap"):
        doors.for_blueprint(own_files, Door.LOG_IN)
