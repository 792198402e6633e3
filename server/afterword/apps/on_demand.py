"""An app that is made when the first request comes for it: a start answers before all of it is loaded."""

import threading
from collections.abc import Callable, Iterable
from typing import Any

from flask import Flask


class OnDemand:
    """A WSGI application around an app that ``make`` makes once, for the first who needs it."""

    def __init__(self, make: Callable[[], Flask]) -> None:
        self._make = make
        self._made: Flask | None = None
        self._making = threading.Lock()

    @property
    def app(self) -> Flask:
        """The app; a second caller waits while the first has it made."""
        with self._making:
            if self._made is None:
                self._made = self._make()
            return self._made

    def __call__(self, environ: dict[str, Any], start_response: Callable[..., Any]) -> Iterable[bytes]:
        """Answer."""
        return self.app(environ, start_response)
