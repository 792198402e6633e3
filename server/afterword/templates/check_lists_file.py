"""Reads ``checks.yaml``, strictly: an unknown key or a phrase that can't be read is told with its line."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from hashlib import sha256
from typing import cast, get_args

import yaml

from ..domain.checking.lists import (
    CheckLists,
    Entry,
    MessageSize,
    PartWords,
    PostWords,
    Vocabulary,
    by_opener,
)
from ..domain.checking.phrase import Phrase, PhraseError, PhraseParser
from ..domain.checking.reading import Contractions
from ..domain.kinds import Level
from .template_errors import WrongFileError

# libyaml reads the file in a tenth of the time; the wheels of PyYAML carry it on every common system.
_LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
_FLAGGED_RULES = ("W29", "W30", "W31", "X21")
_POST_RULES = ("W27",)
_TOP = frozenset(
    (
        "contractions",
        "abbreviations",
        "groups",
        "families",
        "parts",
        "posts",
        "message_size",
        "placeholder_words",
    )
) | {"ordinary_words", "calendar_words", "company_endings", "titles"}
_FAMILY = frozenset(("rule", "level", "why", "except", "phrases"))
_ENTRY = frozenset(("phrase", "replacement", "why", "level", "except", "at_start", "lower_only"))


# While templates are written the same lists are read again and again. By digest: the text itself is long.
_READ: dict[bytes, CheckLists] = {}
_MOST_READ = 4


class CheckListsFileError(WrongFileError):
    """The word lists can't be used; the message names the line (from 1) and the key."""

    code = "check_lists_file"

    def __init__(self, what: str, *, line: int, key: str = "") -> None:
        place = f"Word lists, line {line}" + (f", {key}" if key else "")
        reason = f"{key}: {what}" if key else what
        super().__init__(f"{place}: {what}", line=line, reason=reason, fields={key: what} if key else None)


@dataclass(frozen=True, slots=True)
class _Value:
    """A value of the file with the place it stands at, for messages."""

    node: yaml.Node
    key: str

    def wrong(self, what: str) -> CheckListsFileError:
        return CheckListsFileError(what, line=self.node.start_mark.line + 1, key=self.key)

    def mapping(
        self, required: Iterable[str] = (), allowed: Iterable[str] | None = None
    ) -> dict[str, "_Value"]:
        if not isinstance(self.node, yaml.MappingNode):
            raise self.wrong("here names with values are expected.")
        found: dict[str, _Value] = {}
        for key_node, value in self.node.value:
            key = _Value(key_node, self.key).text()
            place = _Value(value, f"{self.key}.{key}" if self.key else key)
            if key in found:
                raise place.wrong("this key is there twice.")
            if allowed is not None and key not in allowed:
                raise place.wrong("this key is not known.")
            found[key] = place
        for key in required:
            if key not in found:
                raise self.wrong(f"the key {key!r} is missing.")
        return found

    def items(self) -> "list[_Value]":
        if not isinstance(self.node, yaml.SequenceNode):
            raise self.wrong("here a list is expected.")
        return [_Value(node, f"{self.key}[{at}]") for at, node in enumerate(self.node.value)]

    def text(self) -> str:
        if not isinstance(self.node, yaml.ScalarNode) or not str(self.node.value).strip():
            raise self.wrong("here a text is expected.")
        return str(self.node.value)

    def texts(self) -> list[str]:
        """A list of texts, or a single one."""
        return [self.text()] if isinstance(self.node, yaml.ScalarNode) else [v.text() for v in self.items()]

    def words(self) -> frozenset[str]:
        return frozenset(text.lower() for text in self.texts())

    def yes(self) -> bool:
        if self.text() not in ("true", "false"):
            raise self.wrong("true or false is expected.")
        return self.text() == "true"

    def number(self) -> int:
        if not self.text().isdecimal():
            raise self.wrong("a whole number is expected.")
        return int(self.text())

    def one_of(self, choices: Sequence[str]) -> str:
        if self.text() not in choices:
            raise self.wrong(f"one of {', '.join(choices)} is expected, not {self.text()!r}.")
        return self.text()


def read_check_lists(text: str) -> CheckLists:
    """The word lists of a file's text.

    Raises:
        CheckListsFileError: the text is no YAML, a key is unknown, missing or of the wrong kind, or a phrase
            breaks the rules of its little language.
    """
    digest = sha256(text.encode()).digest()
    if digest not in _READ:
        if len(_READ) == _MOST_READ:
            del _READ[next(iter(_READ))]
        _READ[digest] = _read(text)
    return _READ[digest]


def _read(text: str) -> CheckLists:
    top = _root(text).mapping(required=_TOP, allowed=_TOP)
    contractions = _contractions(top["contractions"])
    groups = {name: value.texts() for name, value in top["groups"].mapping().items()}
    parser = PhraseParser(groups, contractions.split, contractions.short_forms)
    for name, group in top["groups"].mapping().items():
        _phrase(f"{{{name}}}", group, parser)  # a group that nothing uses is read all the same
    return CheckLists(
        by_opener=by_opener(_entries(top["families"], parser)),
        posts=_posts(top["posts"], parser),
        contractions=contractions,
        abbreviations=top["abbreviations"].words(),
        parts=_parts(top["parts"], parser),
        message_size=_message_size(top["message_size"]),
        placeholder_words=top["placeholder_words"].words(),
        ordinary_words=top["ordinary_words"].words(),
        calendar_words=top["calendar_words"].words(),
        company_endings=top["company_endings"].words(),
        titles=top["titles"].words(),
    )


def _root(text: str) -> _Value:
    try:
        node = yaml.compose(text, Loader=_LOADER)
    except yaml.MarkedYAMLError as error:
        line = error.problem_mark.line + 1 if error.problem_mark else 1
        raise CheckListsFileError(f"this is not YAML ({error.problem}).", line=line) from error
    except yaml.YAMLError as error:
        raise CheckListsFileError("this is not YAML.", line=1) from error
    if node is None:
        raise CheckListsFileError("the file is empty.", line=1)
    return _Value(node, "")


def _contractions(value: _Value) -> Contractions:
    keys = value.mapping(required=("endings", "whole"), allowed=("endings", "whole"))
    endings = {ending: full.words() for ending, full in keys["endings"].mapping().items()}
    whole = {word: tuple(parts.text().split()) for word, parts in keys["whole"].mapping().items()}
    return Contractions(endings, whole)


def _entries(families: _Value, parser: PhraseParser) -> list[Entry]:
    return [entry for family in families.mapping().values() for entry in _family_entries(family, parser)]


def _family_entries(
    family: _Value, parser: PhraseParser, rules: Sequence[str] = _FLAGGED_RULES
) -> list[Entry]:
    keys = family.mapping(required=("rule", "level", "why", "phrases"), allowed=_FAMILY)
    common = _phrases(keys.get("except"), parser)
    found = []
    for item in keys["phrases"].items():
        own = item.mapping(required=("phrase",), allowed=_ENTRY)
        settled = {**keys, **own}
        exceptions = _phrases(own.get("except"), parser) + common
        found += [
            Entry(
                phrase=phrase,
                rule=keys["rule"].one_of(rules),
                level=cast("Level", settled["level"].one_of(get_args(Level)[:2])),
                why=settled["why"].text(),
                replacement=own["replacement"].text() if "replacement" in own else None,
                exceptions=exceptions,
                at_start="at_start" in own and own["at_start"].yes(),
                lower_only="lower_only" in own and own["lower_only"].yes(),
            )
            for phrase in _phrases(own["phrase"], parser)
        ]
    return found


def _parts(value: _Value, parser: PhraseParser) -> PartWords:
    names = ("greetings", "nobody", "thanks", "asks", "small_talk", "sign_offs")
    keys = value.mapping(required=names, allowed=names)

    def vocabulary(name: str) -> Vocabulary:
        return Vocabulary.of(_phrases(keys[name], parser))

    return PartWords(
        greetings=vocabulary("greetings"),
        nobody=keys["nobody"].words(),
        thanks=vocabulary("thanks"),
        asks=vocabulary("asks"),
        small_talk=vocabulary("small_talk"),
        sign_offs=vocabulary("sign_offs"),
    )


def _posts(value: _Value, parser: PhraseParser) -> PostWords:
    names = ("private", "work_words")
    keys = value.mapping(required=names, allowed=names)
    private = _family_entries(keys["private"], parser, _POST_RULES)
    return PostWords(by_opener(private), Vocabulary.of(_phrases(keys["work_words"], parser)))


def _message_size(value: _Value) -> MessageSize:
    names = ("lines", "words_in_lines", "words_in_one_block")
    keys = value.mapping(required=names, allowed=names)
    return MessageSize(*(keys[name].number() for name in names))


def _phrases(value: _Value | None, parser: PhraseParser) -> tuple[Phrase, ...]:
    if value is None:
        return ()
    values = [value] if isinstance(value.node, yaml.ScalarNode) else value.items()
    return tuple(_phrase(each.text(), each, parser) for each in values)


def _phrase(source: str, value: _Value, parser: PhraseParser) -> Phrase:
    try:
        return parser.parse(source)
    except PhraseError as error:
        raise value.wrong(str(error)) from error
