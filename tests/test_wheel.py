"""The wheel: installed alone, it serves and finds its templates and its extension."""

import json
import os
import re
import subprocess
import sys
import urllib.request
import venv
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent


@pytest.fixture(scope="module")
def installed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The ``bin`` folder of an environment that has the wheel and its dependencies, and no checkout."""
    folder = tmp_path_factory.mktemp("wheel")
    subprocess.run(
        [sys.executable, "-m", "build", "--wheel", "--outdir", str(folder), str(ROOT)],
        check=True,
        capture_output=True,
    )
    [wheel] = folder.glob("*.whl")
    venv.create(folder / "env", with_pip=True)
    programs = folder / "env" / ("Scripts" if os.name == "nt" else "bin")
    subprocess.run([programs / "python", "-m", "pip", "install", "--quiet", str(wheel)], check=True)
    return programs


def test_the_wheel_serves_and_finds_templates_and_extension_without_the_checkout(
    installed: Path, tmp_path: Path
) -> None:
    data = ["--data-dir", str(tmp_path / "data")]
    where = (
        "from afterword.assets import asset_folder\n"
        "print(asset_folder('extension'), asset_folder('shared_templates'), sep='\\n')"
    )
    found = subprocess.run(
        [installed / "python", "-I", "-c", where], cwd=tmp_path, check=True, capture_output=True, text=True
    ).stdout.splitlines()
    token = subprocess.run(
        [installed / "afterword", "token", "create", "test", *data],
        cwd=tmp_path,
        check=True,
        capture_output=True,
        text=True,
    ).stdout.strip()
    with subprocess.Popen(
        [installed / "afterword", "serve", "--port", "0", "--no-browser", *data],
        cwd=tmp_path,
        stdout=subprocess.PIPE,
        text=True,
    ) as server:
        try:
            address = next(filter(None, (re.search(r"http://127\.0\.0\.1:\d+", x) for x in server.stdout)))[0]
            call = urllib.request.Request(
                f"{address}/api/v1/checks",
                data=json.dumps({"text": "Hey Dana, thx!", "subject": "", "channel": "email"}).encode(),
                headers={"Authorization": f"Bearer {token}", "Content-Type": "application/json"},
            )
            with urllib.request.urlopen(call, timeout=20) as answer:
                findings = json.load(answer)["findings"]
        finally:
            server.terminate()

    assert all(ROOT not in Path(folder).parents for folder in found)
    assert (Path(found[0]) / "manifest.json").is_file()
    assert (Path(found[1]) / "playbook.yaml").is_file()
    assert any(finding["rule"] == "W29" for finding in findings)
