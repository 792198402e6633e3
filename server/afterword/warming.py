"""What the first click would wait for, done in the background once the server answers."""

import contextlib
import gc
import threading
from typing import Final

from .domain.calendar import is_working_day
from .domain.errors import AfterwordError
from .parts import Parts

BEGINS_AFTER: Final = 0.5  # seconds: the page that the start opens comes first


def warm_up_soon(parts: Parts) -> None:
    """Read the templates and make the indexes shortly after the start; the caller goes on at once."""
    timer = threading.Timer(BEGINS_AFTER, _warm_up, (parts,))
    timer.daemon = True  # a stop of the server does not wait for it
    timer.start()


def _warm_up(parts: Parts) -> None:
    # What is wrong here is wrong again with the first click, which says so to somebody who can read it.
    with contextlib.suppress(AfterwordError, OSError):
        parts.library.current()
        parts.store.records.with_email("nobody@example.com")
        is_working_day(parts.clock.now().date(), parts.store.settings.get().country)
    gc.freeze()  # what is there now stays: the collector need not look through it while somebody waits
