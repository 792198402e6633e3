"""The figures of a run put into docs/PERFORMANCE.md, with the plot beside it."""

from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

from .growth import Curve
from .plot import draw
from .report import machine
from .rows import Row

_BEGIN, _END = "<!-- figures of a run: {} -->", "<!-- end of {} -->"
PLOT = "performance-growth.svg"


def update(path: Path, rows: Sequence[Row], curves: Sequence[Curve]) -> None:
    """Replace what stands between the marks; what was not measured in this run stays as it is."""
    text = path.read_text("utf-8")
    if rows:
        text = _between("rows", text, [_about(), "", *_table(rows)])
    if curves:
        text = _between("growth", text, [f"- {curve}" for curve in curves])
        draw(curves, path.with_name(PLOT))
    path.write_text(text, "utf-8")


def _between(what: str, text: str, lines: Iterable[str]) -> str:
    begin, end = _BEGIN.format(what), _END.format(what)
    before, _, rest = text.partition(begin)
    _, _, after = rest.partition(end)
    return "\n".join((before + begin, "", *lines, "", end + after))


def _about() -> str:
    about = machine()
    return (
        f"{about['at'][:10]}, {about['system']}, {about['processor']}, {about['cores']} cores, "
        f"Python {about['python']}; load {about['load']:.1f} at the end of the run."
    )


def _table(rows: Sequence[Row]) -> Iterator[str]:
    yield "| what | compared with, in the same run | result | bound | median … p95, ours / theirs | noise |"
    yield "|---|---|---|---|---|---|"
    for row in rows:
        result, bound, figures, noise = row.cells()
        over = "" if row.is_kept else " **over**"
        yield f"| {row.what} | {row.against} | {result}{over} | {bound} | {figures} | {noise} |"
