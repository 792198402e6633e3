"""What a polite e-mail has and this one lacks (W9, W13, W14, W18, W32). Hints: the user may have reasons."""

import re
from collections.abc import Callable, Iterator

from ..drafts import Finding
from .message import Message
from .phrase import SENTENCE_END

_MAIL_LIKE = re.compile(r"@(?<=[\w.+-]@)[\w-]+\.\w")  # begins with what is rare, so that it is soon found
_REPLY_SUBJECT = re.compile(r"(?:re|aw|fwd?)\s*:", re.IGNORECASE)
_PHONE_LIKE = re.compile(r"(?:\+?\d[\s().-]{0,3}){7,}")
_CLOSING_LINES = 6  # non-empty lines at the end in which the sign-off stands: phrase, name, contact lines
_SHORT_LINE = 6  # words a line with a sign-off has at most
_NAME_WORD = re.compile(r"[^\W\d_][\w'’.-]*")


def check_missing_parts(message: Message) -> Iterator[Finding]:
    """Remarks on whole e-mails only: a sentence alone lacks nothing."""
    if message.channel != "email" or not message.is_whole:
        return
    for part in _PARTS:
        yield from part(message)


def _subject(message: Message) -> Iterator[Finding]:
    subject = (message.subject or "").strip()
    if not subject:
        yield message.remark(
            "W13", "hint", "The subject is empty: name the position and yourself.", at_start=True
        )
        return
    if _REPLY_SUBJECT.match(subject):
        return  # the thread's own subject stays
    for what, value in (("position", _role(message)), ("name", message.context.settings.name)):
        if value and not _share_a_word(value, subject):
            why = f"The subject does not show the {what} ({value}), by which the mail is found again."
            yield message.remark("W13", "hint", why, at_start=True)


def _role(message: Message) -> str:
    return message.context.record.role if message.context.record else ""


def _share_a_word(value: str, subject: str) -> bool:
    there = set(_NAME_WORD.findall(subject.casefold()))
    telling = [word for word in _NAME_WORD.findall(value.casefold()) if len(word) > 2 or len(value) < 4]  # noqa: PLR2004 - "of" tells nothing, "HR" does
    return not telling or any(word in there for word in telling)


def _greeting(message: Message) -> Iterator[Finding]:
    first_line = next(line for line in message.own.splitlines() if line.strip())
    start = message.own.index(first_line)
    if not message.lists.parts.greetings.opens(message.reading.words_in(start, start + len(first_line))):
        yield message.remark("W14", "hint", "A greeting by name is missing at the beginning.", at_start=True)
    elif not _names_somebody(message, first_line):
        why = "This greeting could go to anybody; greet the person by name."
        yield message.finding("W14", "hint", (start, start + len(first_line.rstrip())), why)


def _names_somebody(message: Message, line: str) -> bool:
    nobody = message.lists.parts.nobody
    greeting, *rest = _NAME_WORD.findall(line)
    names = [word for word in rest if not word.isascii() or word[0].isupper()]
    return any(word.lower() not in nobody for word in names) or any(
        person.casefold() in line.casefold() for person in message.context.own_people if person != greeting
    )


def _thanks(message: Message) -> Iterator[Finding]:
    if not message.lists.parts.thanks.occurs(message.reading.words):
        yield message.remark("W9", "hint", "A word of thanks is missing.")


def _one_action(message: Message) -> Iterator[Finding]:
    """One step for the reader: none is a missing part (W18), several are work (W32)."""
    questions = [span for span in _questions(message) if not _small_talk(message, *span)]
    if not questions and not message.lists.parts.asks.occurs(message.reading.words):
        why = "The end asks for nothing: a question about the next steps makes an answer easy."
        yield message.remark("W18", "hint", why)
    for start, end in questions[1:]:
        why = "A second question makes the mail harder to answer; keep the one that matters."
        yield message.finding("W32", "hint", (start, end), why)


def _questions(message: Message) -> Iterator[tuple[int, int]]:
    reading = message.reading
    for first, end in reading.sentences():
        mark = reading.starts[end] if end < len(reading.words) else len(message.own)
        if reading.words[end : end + 1] == (SENTENCE_END,) and "?" in message.own[mark : reading.ends[end]]:
            yield reading.starts[first], reading.ends[end]


def _small_talk(message: Message, start: int, end: int) -> bool:
    return message.lists.parts.small_talk.occurs(message.reading.words_in(start, end))


def _sign_off(message: Message) -> Iterator[Finding]:
    lines = [line for line in message.own.splitlines() if line.strip()][-_CLOSING_LINES:]
    own = message.context.settings.sign_off.casefold().rstrip(" ,")
    closing = [line.strip() for line in lines if len(line.split()) <= _SHORT_LINE]
    if any(own and line.casefold().startswith(own) for line in closing):
        return
    if not any(message.lists.parts.sign_offs.opens(message.read(line).words) for line in closing):
        yield message.remark("W18", "hint", "A sign-off such as “Best regards” is missing at the end.")


def _contact_details(message: Message) -> Iterator[Finding]:
    if message.context.has_signature or _holds_contact(message.own):
        return
    why = "Your phone number or address is missing: the reader should not have to look it up."
    yield message.remark("W18", "hint", why)


def _holds_contact(text: str) -> bool:
    if "linkedin.com/" in text or _MAIL_LIKE.search(text):
        return True
    return _PHONE_LIKE.search(text) is not None


_PARTS: tuple[Callable[[Message], Iterator[Finding]], ...] = (
    _subject,
    _greeting,
    _thanks,
    _one_action,
    _sign_off,
    _contact_details,
)
