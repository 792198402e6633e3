"""Finds records by the keys that a click compares, without reading all of them."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from sys import intern
from typing import Any

from ..domain.kinds import OutcomeKind
from ..domain.matching import company_key, email_key, fold, linkedin_key, name_key

Key = str
"""What is compared and its value, as in ``email dana@acme.example``: a pair would take twice the memory."""

_NAMES = ("company", "person")
LONGEST_NAME = 6  # words of a company's or person's name that a text is searched for


class RecordIndex:
    """Ids of the records that are not in the trash, by e-mail, LinkedIn id, person's name, company
    and outcome.

    Works on stored documents, so that a record is only made of those that are asked for.
    """

    def __init__(self, documents: Iterable[tuple[str, Mapping[str, Any]]]) -> None:
        # An id, or a set where there are several: nearly all are alone, and a set of one takes 200 bytes.
        self._ids_by_key: dict[Key, str | set[str]] = {}
        self._keys_by_id: dict[str, tuple[Key, ...]] = {}
        self._words_by_id: dict[str, str] = {}
        # Of names; one that is gone leaves its word, which does no harm.
        self._first_words: set[str] = set()
        for record_id, document in documents:
            self.put(record_id, document)

    def put(self, record_id: str, document: Mapping[str, Any]) -> None:
        """Take note of a record as it is now."""
        self.discard(record_id)
        if document.get("deleted_at") is not None:
            return
        keys = tuple(dict.fromkeys(_keys_of(document)))
        self._keys_by_id[record_id] = keys
        for key in keys:
            self._add(key, record_id)
            noun, _, name = key.partition(" ")
            if noun in _NAMES:
                self._first_words.add(name.partition(" ")[0])

    def discard(self, record_id: str) -> None:
        """Forget a record; one that is not there is no error."""
        self._words_by_id.pop(record_id, None)
        for key in self._keys_by_id.pop(record_id, ()):
            self._take_away(key, record_id)

    def with_email(self, address: str) -> frozenset[str]:
        """Records in which somebody has this address."""
        return self._with("email", email_key(address))

    def with_linkedin(self, address: str) -> frozenset[str]:
        """Records in which somebody has this LinkedIn profile, given as address or path."""
        return self._with("linkedin", linkedin_key(address))

    def with_person_name(self, name: str) -> frozenset[str]:
        """Records in which somebody has this name."""
        return self._with("person", name_key(name))

    def with_company(self, name: str) -> frozenset[str]:
        """Records at this company."""
        return self._with("company", company_key(name))

    def with_outcome(self, kind: OutcomeKind) -> frozenset[str]:
        """Records whose process stands or ended so."""
        return self._with("outcome", kind)

    def with_channel(self, channel: str) -> frozenset[str]:
        """Records in whose log something travelled on this channel."""
        return self._with("channel", channel)

    def named_in(self, text: str) -> frozenset[str]:
        """Records whose company or one of whose people a text names in full (X20)."""
        words = fold(text).split()
        runs = {
            " ".join(words[start : start + length])
            for start in range(len(words))
            if words[start] in self._first_words
            for length in range(1, LONGEST_NAME + 1)
        }
        keys = (_key(noun, run) for noun in _NAMES for run in runs)
        return frozenset(i for key in keys if key in self._ids_by_key for i in self._ids(key))

    def with_text(self, text: str, document: Callable[[str], Mapping[str, Any]]) -> Iterator[str]:
        """Records that have every word of the text somewhere in company, role, people or notes."""
        wanted = fold(text).split()
        for record_id in self._keys_by_id:
            if not wanted or _has_all(wanted, self._words_of(record_id, document)):
                yield record_id

    def _add(self, key: Key, record_id: str) -> None:
        held = self._ids_by_key.get(key)
        if held is None:
            self._ids_by_key[key] = record_id
        elif isinstance(held, str):
            self._ids_by_key[key] = {held, record_id}
        else:
            held.add(record_id)

    def _take_away(self, key: Key, record_id: str) -> None:
        held = self._ids_by_key[key]
        if isinstance(held, set) and len(held) > 1:
            held.discard(record_id)
        else:
            del self._ids_by_key[key]

    def _ids(self, key: Key) -> frozenset[str]:
        held = self._ids_by_key.get(key, frozenset[str]())
        return frozenset((held,)) if isinstance(held, str) else frozenset(held)

    def _with(self, noun: str, key: str) -> frozenset[str]:
        return self._ids(_key(noun, key)) if key else frozenset()

    def _words_of(self, record_id: str, document: Callable[[str], Mapping[str, Any]]) -> str:
        words = self._words_by_id.get(record_id)
        if words is None:
            # Folded on the first search only: most runs of the program never search.
            words = fold("\n".join(_texts_of(document(record_id))))
            self._words_by_id[record_id] = words
        return words


def _has_all(wanted: Iterable[str], words: str) -> bool:
    return all(word in words for word in wanted)


def _key(noun: str, value: str) -> Key:
    return f"{noun} {value}"


def _keys_of(document: Mapping[str, Any]) -> Iterator[Key]:
    yield _key("company", company_key(document.get("company") or ""))
    yield intern(_key("outcome", document.get("outcome", {}).get("kind", "")))
    for entry in document.get("follow_ups", ()):
        yield intern(_key("channel", entry["channel"]))
    for person in _people_of(document):
        yield _key("person", name_key(person.get("name") or ""))
        yield _key("email", email_key(person.get("email") or ""))
        yield _key("linkedin", linkedin_key(person.get("linkedin_url") or ""))


def _people_of(document: Mapping[str, Any]) -> Iterator[Mapping[str, Any]]:
    for round_ in document.get("rounds", ()):
        yield from round_.get("interviewers", ())


def _texts_of(document: Mapping[str, Any]) -> Iterator[str]:
    """What a person would search for: names and notes, not the texts of sent messages."""
    own = (document.get(field) for field in ("company", "role", "excites", "skill"))
    people = (
        person.get(field)
        for person in _people_of(document)
        for field in ("name", "email", "title", "talked_about")
    )
    rounds = (round_.get("open_question") for round_ in document.get("rounds", ()))
    for text in (*own, *people, *rounds):
        if text:
            yield text
