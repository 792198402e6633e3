"""The pages' app, made with the first request for a page: a click in a mail needs none of its libraries."""

import threading
from collections.abc import Callable, Iterable
from typing import Any

from flask import Flask

from .http_errors import API_PREFIX

WsgiApp = Callable[[dict[str, Any], Callable[..., Any]], Iterable[bytes]]


class PagesOnDemand:
    """Hands the API's paths to the API and every other one to the pages.

    Args:
        api: the application behind ``/api/``.
        make: makes the pages' app; called once, by the first request for a page or by ``pages``.
    """

    def __init__(self, api: WsgiApp, make: Callable[[], Flask]) -> None:
        self._api = api
        self._make = make
        self._made: Flask | None = None
        self._lock = threading.Lock()

    @property
    def pages(self) -> Flask:
        """The pages' app."""
        with self._lock:
            if self._made is None:
                self._made = self._make()
            return self._made

    def __call__(self, environ: dict[str, Any], start_response: Callable[..., Any]) -> Iterable[bytes]:
        """Pass on."""
        is_for_api = str(environ.get("PATH_INFO", "")).startswith(API_PREFIX)
        return (self._api if is_for_api else self.pages)(environ, start_response)
