"""The test pages: three composes with an editor in each: empty, typed in, and above a signature and a quote.

In a frame stands the editor alone; an editor that brings a frame of its own stands there with its compose.
"""

from pathlib import Path
from urllib.parse import parse_qs, urlsplit

from playwright.sync_api import BrowserContext, Route

ADDRESS = "http://127.0.0.1/practice/editors"
OWN_FRAME = ("tinymce", "ckeditor4")
CASES = ("empty", "typed", "tail")
STRICT = (
    "default-src 'none'; script-src 'self'; style-src 'self'; frame-src 'self'; base-uri 'none'; "
    "require-trusted-types-for 'script'; trusted-types 'none'"
)
TYPES = {".js": "text/javascript", ".css": "text/css"}


def address_of(editor: str, place: str) -> str:
    """Where the page of an editor in a place is served."""
    return f"{ADDRESS}/page?editor={editor}&place={place}"


def serve_pages(context: BrowserContext, bundles: Path) -> None:
    """Answer below ADDRESS with the pages and the bundled editors."""

    def answer(route: Route) -> None:
        address = urlsplit(route.request.url)
        name = address.path.removeprefix("/practice/editors/")
        if name not in {"page", "frame"}:
            return _fulfil_file(route, bundles / name)
        asked = {key: values[0] for key, values in parse_qs(address.query).items()}
        markup = _page(**asked) if name == "page" else _frame(**asked)
        headers = {"Content-Type": "text/html; charset=utf-8"}
        if asked.get("place") == "strict":
            headers["Content-Security-Policy"] = STRICT
        return route.fulfill(body=markup, headers=headers)

    context.route(f"{ADDRESS}/**", answer)


def _fulfil_file(route: Route, file: Path) -> None:
    if not file.is_file():
        return route.fulfill(status=404)
    return route.fulfill(
        body=file.read_bytes(), content_type=TYPES.get(file.suffix, "application/octet-stream")
    )


def _page(editor: str, place: str) -> str:
    composes = "".join(_compose(editor, place, case) for case in CASES)
    return f"<!doctype html><title>Compose</title>{composes}{'' if place == 'frame' else _script(editor)}"


def _compose(editor: str, place: str, case: str) -> str:
    if place == "frame" and editor in OWN_FRAME:
        return _iframe(editor, case)
    text = _iframe(editor, case) if place == "frame" else _host(place, case)
    return _form(case, text)


def _frame(editor: str, case: str) -> str:
    text = _host("frame", case)
    body = _form(case, text) if editor in OWN_FRAME else text
    return f"<!doctype html><title>Message</title>{body}{_script(editor)}"


def _form(case: str, text: str) -> str:
    """A compose, with room below for what the extension shows at it."""
    return (
        f'<form aria-label="{case}"><input aria-label="To" value="Dana Whitfield &lt;dana@acme.com&gt;">'
        f'<input aria-label="Subject">{text}<button type="button">Send</button></form>{"<br>" * 8}'
    )


def _iframe(editor: str, case: str) -> str:
    address = f"/practice/editors/frame?editor={editor}&amp;case={case}"
    return f'<iframe src="{address}" title="Message" width="700" height="400"></iframe>'


def _host(place: str, case: str) -> str:
    tail = "data-tail" if case == "tail" else ""
    shadow = "data-shadow" if place == "shadow" else ""
    return f'<div data-case="{case}" {tail} {shadow}></div>'


def _script(editor: str) -> str:
    return f'<script src="/practice/editors/{editor}.js"></script>'
