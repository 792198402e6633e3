"""The templates: all of them, one in an editor with its live preview, and putting the packaged one back."""

from collections.abc import Mapping
from itertools import groupby
from typing import Any

from flask import Blueprint, flash, redirect, render_template, request, url_for
from flask_babel import LazyString, gettext, lazy_gettext
from werkzeug.wrappers import Response

from .. import authoring, trying
from ..domain.composing.samples import SAMPLE_NAMES
from ..domain.errors import AfterwordError, NotFoundError
from ..domain.kinds import CHANNELS, KINDS
from ..parts import parts_of_request
from .words import CHANNEL_WORDS, KIND_WORDS

templates = Blueprint("templates", __name__, url_prefix="/templates")

MOST_RECORDS = 100  # to try a template on; the last changed ones

OTHER_CONTENTS: Mapping[str, LazyString] = {
    "parts": lazy_gettext("Parts that several messages share"),
    "post": lazy_gettext("A post on LinkedIn"),
    "playbook": lazy_gettext("The playbook’s numbers"),
    "checks": lazy_gettext("The checker’s word lists"),
}
SAMPLE_WORDS: Mapping[str, LazyString] = {
    "rich": lazy_gettext("A sample with many facts"),
    "poor": lazy_gettext("A sample with few facts"),
    "late": lazy_gettext("A sample that is late"),
    "recruiter": lazy_gettext("A sample to a recruiter"),
    "peer": lazy_gettext("A sample to a future colleague"),
    "panel": lazy_gettext("A sample of a panel"),
}

Page = str | Response | tuple[str, int]


@templates.get("/")
def show_all() -> str:
    """Every template by channel and kind, then the files that are none."""
    parts = parts_of_request()
    listed = authoring.list_templates(files=parts.files, library=parts.library)
    messages = [file for file in listed if file.kind and file.channel]
    messages.sort(key=_place)
    return render_template(
        "templates.html",
        channels=[(channel, list(files)) for channel, files in groupby(messages, lambda f: f.channel)],
        others=[file for file in listed if file not in messages],
        content_words=OTHER_CONTENTS,
        own=sum(file.has_own for file in listed),
    )


@templates.get("/edit/<path:name>")
def edit(name: str) -> Page:
    """One file in the editor."""
    file = _file(name)
    return _editor(file, file.text)


@templates.post("/edit/<path:name>")
def save(name: str) -> Page:
    """Keep the text as the user's own; or, where only a look was asked for, show its draft."""
    file, text = _file(name), _typed()
    if "preview" in request.form:
        return _editor(file, text)
    parts = parts_of_request()
    try:
        kept = authoring.save_template(name, text, files=parts.files, library=parts.library)
    except NotFoundError:
        raise
    except AfterwordError as error:
        return _editor(file, text, error=error), 422
    remarks = {f"{remark.finding.words} {remark.finding.why}".strip() for remark in kept.findings}
    flash(gettext("Kept. Drafts are written with it from now on."))
    for remark in sorted(remarks):
        flash(gettext("A remark on its drafts: %(remark)s", remark=remark))
    return redirect(url_for("web.templates.edit", name=name))


@templates.post("/preview/<path:name>")
def preview(name: str) -> dict[str, Any]:
    """The draft of a text as it is typed, for the page's script."""
    return _shown(name, _typed())


@templates.post("/restore/<path:name>")
def restore(name: str) -> Response:
    """Take the user's own file away, so that the packaged one is used again."""
    authoring.restore_template(name, files=parts_of_request().files)
    flash(gettext("The packaged text is back."))
    return redirect(url_for("web.templates.show_all"))


def _place(file: authoring.TemplateFile) -> tuple[int, int]:
    """By channel, then in the order in which follow-ups come."""
    return CHANNELS.index(file.channel or "email"), KINDS.index(file.kind or "thank_you")


def _file(name: str) -> authoring.TemplateFile:
    parts = parts_of_request()
    return authoring.read_template(name, files=parts.files, library=parts.library)


def _typed() -> str:
    """The text as files have it; browsers send line ends of their own."""
    return request.form.get("text", "").replace("\r\n", "\n")


def _editor(file: authoring.TemplateFile, text: str, *, error: AfterwordError | None = None) -> str:
    records = parts_of_request().store.records.search(limit=MOST_RECORDS).records
    return render_template(
        "template_editor.html",
        file=file,
        title=_title(file),
        text=text,
        shown=_shown(file.name, text),
        error=error,
        records=records,
        samples={name: SAMPLE_WORDS[name] for name in SAMPLE_NAMES},
        on=_on(),
    )


def _title(file: authoring.TemplateFile) -> str:
    if file.kind and file.channel:
        return f"{KIND_WORDS[file.kind]}, {CHANNEL_WORDS[file.channel]}"
    return str(OTHER_CONTENTS.get(file.content, file.name))


def _on() -> str:
    """What the draft is shown on: a sample's name, or ``record:`` and a record's id."""
    return request.values.get("on", SAMPLE_NAMES[0])


def _shown(name: str, text: str) -> dict[str, Any]:
    """The draft with its remarks, or what keeps the text from being used."""
    parts = parts_of_request()
    on = _on()
    asked = trying.PreviewRequest(
        name=name,
        text=text,
        sample=on if on in SAMPLE_NAMES else SAMPLE_NAMES[0],
        record_id=on.removeprefix("record:") if on.startswith("record:") else None,
        wording=max(0, request.values.get("wording", 0, type=int)),
    )
    try:
        told = trying.preview(
            asked,
            files=parts.files,
            library=parts.library,
            records=parts.store.records,
            settings=parts.store.settings.get(),
            now=parts.clock.now(),
        )
    except AfterwordError as error:
        return {"subject": "", "body": "", "problems": [{"line": 0, "text": error.message}], "remarks": []}
    return {
        "subject": (told.draft and told.draft.subject) or "",
        "body": told.draft.body if told.draft else "",
        "problems": [{"line": p.line, "text": _at_line(p.line, p.reason)} for p in told.problems],
        "remarks": [f"“{f.words}”: {f.why}" if f.words else f.why for f in told.findings],
    }


def _at_line(line: int, reason: str) -> str:
    return str(gettext("Line %(line)d: %(reason)s", line=line, reason=reason))
