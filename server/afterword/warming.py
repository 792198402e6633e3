"""What the first click would wait for, done in the background once the server answers."""

import contextlib
import gc
import threading
from typing import Final

from flask import Flask

from .app import api_of, pages_of
from .domain.errors import AfterwordError
from .parts import parts_of

BEGINS_AFTER: Final = 0.5  # seconds: the page that the start opens comes first


def warm_up_soon(app: Flask, *, with_pages: bool) -> None:
    """Load what a click needs shortly after the start, and the pages where one is coming; returns at once."""
    timer = threading.Timer(BEGINS_AFTER, _warm_up, (app, with_pages))
    timer.daemon = True  # a stop of the server does not wait for it
    timer.start()


def _warm_up(app: Flask, with_pages: bool) -> None:
    if with_pages:
        pages_of(app)
    parts = parts_of(api_of(app))
    # What is wrong here is wrong again with the first click, which says so to somebody who can read it.
    with contextlib.suppress(AfterwordError, OSError):
        from .domain.calendar import is_working_day  # noqa: PLC0415 - with the rest, not with the start

        parts.library.current()
        parts.store.records.with_email("nobody@example.com")
        is_working_day(parts.clock.now().date(), parts.store.settings.get().country)
    gc.collect()  # else what is rubbish by now would stay as well
    gc.freeze()  # what is there now stays: the collector need not look through it while somebody waits
