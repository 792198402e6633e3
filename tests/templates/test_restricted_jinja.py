"""What a template may do, and that nothing else gets through."""

import pytest

from afterword.templates.restricted_jinja import MOST_OUTPUT_CHARACTERS, RefusedTemplateError, compile_line
from afterword.templates.template_errors import TemplateOutputError


@pytest.mark.parametrize(
    ("source", "facts", "text"),
    [
        (
            "Thank you for the {{ role }} role.",
            {"role": "Data Engineer"},
            "Thank you for the Data Engineer role.",
        ),
        ("{{ skill | capital }} helps.", {"skill": "my Go"}, "My Go helps."),
        ("{% if late %}Late{% else %}Early{% endif %}", {"late": "yes"}, "Late"),
        ("{% if late %}Late{% else %}Early{% endif %}", {}, "Early"),
        ("{% if not salary and role == 'Cook' %}A{% elif salary %}B{% endif %}", {"role": "Cook"}, "A"),
        ("{{ role }}", {"role": "{{ company }} <b>"}, "{{ company }} <b>"),
    ],
)
def test_facts_ifs_and_two_filters_are_allowed(source: str, facts: dict[str, str], text: str) -> None:
    assert compile_line(source).render(facts) == text


@pytest.mark.parametrize(
    "source",
    [
        "{% for c in role %}{{ c }}{% endfor %}",
        "{% macro m() %}{% endmacro %}",
        "{% set role = 'x' %}",
        "{% include 'x' %}",
        "{% import 'x' as y %}",
        "{% extends 'x' %}",
        "{% block b %}{% endblock %}",
        "{% raw %}{{ x }}",
        "{{ role() }}",
        "{{ role.upper }}",
        "{{ role.__class__.__mro__ }}",
        "{{ role['__class__'] }}",
        "{{ role | attr('__class__') }}",
        "{{ role | upper }}",
        "{{ role | capital('x') }}",
        "{{ role ~ company }}",
        "{{ role * 1000000 }}",
        "{{ 9 ** 9 ** 9 }}",
        "{{ [role] }}",
        "{{ {'a': role} }}",
        "{{ 'x' if role else 'y' }}",
        "{% if role is defined %}x{% endif %}",
        "{% if role in company %}x{% endif %}",
        "{% if role < company %}x{% endif %}",
        "{{ unknown }}",
        "{{ late }}",
        "{{ self }}",
        "{{ range }}",
        "{{ role",
        "{% if role %}",
    ],
)
def test_everything_else_is_refused_before_it_runs(source: str) -> None:
    with pytest.raises(RefusedTemplateError) as caught:
        compile_line(source)

    assert caught.value.reason
    assert caught.value.line == 1


def test_a_fact_asked_for_by_an_if_is_used_but_not_needed() -> None:
    line = compile_line("{{ role }}{% if salary %} for {{ salary }}{% endif %}")

    assert line.needs == {"role"}
    assert line.uses == {"role", "salary"}


def test_a_fact_printed_in_the_else_of_its_own_if_is_needed() -> None:
    assert compile_line("{% if salary %}x{% else %}{{ salary }}{{ role }}{% endif %}").needs == {
        "salary",
        "role",
    }


def test_an_output_past_its_limit_is_an_error_and_never_text() -> None:
    line = compile_line("{{ role }}")

    with pytest.raises(TemplateOutputError):
        line.render({"role": "x" * (MOST_OUTPUT_CHARACTERS + 1)})
