"""The app that is there from the start: it says who is here, and loads nothing else for it."""

from flask import Flask

from ..guard.doors import Door, doors_of
from ..introduction import who_is_here
from ..parts import Premises, premises_of
from .guarded import guarded_app

HEALTH = "/api/v1/health"


def make_front(premises: Premises) -> Flask:
    """The front's app. The API has the same route, with the proof that a question may ask for (T12)."""
    app = guarded_app(premises)
    app.add_url_rule(HEALTH, "read_health", lambda: who_is_here(premises_of(app).access))
    doors_of(app).for_endpoint("read_health", Door.OPEN)
    return app
