"""All checks of a text. To change one, go to its file; to leave one out, take its line from the table."""

from collections.abc import Callable, Iterator

from ..drafts import Finding
from ..kinds import Channel
from ..playbook import Playbook
from .context import CheckContext
from .length import check_length
from .lists import CheckLists
from .marks import check_marks
from .message import Message
from .missing_parts import check_missing_parts
from .names import check_names
from .panel import check_panel
from .placeholders import check_placeholders
from .recipients import check_recipients
from .wording import check_wording

CHECKS: tuple[Callable[[Message], Iterator[Finding]], ...] = (
    check_wording,  # W29 W30 W31 X21
    check_marks,  # W29
    check_missing_parts,  # W9 W13 W14 W18 W32
    check_length,  # X4 X6 X7 X15 X17
    check_placeholders,  # X20
    check_names,  # X20
    check_panel,  # X8 X20
    check_recipients,  # X22
)


def check_text(
    text: str,
    *,
    subject: str | None = None,
    channel: Channel = "email",
    lists: CheckLists,
    playbook: Playbook,
    context: CheckContext | None = None,
) -> tuple[Finding, ...]:
    """What could be said better in a draft or in anything the user typed, by place in the text.

    Nothing is found in an empty text. Remarks on the whole message have no words: they stand at its
    beginning or end.
    """
    if not text.strip():
        return ()
    message = Message(text, subject, channel, lists, playbook, context or CheckContext())
    findings = [finding for check in CHECKS for finding in check(message)]
    return tuple(sorted(findings, key=lambda finding: (finding.start, finding.end)))
