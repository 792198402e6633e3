"""The curves as a picture; both axes go by powers of ten, so that growth in proportion is a straight line."""

import math
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from xml.sax.saxutils import escape

from .growth import SIZES, Curve

_WIDTH, _HEIGHT = 640, 400
_LEFT, _RIGHT, _TOP, _BOTTOM = 70, 20, 20, 110
_COLOURS = ("#1a64b0", "#b04a1a", "#2b7a3d", "#7a2b6f")


def draw(curves: Sequence[Curve], path: Path) -> None:
    """Write the plot as an SVG file."""
    costs = [cost for curve in curves for cost in curve.seconds.values()]
    decades = range(math.floor(math.log10(min(costs))), math.ceil(math.log10(max(costs))) + 1)
    parts = [*_grid(decades)]
    for at, curve in enumerate(curves):
        parts += _line(curve, decades, _COLOURS[at % len(_COLOURS)], at)
    body = "\n".join(parts)
    path.write_text(
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {_WIDTH} {_HEIGHT}" font-family="sans-serif" '
        f'font-size="12">\n<rect width="100%" height="100%" fill="white"/>\n{body}\n</svg>\n',
        "utf-8",
    )


def _x(records: int) -> float:
    share = math.log10(records / SIZES[0]) / math.log10(SIZES[-1] / SIZES[0])
    return _LEFT + share * (_WIDTH - _LEFT - _RIGHT)


def _y(seconds: float, decades: range) -> float:
    share = (math.log10(seconds) - decades[0]) / (decades[-1] - decades[0])
    return _HEIGHT - _BOTTOM - share * (_HEIGHT - _TOP - _BOTTOM)


def _grid(decades: range) -> Iterator[str]:
    for decade in decades:
        y = _y(10.0**decade, decades)
        yield f'<line x1="{_LEFT}" x2="{_WIDTH - _RIGHT}" y1="{y:.1f}" y2="{y:.1f}" stroke="#ddd"/>'
        yield f'<text x="{_LEFT - 8}" y="{y + 4:.1f}" text-anchor="end">{1000 * 10.0**decade:g} ms</text>'
    for size in SIZES:
        y = _HEIGHT - _BOTTOM + 18
        yield f'<text x="{_x(size):.1f}" y="{y}" text-anchor="middle">{size:,}</text>'
    yield f'<text x="{_WIDTH / 2}" y="{_HEIGHT - _BOTTOM + 36}" text-anchor="middle">records</text>'


def _line(curve: Curve, decades: range, colour: str, at: int) -> Iterable[str]:
    points = [(_x(size), _y(cost, decades)) for size, cost in curve.seconds.items()]
    joined = " ".join(f"{x:.1f},{y:.1f}" for x, y in points)
    yield f'<polyline points="{joined}" fill="none" stroke="{colour}" stroke-width="2"/>'
    yield from (f'<circle cx="{x:.1f}" cy="{y:.1f}" r="3" fill="{colour}"/>' for x, y in points)
    y = _HEIGHT - _BOTTOM + 56 + at * 16
    yield f'<rect x="{_LEFT}" y="{y - 6}" width="24" height="3" fill="{colour}"/>'
    yield f'<text x="{_LEFT + 32}" y="{y}">{escape(curve.what)}</text>'
