#!/usr/bin/env python3
"""Speed, as ratios of things measured side by side in one run; no timing decides a test.

    python3 scripts/bench.py                 everything, about ten minutes
    python3 scripts/bench.py --quick         fewer rounds and records, under a minute; says less
    python3 scripts/bench.py --json FILE     also writes every measured figure there
    python3 scripts/bench.py --only storage  one group of rows
    python3 scripts/bench.py --document      also puts the figures and the plot into docs/PERFORMANCE.md

Exit code 1 if a ratio is over its bound. How to read the table: docs/PERFORMANCE.md.
"""

import argparse
import tempfile
from collections.abc import Callable, Collection, Iterator
from contextlib import ExitStack
from pathlib import Path
from typing import TYPE_CHECKING

import environment

if TYPE_CHECKING:
    from bench.rows import Row
    from bench.servers import Servers

IN_BROWSER = ("page-load", "page-at-work", "clicks")
CLICKS, QUICK_CLICKS = 24, 3  # rounds
GROUPS = (*IN_BROWSER, "starting", "requests", "storage", "checks", "growth")


def main() -> int:
    """Measure, print, and say whether every bound is kept."""
    options = _options()
    environment.enter(extra="dev")
    from bench import document, growth, report  # noqa: PLC0415 - there only once the environment is made
    from bench.servers import Servers  # noqa: PLC0415 - as above

    report.print_machine()
    rows, curves = [], []
    with (
        tempfile.TemporaryDirectory(prefix="afterword-bench-", ignore_cleanup_errors=True) as name,
        ExitStack() as stack,
    ):
        folder = Path(name)
        servers = Servers(folder, stack)
        for row in _rows(folder, servers, options):
            rows.append(row)
            report.print_row(row)
        if "growth" in (options.only or GROUPS):
            for curve in growth.curves(servers, folder, 2 if options.quick else 100, quick=options.quick):
                curves.append(curve)
                report.print_curve(curve)
    report.print_outcome(rows)
    if options.json:
        report.write_json(options.json, rows, curves)
    if options.document:
        document.update(environment.ROOT / "docs" / "PERFORMANCE.md", rows, curves)
    return 0 if all(row.is_kept for row in rows) else 1


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    parser.add_argument("--quick", action="store_true", help="fewer rounds and records")
    parser.add_argument("--json", type=Path, metavar="FILE", help="where the figures go")
    parser.add_argument("--document", action="store_true", help="put the figures into docs/PERFORMANCE.md")
    parser.add_argument("--only", choices=GROUPS, action="append", help="these groups of rows only")
    return parser.parse_args()


def _rows(folder: Path, servers: "Servers", options: argparse.Namespace) -> Iterator["Row"]:
    from bench import checks, requests, starting, storage  # noqa: PLC0415 - as above

    quick = options.quick
    groups: dict[str, Callable[[], Iterator[Row]]] = {
        # Before other servers run: what processes share counts to each by its part.
        "starting": lambda: starting.rows(folder, 1 if quick else 12),
        "requests": lambda: requests.rows(servers, 15 if quick else 400),
        "storage": lambda: storage.rows(folder, 1 if quick else 20),
        "checks": lambda: checks.rows(10 if quick else 100),
    }
    wanted = options.only or GROUPS
    if set(wanted) & set(IN_BROWSER):
        yield from _rows_in_browser(folder, wanted, quick=quick)
    for name in (name for name in groups if name in wanted):
        yield from groups[name]()


def _rows_in_browser(folder: Path, wanted: Collection[str], *, quick: bool) -> Iterator["Row"]:
    from playwright.sync_api import sync_playwright  # noqa: PLC0415 - as above

    from bench import clicks, page_at_work, page_load  # noqa: PLC0415 - as above
    from bench.browsers import Chromiums  # noqa: PLC0415 - as above

    settles_ms = 350 if quick else page_load.SETTLES_MS
    with sync_playwright() as playwright:
        chromiums = Chromiums(playwright, environment.find_chromium(), folder)
        with chromiums.stage() as stage:
            # The clicks last: where a draft is unsent, a page load runs more.
            if "page-load" in wanted:
                yield from page_load.rows(stage, 1 if quick else 8, settles_ms=settles_ms)
            if "page-at-work" in wanted:
                yield from page_at_work.rows(stage)
            if "clicks" in wanted:
                yield from clicks.rows(
                    stage, QUICK_CLICKS if quick else CLICKS, others=1 if quick else CLICKS
                )
        if "clicks" in wanted and not quick:  # two browsers more, a tenth of a minute
            yield clicks.with_many_records(chromiums, folder, CLICKS)


if __name__ == "__main__":
    raise SystemExit(main())
