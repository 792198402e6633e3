"""The editors of npm, bundled for the test pages into an ignored folder."""

import shutil
import subprocess
from pathlib import Path

import pytest

HERE = Path(__file__).parent


def bundle_editors(root: Path) -> Path:
    """Bundle every editor anew and return the folder; without the npm tools the test is skipped by name."""
    folder = root / ".cache" / "editors"
    node = shutil.which("node")
    if not node or not (root / "node_modules" / "esbuild").exists():
        pytest.skip("the npm tools that bundle the editors are not installed")
    shutil.rmtree(folder, ignore_errors=True)
    subprocess.run([node, str(HERE / "build.mjs"), str(folder)], check=True, cwd=root)
    return folder
