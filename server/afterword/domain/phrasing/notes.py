"""What a person jotted down, as words that fit into a sentence.

Notes are free text: "the move of billing to Kafka", "You mentioned how you run on-call.", "We talked about
Kafka. She liked my thesis." A note becomes a *topic*, which may follow "about", or a *remark*, a clause of
its own, which may follow a colon. In doubt it is a remark: a colon suits both.
"""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Literal

from .note_words import (
    FINITE_VERBS,
    LEAD_INS,
    LOWERABLE,
    NOT_GERUNDS,
    NOTE_VERBS,
    OPENING_VERBS,
    POSSESSED,
)
from .third_person import address_directly

MOST_NOTE_WORDS = 45  # a longer note would crowd out the letter; whole sentences are kept up to here

_SENTENCE_END = re.compile(r"(?<=[.!?…])\s+(?=[^a-z])|(?<=[。！？])\s*")
_ABBREVIATED = re.compile(
    r"\b(e\.g|i\.e|etc|vs|approx|dr|mr|mrs|ms|prof|inc|ltd|co|corp|no|st|[a-z])\.$", re.I
)
_BULLET = re.compile(r"^\s*(?:[-*•–—·]|\d{1,2}[.)])\s+")
_SUBJECT = r"(?:i|we|you|they|he|she|it|there|this is|that is|these are)"
_STARTS_CLAUSE = re.compile(rf"{_SUBJECT}(?:'\w+)?\b", re.I)
_ASKS_OR_TELLS = re.compile(r"(?:how|why|what|where|when|who|which|whether)\b", re.I)
_QUOTED = re.compile(
    r"(?P<who>[A-Z][\w'’-]+) (?:mentioned|said|told|asked|explained|described|showed|wants)\b"
)
_PARTICIPLE = re.compile(r"(?:\w+(?:ed|en)|led|built|run|sold|taught|made|done|kept|brought|spent)\b", re.I)
_SUBORDINATES = re.compile(
    r"\b(?:that|which|who|whom|how|why|what|where|when|whether|if|i|we|you|they|he|she|it|"
    r"(?:your|our) team)\b",
    re.I,
)


@dataclass(frozen=True, slots=True)
class Phrase:
    """Words for a slot: a topic fits after "about", a remark after a colon."""

    text: str
    form: Literal["topic", "remark"]

    @property
    def is_topic(self) -> bool:
        """Whether the words fit after "about"."""
        return self.form == "topic"


def phrase_note(note: str, names: Iterable[str] = ()) -> Phrase | None:
    """What was talked about, ready for a sentence to the person called by one of ``names``; None if empty."""
    return _joined(_phrases_of(note, tuple(names)))


def phrase_reason(note: str, names: Iterable[str] = ()) -> str | None:
    """What excites the user, as words that fit after "is": noun phrases, and clauses with "that"."""
    phrases = _phrases_of(note, tuple(names))
    return _listed([p.text if p.is_topic else f"that {p.text}" for p in phrases]) or None


@lru_cache(maxsize=64)  # as notes are; a profile has a handful of skills
def phrase_skill(note: str) -> Phrase | None:
    """A skill as "my …" (a topic), or as a sentence about oneself that starts with "I" (a remark)."""
    clauses = [_phrase_claim(sentence) for sentence in sentences_of(note)]
    if not clauses:
        return None
    if len(clauses) == 1:
        return clauses[0]
    text = ", and ".join(c.text if c.form == "remark" else f"there is {c.text}" for c in clauses)
    return Phrase(text, "remark")


def sentences_of(note: str) -> tuple[str, ...]:
    """The sentences of a note without their full stops; lines and list items count as sentences.

    Keeps whole sentences, at most ``MOST_NOTE_WORDS`` words of them, and always the first.
    """
    pieces = [piece for line in note.splitlines() for piece in _split_line(_BULLET.sub("", line))]
    kept: list[str] = []
    words = 0
    for piece in pieces:
        words += len(piece.split())
        if kept and words > MOST_NOTE_WORDS:
            break
        kept.append(piece)
    return tuple(kept)


def without_end(text: str) -> str:
    """Text without quotation marks around it and without the punctuation it ends in."""
    text = " ".join(text.split()).strip("\"'“”„«»‘’ ")
    bare = text.rstrip(".,;:!?…。！？、 ")
    return f"{bare}." if _ABBREVIATED.search(f"{bare}.") and f"{bare}." in text else bare


def lower_start(text: str) -> str:
    """Text with a small first letter where that is surely right: not for names, acronyms or "I"."""
    first, space, rest = text.partition(" ")
    bare = first.rstrip(",:;")
    if not bare[:1].isupper() or bare[1:] != bare[1:].lower():
        return text
    is_gerund = bool(rest) and _looks_gerund(bare)
    if re.split("['’]", bare.lower())[0] in LOWERABLE or is_gerund:
        return first.lower() + space + rest
    return text


def upper_start(text: str) -> str:
    """Text with a capital first letter, for the start of a sentence; "iOS" and "eBay" stay."""
    first = text.partition(" ")[0]
    return text if first[1:] != first[1:].lower() else text[:1].upper() + text[1:]


@lru_cache(maxsize=256)  # a record's notes are read anew for each of its drafts, and say the same each time
def _phrases_of(note: str, names: tuple[str, ...]) -> tuple[Phrase, ...]:
    items: list[Phrase | None] = []
    about_another = False
    for sentence in sentences_of(note):
        about_another = about_another or _tells_of_another(sentence, names)
        items.append(_phrase_sentence(sentence, names, to_reader=not about_another))
    return tuple(item for item in items if item)


def _split_line(line: str) -> list[str]:
    pieces: list[str] = []
    for piece in _SENTENCE_END.split(line):
        if pieces and _ABBREVIATED.search(pieces[-1]):
            pieces[-1] = f"{pieces[-1]} {piece}"
        else:
            pieces.append(piece)
    return [bare for piece in pieces if (bare := without_end(piece))]


def _tells_of_another(sentence: str, names: tuple[str, ...]) -> bool:
    """Whether somebody else is quoted by name, so that a later "he" or "she" may be that person."""
    quoted = _QUOTED.match(sentence)
    return (
        quoted is not None and quoted["who"] not in names and quoted["who"].lower() not in LOWERABLE | {"i"}
    )


def _phrase_sentence(sentence: str, names: tuple[str, ...], *, to_reader: bool) -> Phrase | None:
    text = _without_lead_in(sentence, names) if to_reader else lower_start(sentence)
    text = address_directly(text, names) if to_reader else text
    if text.lower().startswith("that ") and _STARTS_CLAUSE.match(text[5:]):
        return Phrase(text[5:], "remark")
    text = lower_start(text)
    return Phrase(text, "topic" if _reads_as_topic(text) else "remark") if text else None


def _without_lead_in(sentence: str, names: tuple[str, ...]) -> str:
    """The sentence without "we talked about", "you mentioned" and the like, in turn."""
    # Most notes name nobody: then the patterns are known from the note before.
    named = sorted((name for name in names if name.lower() in sentence.lower()), key=len, reverse=True)
    for pattern in _lead_ins(tuple(named)):
        shorter = pattern.sub("", sentence).strip()
        if shorter:
            sentence = shorter
    return re.sub(r"^if (?=(?:i|we|you|they)\b)", "whether ", without_end(sentence), flags=re.I)


@lru_cache(maxsize=8)
def _lead_ins(named: tuple[str, ...]) -> tuple[re.Pattern[str], ...]:
    who = "|".join(["you", "she", "he", "they", *map(re.escape, named)])
    return tuple(re.compile(pattern.replace("WHO", f"(?:{who})"), re.I) for pattern in LEAD_INS)


def _reads_as_topic(text: str) -> bool:
    words = text.split()
    if _STARTS_CLAUSE.match(text):
        return False
    if _ASKS_OR_TELLS.match(text) or _looks_gerund(words[0]):
        return True
    return not any(_is_main_verb(words, at) for at in range(1, len(words)))


def _is_main_verb(words: list[str], at: int) -> bool:
    word = words[at].strip(",;:()").lower()
    before = " ".join(words[:at])
    return (word in FINITE_VERBS or word in NOTE_VERBS) and not _SUBORDINATES.search(before)


def _looks_gerund(word: str) -> bool:
    bare = word.lower()
    return len(bare) > len("xying") - 1 and bare.endswith("ing") and bare not in NOT_GERUNDS


def _joined(items: Sequence[Phrase]) -> Phrase | None:
    if not items:
        return None
    if all(item.is_topic for item in items):
        return Phrase(_listed([item.text for item in items]), "topic")
    return Phrase(
        ", and ".join(f"we talked about {i.text}" if i.is_topic else i.text for i in items), "remark"
    )


def _listed(texts: list[str]) -> str:
    return " and ".join(part for part in (", ".join(texts[:-1]), texts[-1]) if part) if texts else ""


def _phrase_claim(sentence: str) -> Phrase:
    text = lower_start(
        re.sub(r"^(?:i have|i've got|i've|i bring|i offer)\s+(?=\S)", "", sentence, flags=re.I)
    )
    had_lead = text.lower() != sentence.lower()
    if had_lead and _PARTICIPLE.match(text) and not POSSESSED.match(text):
        return Phrase(f"I have {text}", "remark")
    if re.match(r"(?:i|we|my \w+ (?:is|was|has|have))\b", text, re.I) and not re.match(r"i/", text, re.I):
        return Phrase(re.sub(r"^i\b", "I", text), "remark")
    if OPENING_VERBS.match(text):
        return Phrase(f"I {text}", "remark")
    return Phrase(_possessed(text), "topic")


def _possessed(text: str) -> str:
    if re.match(r"(?:my|the|our)\b", text, re.I):
        return text
    if _looks_gerund(text.split(maxsplit=1)[0]) and " " in text:
        return f"my experience {text}"
    if POSSESSED.match(text) or re.search(
        r"\b(?:skills?|experience|background|knowledge|training|degree|thesis|expertise)$", text, re.I
    ):
        return "my " + re.sub(r"^(?:an?)\s+", "", text, flags=re.I)
    return f"my experience with {text}"
