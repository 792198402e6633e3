"""Jinja, as far as a message needs it: facts, if/else, comparisons with fixed words, two filters.

Template files come from the user and from coaches' packs, so everything else is refused by its place in the
parse tree before anything runs: no loops, macros, calls, attributes, arithmetic or includes.
"""

from collections.abc import Mapping
from functools import lru_cache
from typing import Final

from jinja2 import StrictUndefined, TemplateSyntaxError, nodes
from jinja2.sandbox import ImmutableSandboxedEnvironment

from ..domain.composing.fact_names import FACTS, FLAGS
from ..domain.composing.messages import Line
from .sentence_filler import FILTERS, Piece, pieces_of
from .template_errors import TemplateOutputError

MOST_OUTPUT_CHARACTERS: Final = 8000  # one sentence; a note's whole text fits many times over

_ENVIRONMENT = ImmutableSandboxedEnvironment(undefined=StrictUndefined, autoescape=False)
_ENVIRONMENT.filters.clear()
_ENVIRONMENT.filters.update(FILTERS)
_ENVIRONMENT.globals.clear()
_ENVIRONMENT.tests.clear()

_ALLOWED = (
    nodes.Template,
    nodes.Output,
    nodes.TemplateData,
    nodes.Name,
    nodes.Const,
    nodes.If,
    nodes.Compare,
    nodes.Operand,
    nodes.And,
    nodes.Or,
    nodes.Not,
    nodes.Filter,
)
_NAMES_OF = {
    "For": "a loop",
    "Macro": "a macro",
    "Call": "a call",
    "CallBlock": "a call",
    "Getattr": "a look inside a fact (a dot)",
    "Getitem": "a look inside a fact (square brackets)",
    "Assign": "an assignment",
    "Include": "an include",
    "Import": "an import",
    "FromImport": "an import",
    "Extends": "an extends",
    "Block": "a block",
    "Test": "a test with “is”",
    "CondExpr": "an if inside an output",
}


class RefusedTemplateError(Exception):
    """Why this text is no acceptable template; ``line`` counts within the text, from 1."""

    def __init__(self, reason: str, line: int | None) -> None:
        super().__init__(reason)
        self.reason = reason
        self.line = line or 1  # Jinja knows no line for the sides of a comparison


@lru_cache(maxsize=8192)  # files that are based on others hold the same sentences
def compile_line(source: str) -> Line:
    """One sentence in restricted Jinja, ready to be filled in.

    Args:
        source: the sentence. It may print the ``FACTS`` and ask in an if about these and the ``FLAGS``.

    Raises:
        RefusedTemplateError: anything but text, known facts, if/else, comparisons and the listed filters.
    """
    try:
        tree = _ENVIRONMENT.parse(source)
    except TemplateSyntaxError as error:
        raise RefusedTemplateError(error.message or "this is no valid Jinja.", error.lineno) from error
    _check_nodes(tree)
    needs = frozenset(_needs(tree, frozenset()))
    uses = frozenset(name.name for name in tree.find_all(nodes.Name))
    return Line(needs, uses, _Sentence(source, uses))


def _check_nodes(tree: nodes.Template) -> None:
    for node in tree.find_all(nodes.Node):
        if not isinstance(node, _ALLOWED):
            what = _NAMES_OF.get(type(node).__name__, "this")
            reason = f"{what} is not allowed here; only facts, if/else and the filters capital and small are."
            raise RefusedTemplateError(reason[:1].upper() + reason[1:], node.lineno)
        _check_name(node)
        if isinstance(node, nodes.Filter) and (node.name not in _ENVIRONMENT.filters or node.args):
            raise RefusedTemplateError(
                f"There is no filter “{node.name}”; use capital or small.", node.lineno
            )
        if isinstance(node, nodes.Operand) and node.op not in {"eq", "ne"}:
            raise RefusedTemplateError("Compare with == or != only.", node.lineno)
    for output in tree.find_all(nodes.Output):
        for name in output.find_all(nodes.Name):
            if name.name in FLAGS:
                raise RefusedTemplateError(f"“{name.name}” is for ifs; it has no text to print.", name.lineno)


def _check_name(node: nodes.Node) -> None:
    if isinstance(node, nodes.Name) and (node.ctx != "load" or node.name not in FACTS.keys() | FLAGS):
        raise RefusedTemplateError(f"There is no fact “{node.name}”.", node.lineno)


def _needs(node: nodes.Node, guarded: frozenset[str]) -> set[str]:
    """Facts printed outside an if that asks for them."""
    if isinstance(node, nodes.If):
        return _needs_of_if(node, guarded)
    if isinstance(node, nodes.Name):
        return {node.name} - guarded
    found: set[str] = set()
    for child in node.iter_child_nodes():
        found |= _needs(child, guarded)
    return found


def _needs_of_if(node: nodes.If, guarded: frozenset[str]) -> set[str]:
    asked = frozenset([node.test.name]) if isinstance(node.test, nodes.Name) else frozenset()
    branches = ((node.body, guarded | asked), (node.elif_, guarded), (node.else_, guarded))
    found: set[str] = set()
    for children, known in branches:
        for child in children:
            found |= _needs(child, known)
    return found


class _Sentence:
    """Fills in one sentence. Taken apart when first needed: of a file's hundred a message takes a dozen."""

    __slots__ = ("_pieces", "_source", "_uses")

    def __init__(self, source: str, uses: frozenset[str]) -> None:
        self._source = source
        self._uses = uses
        self._pieces: tuple[Piece, ...] | None = None

    def __call__(self, facts: Mapping[str, str]) -> str:
        """The sentence with these facts.

        Raises:
            TemplateOutputError: what comes out is no sentence any more.
        """
        # An absent fact that an if asks about is empty; one that is printed was asked for by ``needs``.
        given = {name: facts.get(name, "") for name in self._uses}
        if self._pieces is None:
            self._pieces = pieces_of(_ENVIRONMENT.parse(self._source))
        text = "".join(piece(given) for piece in self._pieces)
        if len(text) > MOST_OUTPUT_CHARACTERS:
            raise TemplateOutputError("A message template turned out too long a sentence.")
        return text
