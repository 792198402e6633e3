"""Casual marks: doubled exclamation and question marks, stretched words, emoji, emoticons (W29)."""

import re
from collections.abc import Iterator

from ..drafts import Finding
from .message import Message

_DOUBLED = re.compile(r"[!?]{2,}")
# Signs that stand before contact details in a signature (☎ ✉ 📞 📧 📱 🔗 📍 🌐) are no chat.
_PICTURES = (
    "\U0001f1e6-\U0001f30f\U0001f311-\U0001f4cc\U0001f4ce-\U0001f4dd\U0001f4df-\U0001f4e6"
    "\U0001f4ea-\U0001f4f0\U0001f4f2-\U0001f516\U0001f518-\U0001faff☀☹☺♥♡⚡✊✋✌✨❤⭐"
)
_EMOJI = re.compile(rf"[{_PICTURES}][{_PICTURES}\ufe0f\u200d]*")
_EMOTICON = re.compile(
    r"(?<=[\s.!?,])(?:[:;=][-']?[)(DPp]|:'\(|[xX]D)(?=[\s.!?,]|$)|(?<=[\s.!?,])<3(?=[.!?,\n]|$)"
)

_STRETCHED = re.compile(r"(?<![\w.@/-])(?=[^\W\d_])\w{0,20}?([a-hj-vyz])\1{2,}[a-z]{0,20}(?![\w@])")

_DOUBLED_WHY = "One mark says it; several in a row look excited or impatient in a letter."
_STRETCHED_WHY = "Stretched letters are for chats; in a letter the plain word is enough."
_EMOJI_WHY = "A picture reads as chat; to somebody you met once, words are safer."


def check_marks(message: Message) -> Iterator[Finding]:
    """Each run of marks or pictures, with the plain mark (or nothing) in its place."""
    for run in _DOUBLED.finditer(message.own):
        plain = "?" if "?" in run[0] else "!"
        yield message.finding("W29", "warning", run.span(), _DOUBLED_WHY, plain)
    for word in _STRETCHED.finditer(message.own):
        yield message.finding("W29", "warning", word.span(), _STRETCHED_WHY)
    for pattern in (_EMOTICON,) if message.own.isascii() else (_EMOJI, _EMOTICON):
        for picture in pattern.finditer(message.own):
            yield message.finding("W29", "hint", picture.span(), _EMOJI_WHY, "")
