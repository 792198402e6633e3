"""The text under check with everything the checks ask of it, each worked out once."""

from dataclasses import dataclass, field
from functools import lru_cache

from ..drafts import Finding
from ..kinds import Channel, Level
from ..playbook import Playbook
from .context import CheckContext
from .lists import CheckLists
from .phrase import SENTENCE_END
from .reading import Reading, read, without_names, without_quotes


@dataclass(frozen=True, slots=True)
class Message:
    """What every check is given. ``own`` is the text without quoted mail, offsets unchanged."""

    text: str
    subject: str | None
    channel: Channel
    lists: CheckLists
    playbook: Playbook
    context: CheckContext
    own: str = field(init=False)
    words: int = field(init=False)  # of the writer's own text
    own_names: tuple[str, ...] = field(init=False)
    reading: Reading = field(init=False)

    def __post_init__(self) -> None:
        own = without_quotes(self.text)
        object.__setattr__(self, "own", own)
        object.__setattr__(self, "words", word_count(own))
        object.__setattr__(self, "own_names", self.context.own_names)
        object.__setattr__(self, "reading", self.read(own))

    def read(self, text: str) -> Reading:
        """Any text as this message's lists read it, the names that belong here veiled."""
        return read(without_names(text, self.own_names), self.lists.contractions, self.lists.abbreviations)

    @property
    def is_whole(self) -> bool:
        """Whether the text is long enough to be a message rather than a sentence of one."""
        size = self.lists.message_size
        lines = sum(1 for line in self.own.splitlines() if line.strip())
        if lines >= size.lines and self.words >= size.words_in_lines:
            return True
        return self.words >= size.words_in_one_block and self.reading.words.count(SENTENCE_END) > 1

    def finding(
        self, rule: str, level: Level, span: tuple[int, int], why: str, replacement: str | None = None
    ) -> Finding:
        """A remark on the words between two offsets."""
        start, end = span
        return Finding(rule, level, self.text[start:end], start, end, why, replacement)

    def remark(self, rule: str, level: Level, why: str, *, at_start: bool = False) -> Finding:
        """A remark on the message as a whole, or on something that is not in its text."""
        at = 0 if at_start else len(self.text)
        return Finding(rule, level, "", at, at, why)


@lru_cache(maxsize=8)  # a draft is counted to make it fit, to say its length and to check it
def word_count(text: str) -> int:
    """Words as people count them: what stands between spaces and has a letter or a digit."""
    return len([word for word in text.split() if word[0].isalnum() or any(map(str.isalnum, word))])


def spoken_seconds(text: str, playbook: Playbook) -> int:
    """How long the text takes to say, in seconds, at the playbook's words a minute (X4)."""
    return round(word_count(text) * 60 / playbook.words_per_minute)
