"""What answers hold is written as Flask writes it, only sooner."""

import json

import pytest
from flask import Flask
from flask.json.provider import DefaultJSONProvider

from afterword.apps.json_answers import OrjsonProvider


@pytest.mark.parametrize(
    "answer",
    [
        {"status": "ready", "advice": None, "words": 120, "late": False, "rules": ["W3", "X1"]},
        {"body": "Liebe Frau Müller,\n“danke” – 😊", "2": 1, "1": 2},
        {1: "a number for a name"},
        {"half a character": "\ud83d"},
        {"too much for a machine's integer": 2**70},
        [],
        "a word",
    ],
)
def test_an_answer_reads_as_flask_would_have_written_it(answer):
    app = Flask("answers")

    written = OrjsonProvider(app).dumps(answer)

    assert json.loads(written) == json.loads(DefaultJSONProvider(app).dumps(answer))


def test_an_answers_names_stand_in_order():
    assert OrjsonProvider(Flask("answers")).dumps({"b": 1, "a": 2}) == '{"a":2,"b":1}'
