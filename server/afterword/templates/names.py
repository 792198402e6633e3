"""What the files of the collection are called, and what each name holds."""

import re
from collections.abc import Mapping
from typing import Final

from ..domain.kinds import CHANNELS, KINDS, Channel, Kind

LANGUAGE: Final = "en"
PLAYBOOK_FILE: Final = "playbook.yaml"
CHECKS_FILE: Final = f"{LANGUAGE}/checks.yaml"
POST_FILE: Final = f"{LANGUAGE}/linkedin/post.md"

_ENDINGS: Final[Mapping[Channel, str]] = {
    "email": "email/{}.md",
    "linkedin_note": "linkedin/{}.note.md",
    "linkedin_message": "linkedin/{}.message.md",
    "linkedin_inmail": "linkedin/{}.inmail.md",
    "phone": "phone/{}.call.md",
    "voicemail": "phone/{}.voicemail.md",
    "handwritten": "note/{}.md",
}
_PARTS_NAME = re.compile(rf"{LANGUAGE}/(email|linkedin|note|phone)/_[a-z]{{1,40}}\.md")
_MESSAGES: Final[Mapping[str, tuple[Kind, Channel]]] = {
    f"{LANGUAGE}/{_ENDINGS[channel].format(kind)}": (kind, channel) for kind in KINDS for channel in CHANNELS
}


def message_named(name: str) -> tuple[Kind, Channel] | None:
    """The kind and channel of the message that a file of this name holds; None: it holds something else."""
    return _MESSAGES.get(name)


def holds_parts(name: str) -> bool:
    """Whether a file of this name holds parts for other messages."""
    return _PARTS_NAME.fullmatch(name) is not None


def is_name(name: str) -> bool:
    """Whether a file of the collection may be called this; nothing else is ever made into a path."""
    return name in (PLAYBOOK_FILE, CHECKS_FILE, POST_FILE) or name in _MESSAGES or holds_parts(name)
