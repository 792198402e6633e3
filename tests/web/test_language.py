"""The message catalogue: every text is in it, and a reader of a translated language sees the translation."""

import re
import subprocess
import sys
from pathlib import Path

import pytest
from babel.messages.catalog import Catalog
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po
from flask_babel import get_babel

from afterword.app import pages_of

ROOT = Path(__file__).parents[2]


@pytest.fixture(scope="module")
def extracted(tmp_path_factory):
    """The texts that Babel finds in the pages."""
    file = tmp_path_factory.mktemp("catalogue") / "messages.pot"
    command = (
        *(sys.executable, "-m", "babel.messages.frontend", "--quiet", "extract"),
        *("--mapping-file", "babel.cfg", "--keywords", "lazy_gettext", "--output-file", str(file), "."),
    )
    subprocess.run(command, cwd=ROOT, check=True)
    with file.open("rb") as content:
        return {message.id for message in read_po(content) if message.id}


def test_the_catalogue_holds_texts_of_code_and_pages_and_plurals(extracted):
    assert {"Due now", "Nothing is due", "Thank-you", ("One record", "%(num)d records")} <= extracted


def test_pages_have_no_text_of_their_own_beside_the_catalogue():
    """Words between tags are texts that a translator would never see; names are no words."""
    names = {"LinkedIn", "Afterword", "Firefox", "openapi.json", "afterword", "open"}  # and a command
    found = {}
    for page in (ROOT / "server/afterword/web/page_templates").glob("*.html"):
        text = re.sub(r"\{#.*?#\}|\{%.*?%\}|\{\{.*?\}\}", " ", page.read_text(), flags=re.DOTALL)
        words = {
            word
            for between in re.findall(r">([^<>]*)<", text)
            for word in re.findall(r"[A-Za-z.]{2,}", between)
        }
        if words - names:
            found[page.name] = words - names

    assert found == {}


def test_a_reader_of_a_translated_language_reads_it(user, tmp_path):
    german = Catalog(locale="de")
    german.add("Nothing is due", "Nichts ist fällig")
    german.add("No interviews yet", "Noch keine Gespräche")
    folder = tmp_path / "de" / "LC_MESSAGES"
    folder.mkdir(parents=True)
    with (folder / "messages.mo").open("wb") as file:
        write_mo(file, german)
    with pages_of(user.app).app_context():
        get_babel().translation_directories[:] = [str(tmp_path)]

    in_german = user.client.get(
        "/", base_url=user.address, headers={"Accept-Language": "de-AT,de;q=0.9,en;q=0.5"}
    )
    in_french = user.client.get("/", base_url=user.address, headers={"Accept-Language": "fr"})

    assert "Noch keine Gespräche" in in_german.text
    assert '<html lang="de"' in in_german.text
    assert "No interviews yet" in in_french.text
