"""A message template as data: parts in an order, each with alternative sections of wordings.

Read from a file by ``templates.message_file``, filled in by ``composing``; the file's form is not known here.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

from ..kinds import Channel, Kind

Render = Callable[[Mapping[str, str]], str]


@dataclass(frozen=True, slots=True)
class Line:
    """One sentence of a wording. ``needs``: facts it can't do without; ``uses``: all it mentions."""

    needs: frozenset[str]
    uses: frozenset[str]
    render: Render


@dataclass(frozen=True, slots=True)
class Wording:
    """One way to say a section's part, sentence by sentence."""

    lines: tuple[Line, ...]


@dataclass(frozen=True, slots=True)
class Section:
    """Wordings of equal rank for one part, for the case that ``when`` describes.

    ``drop`` is the place in the order in which parts are left out to fit a limit: 1 goes first, 0 never.
    In a ``block`` each line stands on its own and is left out alone where its fact is missing.
    """

    part: str
    wordings: tuple[Wording, ...]
    rules: tuple[str, ...] = ()
    when: frozenset[str] = frozenset()
    unless: frozenset[str] = frozenset()
    drop: int = 0
    block: bool = False
    needs: frozenset[str] = field(init=False)  # the facts that every wording of this section finds present
    wants: frozenset[str] = field(init=False)  # these, and those of its case
    name: str = field(init=False)  # tells this section from the others of its part

    def __post_init__(self) -> None:
        """Note once what every click asks; in a block each line asks for itself."""
        object.__setattr__(self, "name", f"{self.part} {' '.join(sorted(self.when))}")
        lines = () if self.block else (line for wording in self.wordings for line in wording.lines)
        object.__setattr__(self, "needs", frozenset[str]().union(*(line.needs for line in lines)))
        object.__setattr__(self, "wants", self.needs | self.when)

    def applies(self, facts: Mapping[str, str]) -> bool:
        """Whether this section can be filled from these facts."""
        known = facts.keys()
        return self.wants <= known and self.unless.isdisjoint(known)


@dataclass(frozen=True, slots=True)
class Limits:
    """How long a message may be: ``characters`` and ``words`` of the body, ``subject`` in characters.

    A ``firm`` limit is the box's or the listener's own, so that shorter wordings are taken to keep it.
    """

    characters: int | None = None
    words: int | None = None
    subject: int | None = None
    firm: bool = False


@dataclass(frozen=True, slots=True)
class Ask:
    """A fact worth asking for; only where ``only_with`` is missing too, if that is named."""

    field: str
    question: str
    example: str
    only_with: str | None = None


@dataclass(frozen=True, slots=True)
class Template:
    """Parts and their orders. ``orders``: paragraphs of part names, dealt like wordings."""

    sections: tuple[Section, ...]
    orders: tuple[tuple[tuple[str, ...], ...], ...]
    limits: Limits = Limits()
    asks: tuple[Ask, ...] = ()

    def section(self, part: str, facts: Mapping[str, str]) -> Section | None:
        """The first section of this part that the facts can fill; None where there is none."""
        return next((s for s in self.sections if s.part == part and s.applies(facts)), None)


@dataclass(frozen=True, slots=True, kw_only=True)
class MessageTemplate(Template):
    """The template of one kind on one channel."""

    kind: Kind
    channel: Channel
