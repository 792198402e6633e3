"""Checks of a post on LinkedIn, which greets nobody and asks for nothing (W26, W27)."""

from collections.abc import Iterator

from ..drafts import Finding
from ..playbook import Playbook
from ..settings import Settings
from .context import CheckContext
from .lists import CheckLists
from .marks import check_marks
from .message import Message
from .placeholders import check_placeholders
from .wording import check_wording, phrases_in


def check_post(
    text: str, *, lists: CheckLists, playbook: Playbook, settings: Settings
) -> tuple[Finding, ...]:
    """What could be said better in a post, and whether it has to do with the work at all (W27)."""
    if not text.strip():
        return ()
    post = _post(text, lists, playbook, settings)
    findings = [
        *check_wording(post),
        *check_marks(post),
        *check_placeholders(post),
        *_private(post),
        *_too_long(post),
    ]
    return tuple(sorted(findings, key=lambda finding: (finding.start, finding.end)))


def unrelated_to_work(
    text: str, *, lists: CheckLists, playbook: Playbook, settings: Settings
) -> tuple[Finding, ...]:
    """Words of private life in a text without any of work (W27)."""
    return tuple(_private(_post(text, lists, playbook, settings)))


def _post(text: str, lists: CheckLists, playbook: Playbook, settings: Settings) -> Message:
    return Message(text, None, "linkedin_message", lists, playbook, CheckContext(settings=settings))


def _private(post: Message) -> Iterator[Finding]:
    skills = [skill.casefold() for skill in post.context.settings.skills if skill.strip()]
    about_skills = any(skill in post.text.casefold() for skill in skills)
    if not about_skills and not post.lists.posts.work.occurs(post.reading.words):
        yield from phrases_in(post, post.lists.posts.private)


def _too_long(post: Message) -> Iterator[Finding]:
    limit = post.playbook.linkedin_post_characters
    if len(post.text) > limit:
        why = f"A post holds {limit} characters, and this has {len(post.text)}."
        yield post.remark("W26", "warning", why)
