"""A sentence that another member of the panel already has in the mailbox (X8, X20)."""

from collections.abc import Iterator

from ..drafts import Finding
from .message import Message
from .phrase import CLAUSE_END
from .reading import Reading, without_quotes

_TELLING = 8  # words from which on the same sentence twice is no coincidence
_WHY = "Another member of the panel was sent this very sentence, and colleagues compare."


def check_panel(message: Message) -> Iterator[Finding]:
    """Each sentence of the body shared with a sent text; calls to action and thanks may be alike (X8)."""
    sent = {
        words
        for text in message.context.panel_texts
        for words, _, _ in _sentences(message.read(without_quotes(text)))
    }
    if not sent:
        return
    for words, start, end in _sentences(message.reading):
        if words in sent and not message.lists.parts.asks.occurs(words):
            yield message.finding("X20", "stop", (start, end), _WHY)


def _sentences(reading: Reading) -> Iterator[tuple[tuple[str, ...], int, int]]:
    for first, end in reading.sentences():
        words = tuple(word for word in reading.words[first:end] if word != CLAUSE_END)
        if len(words) >= _TELLING:
            yield words, reading.starts[first], reading.ends[end - 1]
