"""The application: three Flask apps behind one guard, and one check of Host before them all.

``create_app`` makes the front, which says who is here. The API's app and the pages' are loaded with the first
request for them: a start answers soon, and who never looks at a page holds none of its libraries in memory.
"""

import contextlib
from collections.abc import Callable, Iterable
from typing import Any, cast

from flask import Flask

from .apps.front_app import HEALTH, make_front
from .apps.on_demand import OnDemand
from .assets import asset_folder
from .config import OWN_TEMPLATES, Config
from .domain.errors import AfterwordError
from .guard.host_check import HostCheck, WsgiApp
from .http_errors import API_PREFIX
from .parts import Premises
from .storage.access import AccessStore
from .storage.store import Store

_API, _PAGES = "afterword-api", "afterword-pages"


def create_app(
    config: Config, store: Store, access: AccessStore, *, reads_texts_first: bool = False
) -> Flask:
    """The whole server for one data folder and one port.

    Args:
        config: where it runs and on what.
        store: the records.
        access: who may ask.
        reads_texts_first: read the templates before the rest of the API is loaded. What the reading leaves
            behind is room for the rest: a megabyte less for a server that runs all day, and a tenth of a
            second more before the first answer of the API.
    """
    app = make_front(Premises(config, access))
    api = app.extensions[_API] = OnDemand(lambda: _load_api(config, store, access, reads_texts_first))
    pages = app.extensions[_PAGES] = OnDemand(lambda: _load_pages(api.app))
    by_path = _by_path(front=app.wsgi_app, api=api, pages=pages)
    app.wsgi_app = HostCheck(by_path, config.port)  # type: ignore[method-assign]
    return app


def api_of(app: Flask) -> Flask:
    """The app that answers for the API, loaded if nothing was asked of it yet."""
    return cast("OnDemand", app.extensions[_API]).app


def pages_of(app: Flask) -> Flask:
    """The app that answers for the pages, loaded if none was asked for yet."""
    return cast("OnDemand", app.extensions[_PAGES]).app


def _by_path(*, front: WsgiApp, api: WsgiApp, pages: WsgiApp) -> WsgiApp:
    """Each request to its app. A question for health that asks for a proof is the API's."""

    def answer(environ: dict[str, Any], start_response: Callable[..., Any]) -> Iterable[bytes]:
        path, query = environ.get("PATH_INFO", ""), environ.get("QUERY_STRING", "")
        if path == HEALTH and not query:
            return front(environ, start_response)
        return (api if path.startswith(API_PREFIX) else pages)(environ, start_response)

    return answer


def _load_api(config: Config, store: Store, access: AccessStore, reads_texts_first: bool) -> Flask:
    from .templates.library import Library  # noqa: PLC0415 - with what is loaded here

    library = Library(asset_folder("shared_templates"), config.data_dir / OWN_TEMPLATES)
    if reads_texts_first:
        # What is wrong with them is told again where somebody asks for one.
        with contextlib.suppress(AfterwordError, OSError):
            library.current()
    from .apps.api_app import make_api  # noqa: PLC0415 - drafting, and all that it needs

    return make_api(config, store, access, library)


def _load_pages(api: Flask) -> Flask:
    from .apps.pages_app import make_pages  # noqa: PLC0415 - half of all that the program could import

    return make_pages(api)
