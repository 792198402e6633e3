"""Pasted lists of people."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from afterword.domain.panel_lines import read_panel


@pytest.mark.parametrize(
    ("line", "name", "email"),
    [
        ("Dana Whitfield <dana@acme.example>", "Dana Whitfield", "dana@acme.example"),
        ('"Whitfield, Dana" <dana@acme.example>', "Dana Whitfield", "dana@acme.example"),
        ("- Dana Whitfield, dana@acme.example", "Dana Whitfield", "dana@acme.example"),
        ("dana.whitfield@acme.example", "Dana Whitfield", "dana.whitfield@acme.example"),
        ("Dana Whitfield", "Dana Whitfield", None),
        ("山田 太郎 <taro@acme.example>", "山田 太郎", "taro@acme.example"),
    ],
)
def test_a_person_is_read_as_address_books_write_them(line, name, email):
    (person,) = read_panel(line)

    assert (person.name, person.email, person.problem) == (name, email, None)


def test_people_stand_on_lines_or_behind_each_other():
    people = read_panel("Ann <a@x.example>, Bo <b@x.example>; Cy <c@x.example>\n\n  Di <d@x.example>")

    assert [person.email for person in people] == ["a@x.example", "b@x.example", "c@x.example", "d@x.example"]


@pytest.mark.parametrize(
    "garbage", ["12345", "dana@acme", "<<>>", "Agenda: we will talk about the role and the team", "x" * 1000]
)
def test_a_line_that_names_nobody_has_a_problem(garbage):
    (line,) = read_panel(garbage)

    assert line.problem


@given(st.text(max_size=300))
def test_no_list_is_too_strange_to_be_read(text):
    for line in read_panel(text):
        assert line.problem or line.name
