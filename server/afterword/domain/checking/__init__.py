"""The checks of a message before it is sent: words, parts, length, names."""

from .check import check_text
from .context import CheckContext
from .lists import CheckLists
from .message import spoken_seconds, word_count

__all__ = ["CheckContext", "CheckLists", "check_text", "spoken_seconds", "word_count"]
