"""Sharing an article on LinkedIn: the user's own remark is asked for, then the post is written (W26, W27)."""

from datetime import datetime

from .checking import CheckedText
from .domain.cadence import too_many_posts
from .domain.checking import check_post, word_count
from .domain.composing.posting import PostAnswer, compose_post, missing_for_post
from .domain.drafts import DraftRequest
from .domain.settings import Settings
from .storage.presence_table import PresenceTable
from .templates.library import Library

_NOTHING = "There is nothing to share yet: name an article, and say in your own words what you think of it."


def draft_post(
    request: DraftRequest, *, log: PresenceTable, settings: Settings, library: Library, now: datetime
) -> PostAnswer:
    """Answer a click in the box for posts: what to ask first, or the post with what the checks remark.

    Among the remarks is one if this post would be one too many this day or week (W27). Nothing is logged.
    """
    facts, texts = request.facts or {}, library.current()
    if missing := missing_for_post(texts.post, facts):
        return PostAnswer("missing", missing=missing)
    post = compose_post(
        texts.post, facts, playbook=texts.playbook, wording=request.wording, limit=request.limit
    )
    if not post.body:
        return PostAnswer("advice", advice=_NOTHING)
    too_many = too_many_posts(log.all(), settings, now, texts.playbook)
    found = check_shared(post.body, settings=settings, library=library)
    return PostAnswer("ready", draft=post, findings=(*found.findings, *too_many))


def check_shared(text: str, *, settings: Settings, library: Library) -> CheckedText:
    """Check a post as the user changed it."""
    texts = library.current()
    found = check_post(text, lists=texts.check_lists, playbook=texts.playbook, settings=settings)
    return CheckedText(found, word_count(text), seconds=None)
