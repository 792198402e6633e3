"""Too long for its channel (X4, X6, X7, X15, X17)."""

from collections.abc import Iterator

from ..drafts import Finding
from .message import Message, spoken_seconds


def check_length(message: Message) -> Iterator[Finding]:
    """At most one remark, with the figure and the limit."""
    playbook = message.playbook
    match message.channel:
        case "email":
            yield from _words(message, playbook.email_words_flagged, "X7", "an e-mail that is read at once")
        case "handwritten":
            yield from _words(message, playbook.handwritten_words, "X6", "a small folded card")
        case "voicemail":
            yield from _seconds(message, playbook.voicemail_max_seconds)
        case "linkedin_note":
            paid = message.context.settings.linkedin_paid
            limit = playbook.linkedin_note_paid if paid else playbook.linkedin_note_free
            yield from _characters(message, message.text, limit, "X15", "A connection note")
        case "linkedin_message":
            limit = playbook.linkedin_message_characters
            yield from _characters(message, message.text, limit, "X17", "A message on LinkedIn")
        case "linkedin_inmail":
            yield from _characters(message, message.text, playbook.inmail_body, "X17", "An InMail")
            yield from _characters(
                message, message.subject or "", playbook.inmail_subject, "X17", "An InMail's subject"
            )


def _words(message: Message, limit: int, rule: str, what: str) -> Iterator[Finding]:
    if message.words > limit:
        why = f"{message.words} words are more than {what} holds ({limit}); keep what matters most."
        yield message.remark(rule, "warning", why)


def _seconds(message: Message, limit: int) -> Iterator[Finding]:
    seconds = spoken_seconds(message.own, message.playbook)
    if seconds > limit:
        why = f"This takes about {seconds} seconds to say; a voicemail is heard out up to {limit}."
        yield message.remark("X4", "warning", why)


def _characters(message: Message, text: str, limit: int, rule: str, what: str) -> Iterator[Finding]:
    if len(text) > limit:
        why = f"{what} holds {limit} characters, and this has {len(text)}; LinkedIn cuts off the rest."
        yield message.remark(rule, "warning", why)
