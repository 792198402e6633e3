"""Sentences are filled in without Jinja, and come out as Jinja would have them."""

import itertools
from collections.abc import Iterator, Mapping

import pytest
from jinja2 import Environment, StrictUndefined

from afterword.assets import asset_folder
from afterword.templates import message_file
from afterword.templates.library import Library
from afterword.templates.restricted_jinja import compile_line
from afterword.templates.sentence_filler import FILTERS

VALUES = ("", "Yes", " a b", "it's <b> & “so”", "Über {{ role }}")
CONSTRUCTS = (
    "plain",
    "{{ role }} at {{ company | small | capital }}{# nobody reads this #}",
    "{{ 'x' | capital }}{{ 1 }}{{ none }}{{ role == 'Yes' }}",
    "{% if late %}a{% elif not informal %}b{{ role }}{% else %}c{% endif %} d",
    "{% if role == company != 'Yes' %}x{% endif %}",
    "{% if late and (role or company) %}{% if company %}y{% endif %}{% else %}z{% endif %}",
    "{%- if role -%}  {{ role }}  {%- endif %} end\n",
    "{{ role or company }}{{ role and company }}",
)


@pytest.mark.parametrize("source", CONSTRUCTS)
def test_each_construct_is_filled_in_as_jinja_fills_it_in(source: str) -> None:
    assert_alike(source, _all_facts(sorted(compile_line(source).uses)))


def test_every_packaged_sentence_is_filled_in_as_jinja_fills_it_in(monkeypatch: pytest.MonkeyPatch) -> None:
    sources: dict[str, None] = {}
    monkeypatch.setattr(
        message_file, "compile_line", lambda source: compile_line(sources.setdefault(source) or source)
    )
    library = Library(asset_folder("shared_templates")).current()
    for key in library.files:
        library.message(*key)

    assert len(sources) > 500
    for source in sources:
        uses = sorted(compile_line(source).uses)
        assert_alike(
            source, ({name: (*VALUES, "yes")[(n + at) % 6] for at, name in enumerate(uses)} for n in range(6))
        )


def assert_alike(source: str, several: Iterator[Mapping[str, str]]) -> None:
    jinja = Environment(undefined=StrictUndefined, autoescape=False)  # noqa: S701 - text, not HTML
    jinja.filters.update(FILTERS)
    template = jinja.from_string(source)
    for facts in several:
        assert compile_line(source).render(facts) == template.render(facts), (source, facts)


def _all_facts(names: list[str]) -> Iterator[Mapping[str, str]]:
    for values in itertools.product(VALUES, repeat=len(names)):
        yield dict(zip(names, values, strict=True))
