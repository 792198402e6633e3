"""The checks of a message before it is sent: words, parts, length, names."""

from .check import check_text
from .context import CheckContext
from .lists import CheckLists
from .message import spoken_seconds, word_count
from .post import check_post, unrelated_to_work

__all__ = [
    "CheckContext",
    "CheckLists",
    "check_post",
    "check_text",
    "spoken_seconds",
    "unrelated_to_work",
    "word_count",
]
