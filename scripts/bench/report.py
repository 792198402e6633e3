"""The table on the terminal, and the figures for programs."""

import json
import os
import platform
from collections.abc import Sequence
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from .growth import Curve
from .rows import Row

KEPT, OVER = "ok  ", "OVER"


def print_machine() -> None:
    """On what, and how busy it is: other work is the first cause of odd figures."""
    about = machine()
    print(f"{about['system']}, {about['processor']}, {about['cores']} cores, Python {about['python']}")
    print(f"load {about['load']:.1f} at the start, {about['at']}\n")


def machine() -> dict[str, Any]:
    """The kind of machine, without its name."""
    return {
        "at": datetime.now(UTC).isoformat(timespec="seconds"),
        "system": f"{platform.system()} {platform.release().partition('-')[0]}",
        "processor": _processor(),
        "cores": os.cpu_count(),
        "python": platform.python_version(),
        "load": os.getloadavg()[0] if hasattr(os, "getloadavg") else 0.0,
    }


def _processor() -> str:
    described = Path("/proc/cpuinfo")
    lines = described.read_text("utf-8").splitlines() if described.exists() else []
    named = (line.partition(":")[2].strip() for line in lines if line.startswith("model name"))
    return next(named, platform.machine())


def print_row(row: Row) -> None:
    """One row, as soon as it is measured."""
    result, bound, figures, noise = row.cells()
    print(f"{KEPT if row.is_kept else OVER}  {result} ({bound})  {row.what}")
    if figures:
        print(f"        against {row.against}: {figures}; the same twice: {noise}", flush=True)


def print_outcome(rows: Sequence[Row]) -> None:
    """How many bounds are kept, and which are not."""
    over = [row.what for row in rows if not row.is_kept]
    print(f"\n{len(rows) - len(over)} of {len(rows)} within their bounds.")
    for what in over:
        print(f"over: {what}")


def print_curve(curve: Curve) -> None:
    """How one cost grows."""
    print(f"      {curve}", flush=True)


def write_json(path: Path, rows: Sequence[Row], curves: Sequence[Curve]) -> None:
    """All figures; costs in seconds or bytes."""
    found = {
        "machine": machine(),
        "rows": [row.as_json() for row in rows],
        "curves": [curve.as_json() for curve in curves],
    }
    path.write_text(json.dumps(found, indent=1, ensure_ascii=False), "utf-8")
