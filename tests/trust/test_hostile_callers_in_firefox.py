"""T2, T3, T9: the same calls from a page of another origin, in Firefox."""

import json
import os
import shutil
import subprocess
from pathlib import Path

import pytest

from tests.trust.hostile_calls import ASKED_FIRST, CALLS, MAKE

pytestmark = pytest.mark.firefox

ROOT = Path(__file__).parents[2]
SCRIPT = Path(__file__).with_name("firefox_calls.mjs")
BODY = '{"company": "Evil", "role": "Evil"}'
WITHIN = 120  # seconds


@pytest.fixture(scope="module")
def firefox():
    """The Firefox to test in."""
    found = os.environ.get("AFTERWORD_FIREFOX") or shutil.which("firefox-esr") or shutil.which("firefox")
    if not found:
        pytest.skip("no Firefox was found")
    if not shutil.which("node") or not (ROOT / "node_modules" / "puppeteer-core").is_dir():
        pytest.skip("Firefox is driven by puppeteer-core, which is not installed")
    return found


@pytest.mark.parametrize("host", ["evil.test", "127.0.0.1"])
def test_T2_in_Firefox_every_call_arrives_and_no_handler_runs(firefox, running_target, web, host, tmp_path):
    target = running_target
    before = target.state()
    made = {
        name: f"({MAKE.replace('CALL', call)})({json.dumps([target.address, BODY])})"
        for name, call in CALLS.items()
    }
    told = {
        "firefox": firefox,
        "profile": str(tmp_path),
        "logIn": f"{target.address}/log-in?code={target.parts.access.create_login_code()}",
        "origin": f"http://{host}:{web.local}",
        "functions": made,
    }
    target.forget()

    done = subprocess.run(
        ["node", str(SCRIPT)],
        cwd=ROOT,
        input=json.dumps(told),
        capture_output=True,
        text=True,
        timeout=WITHIN,
        check=False,
    )

    assert done.returncode == 0, done.stderr
    read = json.loads(done.stdout)
    # The log-in itself and the page that it leads to are the user's own.
    after_log_in = [
        endpoint for endpoint in target.handled if endpoint not in {"log_in.enter", "web.today.show"}
    ]
    assert after_log_in == []
    assert target.handled.count("web.today.show") <= 1
    assert len(target.arrived) >= len(CALLS)
    assert {"OPTIONS", "POST", "GET"} <= {method for method, _, _ in target.arrived}
    assert not {"PUT", "DELETE"} & {method for method, _, _ in target.arrived}, ASKED_FIRST
    assert "Acme" not in str(read)
    assert target.state() == before
