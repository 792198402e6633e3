"""Casual marks: doubled exclamation and question marks, stretched words, emoji, emoticons (W29)."""

import re
from collections.abc import Iterable, Iterator

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

_MARKS_DOUBLED = ("!!", "!?", "?!", "??")
_LETTERS_STRETCHED = tuple(3 * letter for letter in "abcdefghjklmnopqrstuvyz")  # www and iii are none
_EMOTICONS_HOLD = (":", ";", "=", "xD", "XD", "<3")

_DOUBLED_WHY = "One mark says it; several in a row look excited or impatient in a letter."
_STRETCHED_WHY = "Stretched letters are for chats; in a letter the plain word is enough."
_EMOJI_WHY = "A picture reads as chat; to somebody you met once, words are safer."


def check_marks(message: Message) -> Iterator[Finding]:
    """Each run of marks or pictures, with the plain mark (or nothing) in its place."""
    if _holds(message.own, _MARKS_DOUBLED):
        for run in _DOUBLED.finditer(message.own):
            plain = "?" if "?" in run[0] else "!"
            yield message.finding("W29", "warning", run.span(), _DOUBLED_WHY, plain)
    if _holds(message.own, _LETTERS_STRETCHED):
        for word in _STRETCHED.finditer(message.own):
            yield message.finding("W29", "warning", word.span(), _STRETCHED_WHY)
    for picture in _pictures(message.own):
        yield message.finding("W29", "hint", picture.span(), _EMOJI_WHY, "")


def _pictures(text: str) -> Iterator[re.Match[str]]:
    if not text.isascii():
        yield from _EMOJI.finditer(text)
    if _holds(text, _EMOTICONS_HOLD):
        yield from _EMOTICON.finditer(text)


def _holds(text: str, marks: Iterable[str]) -> bool:
    """Whether one of these is in the text: most texts are without, which is sooner seen than searched for."""
    return any(map(text.__contains__, marks))
