"""Filling in a checked sentence: text, facts, if/else and comparisons, straight from the parse tree.

Jinja would make a Python module of every sentence first. Wordings are dealt anew for each person, so that
most clicks meet sentences that were never filled in before, and waited longer for that than for all the rest.
"""

from collections.abc import Callable, Iterable, Mapping
from typing import Any, Final

from jinja2 import nodes

from ..domain.phrasing import lower_start, upper_start

Facts = Mapping[str, str]
Piece = Callable[[Facts], str]
_Value = Callable[[Facts], object]

FILTERS: Final[Mapping[str, Callable[[str], str]]] = {"capital": upper_start, "small": lower_start}


def pieces_of(tree: nodes.Template) -> tuple[Piece, ...]:
    """What the parts of a sentence turn into, in their order.

    Args:
        tree: a sentence that ``restricted_jinja`` let through; nothing else is known here.
    """
    return tuple(_pieces(tree.body))


def _pieces(statements: Iterable[nodes.Node]) -> Iterable[Piece]:
    for statement in statements:
        if isinstance(statement, nodes.If):
            yield _choice(statement)
        elif isinstance(statement, nodes.Output):
            yield from map(_printed, statement.nodes)


def _choice(statement: nodes.If) -> Piece:
    branches = [(_value(case.test), tuple(_pieces(case.body))) for case in (statement, *statement.elif_)]
    otherwise = tuple(_pieces(statement.else_))

    def fill(facts: Facts) -> str:
        chosen = next((pieces for holds, pieces in branches if holds(facts)), otherwise)
        return "".join(piece(facts) for piece in chosen)

    return fill


def _printed(expression: nodes.Expr) -> Piece:
    if isinstance(expression, nodes.TemplateData):
        text = expression.data
        return lambda _facts: text
    value = _value(expression)
    return lambda facts: str(value(facts))


def _value(expression: nodes.Node) -> _Value:
    return _READERS[type(expression)](expression)


def _constant(expression: nodes.Const) -> _Value:
    return lambda _facts: expression.value


def _fact(expression: nodes.Name) -> _Value:
    name = expression.name
    return lambda facts: facts[name]


def _not(expression: nodes.Not) -> _Value:
    value = _value(expression.node)
    return lambda facts: not value(facts)


def _and(expression: nodes.And) -> _Value:
    left, right = _value(expression.left), _value(expression.right)
    return lambda facts: left(facts) and right(facts)


def _or(expression: nodes.Or) -> _Value:
    left, right = _value(expression.left), _value(expression.right)
    return lambda facts: left(facts) or right(facts)


def _filtered(expression: nodes.Filter) -> _Value:
    assert expression.node is not None  # noqa: S101 - only a filter block has none, and that is refused
    change, value = FILTERS[expression.name], _value(expression.node)
    return lambda facts: change(str(value(facts)))


def _compared(expression: nodes.Compare) -> _Value:
    """As in Python, "a == b != c" holds where each pair of neighbours does."""
    first = _value(expression.expr)
    others = [(each.op == "eq", _value(each.expr)) for each in expression.ops]

    def holds(facts: Facts) -> bool:
        left = first(facts)
        for wanted, value in others:
            right = value(facts)
            if (left == right) is not wanted:
                return False
            left = right
        return True

    return holds


_READERS: Final[Mapping[type[nodes.Node], Callable[[Any], _Value]]] = {
    nodes.Const: _constant,
    nodes.Name: _fact,
    nodes.Not: _not,
    nodes.And: _and,
    nodes.Or: _or,
    nodes.Filter: _filtered,
    nodes.Compare: _compared,
}
