"""The set-up offers to start Afterword at log-in; nothing is written before the user's yes."""

import sys

import pytest

pytestmark = pytest.mark.skipif(not sys.platform.startswith("linux"), reason="looks for the entry of Linux")


@pytest.fixture
def config_home(tmp_path, monkeypatch):
    """An empty folder in the place of the user's own."""
    home = tmp_path / "config"
    home.mkdir()
    monkeypatch.setenv("XDG_CONFIG_HOME", str(home))
    return home


def test_it_is_offered_and_off_until_the_users_yes(config_home, user):
    page = user.get("/setup/practice").text

    assert "Start it when I log in" in page
    assert list(config_home.iterdir()) == []


def test_after_a_yes_it_can_be_taken_back_without_a_trace(config_home, user):
    user.post("/setup/autostart", wanted="yes")
    written = [path.name for path in config_home.rglob("*.service")]
    page = user.get("/setup/practice").text

    user.post("/setup/autostart", wanted="no")

    assert written == ["afterword.service", "afterword.service"]
    assert "Don’t start it by itself" in page
    assert list(config_home.iterdir()) == []


def test_T2_without_the_forms_token_nothing_is_written(config_home, user):
    user.token = {}

    answer = user.post("/setup/autostart", wanted="yes")

    assert answer.status_code >= 400
    assert list(config_home.iterdir()) == []


def test_T5_without_the_cookie_nothing_is_written(config_home, stranger):
    assert stranger.post("/setup/autostart", wanted="yes").status_code == 403
    assert list(config_home.iterdir()) == []
