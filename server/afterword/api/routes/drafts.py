"""Drafts, checks and the agenda: what is due, its text, and what to say about a text."""

from collections.abc import Mapping
from typing import Any

from ... import agenda, checking, drafting, sharing
from ...domain.composing.posting import PostAnswer
from ...domain.drafts import DraftAnswer, DraftRequest, DueItem
from ...parts import parts_of_request
from ..blueprint import ApiBlueprint
from ..schemas.agenda import AgendaQuerySchema, AgendaSchema
from ..schemas.draft import DraftAnswerSchema, DraftRequestSchema
from ..schemas.finding import CheckedTextSchema, CheckRequestSchema

drafts = ApiBlueprint("drafts", __name__, description="What is due, and the text for it")


@drafts.route("/drafts", methods=["POST"])
@drafts.arguments(DraftRequestSchema)
@drafts.response(200, DraftAnswerSchema)
def draft_follow_up(click: DraftRequest) -> DraftAnswer | PostAnswer:
    """Answer a click; nothing is written."""
    parts = parts_of_request()
    if click.surface == "linkedin_post":
        return sharing.draft_post(
            click,
            log=parts.store.presence,
            settings=parts.store.settings.get(),
            library=parts.library,
            now=parts.clock.now(),
        )
    return drafting.draft_follow_up(
        click,
        records=parts.store.records,
        settings=parts.store.settings.get(),
        library=parts.library,
        now=parts.clock.now(),
    )


@drafts.route("/checks", methods=["POST"])
@drafts.arguments(CheckRequestSchema)
@drafts.response(200, CheckedTextSchema)
def check(asked: dict[str, Any]) -> checking.CheckedText:
    """Check a text; nothing is written."""
    parts = parts_of_request()
    settings, library = parts.store.settings.get(), parts.library
    if asked.pop("surface") == "linkedin_post" or asked["channel"] is None:
        return sharing.check_shared(asked["text"], settings=settings, library=library)
    return checking.check(**asked, records=parts.store.records, settings=settings, library=library)


@drafts.route("/agenda", methods=["GET"])
@drafts.arguments(AgendaQuerySchema, location="query")
@drafts.response(200, AgendaSchema)
def read_agenda(query: Mapping[str, Any]) -> dict[str, Any]:
    """List everything due, coming, late or stopped; with ``page``, a part of it."""
    parts = parts_of_request()
    items = agenda.agenda(
        records=parts.store.records,
        settings=parts.store.settings.get(),
        library=parts.library,
        now=parts.clock.now(),
    )
    return {"items": _page_of(items, query), "total": len(items)}


def _page_of(items: tuple[DueItem, ...], query: Mapping[str, Any]) -> tuple[DueItem, ...]:
    if "page" not in query:
        return items
    start = (query["page"] - 1) * query["page_size"]
    return items[start : start + query["page_size"]]
