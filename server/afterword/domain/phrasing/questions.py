"""A question that an interview left open, turned into words that fit after "about" (W1)."""

import re
from dataclasses import dataclass

from .notes import lower_start, sentences_of, without_end

_ASKED = re.compile(r"^(?P<ask>[^?？]+)[?？]\s*(?P<answer>.*)$", re.S)
_WH = r"(?P<wh>how(?: (?:much|many|long|soon|often|well))?|what(?: \w+)?|why|when|where|which \w+|who)"
_MODAL = r"(?P<modal>would|could|can|will|should|might|have|had)"
_MODAL_QUESTION = re.compile(rf"^(?:{_WH} )?{_MODAL} (?:you|i) (?P<rest>.+)$", re.I)
_DO_QUESTION = re.compile(rf"^(?:{_WH} )?do (?:you|i) (?P<rest>.+)$", re.I)
_BE_QUESTION = re.compile(rf"^(?:{_WH} )?(?P<be>are|were|am|was) (?:you|i) (?P<rest>.+)$", re.I)
_IS_QUESTION = re.compile(r"^(?P<wh>what|when|where|who|how) (?P<be>is|are|was|were) (?P<rest>.+)$", re.I)
_NAMED = re.compile(r"what (?:is|are|was|were) (?:your|the)\b", re.I)
_INDIRECT = re.compile(r"^(?:if|whether|how|what|why|when|where|which|who)\b", re.I)
_CLAUSE = re.compile(
    r"^(?:i|my|yes|no|we|it|the|there|they|you)\b.*\s(?:is|are|am|was|were|have|has|had|would|will|can|could|"
    r"do|did|need|prefer|use|used|led|built|start|\w+ed)\b",
    re.I,
)
_WAS_ASKED = re.compile(
    r"^(?:they|she|he|you|\w+) (?:also )?(?:asked|wanted to know)(?: me)?(?: about)?[:,]?\s+", re.I
)


@dataclass(frozen=True, slots=True)
class OpenQuestion:
    """A question as a topic, with the user's answer if the note holds one; or an answer alone."""

    topic: str = ""
    answer: str = ""


def read_open_question(note: str) -> OpenQuestion:
    """The question and the answer in a note such as "How would you test it? With a replay of last year."."""
    text = " ".join(note.split())
    text = _WAS_ASKED.sub("", text)
    asked = _ASKED.match(text)
    if asked:
        answer = ". ".join(sentences_of(asked["answer"]))
        return OpenQuestion(_indirect(asked["ask"].strip()), lower_start(answer))
    bare = lower_start(without_end(text))
    if not _INDIRECT.match(bare) and (_CLAUSE.match(bare) or len(sentences_of(text)) > 1):
        return OpenQuestion(answer=lower_start(". ".join(sentences_of(text))))
    return OpenQuestion(topic=re.sub(r"^if\b", "whether", _to_me(bare) if _INDIRECT.match(bare) else bare))


def _indirect(question: str) -> str:
    """The question as an indirect one about the user; kept in quotation marks where its order is unclear."""
    if found := _MODAL_QUESTION.match(question):
        return f"{_wh(found)} I {found['modal'].lower()} {_to_me(found['rest'])}"
    if found := _DO_QUESTION.match(question):
        return f"{_wh(found)} I {_to_me(found['rest'])}"
    if found := _BE_QUESTION.match(question):
        be = "am" if found["be"].lower() in {"are", "am"} else "was"
        return f"{_wh(found)} I {be} {_to_me(found['rest'])}"
    if found := _IS_QUESTION.match(question):
        subject = _to_me(found["rest"])
        return subject if _NAMED.match(question) else f"{found['wh'].lower()} {subject} {found['be'].lower()}"
    if len(question.split()) <= len(["the", "notice", "period"]) + 1:
        return lower_start(_to_me(question))
    return f"“{question}”"


def _wh(found: re.Match[str]) -> str:
    return (found["wh"] or "whether").lower()


def _to_me(text: str) -> str:
    """Words put to the user, as the user says them: "your" is "my"."""
    text = re.sub(r"\byour\b", "my", text, flags=re.I)
    text = re.sub(r"\byourself\b", "myself", text, flags=re.I)
    text = re.sub(r"^(\w+ )you\b", r"\1I", text, flags=re.I)
    return re.sub(r"\byou\b(?! (?:are|have|do|can|will|would))", "me", text, flags=re.I)
