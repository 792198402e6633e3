"""The checker against the least that could find the same phrases: one regular expression of all of them."""

import re
from collections.abc import Iterable, Iterator

from afterword.assets import asset_folder
from afterword.domain.checking import CheckContext, CheckLists, check_text
from afterword.domain.checking.phrase import Part
from afterword.templates.library import Library

from .comparing import Bound, seconds_of, side_by_side
from .rows import RatioRow

TEXT = """Dear Dana,

Thank you for taking the time to talk with me on Friday about the Data Engineer role at Acme. I enjoyed
hearing how your team moves the nightly billing jobs to a stream, and why you chose to begin with the
invoices that are due on the same day. That is close to what I did in my last position, where we took a
batch that ran for six hours and made it a pipeline whose results are there within two minutes.

You asked how I would find out whether the numbers of both ways agree. I thought about it on the way home: I
would run both side by side for a month and compare each day's totals by customer, so that a difference is
found on the day on which it arises. I have done this once before and wrote a small report for it, which I
can bring along next time.

The plan to let each product team own its data appeals to me most. I would like to work in a place where
the people who know a number are the people who answer for it, and I could help with the first two teams.

Could you tell me what the next step is, and when you expect to decide? I am happy to send anything else you
need.

Best regards,
Sam Field
"""


def rows(rounds: int) -> Iterator[RatioRow]:
    """A text of 200 words."""
    library = Library(asset_folder("shared_templates"))
    lists, playbook = library.check_lists, library.playbook
    expression = one_expression(lists)
    yield RatioRow(
        "check of a 200-word text",
        "one compiled regular expression of the same phrases",
        Bound(3),
        side_by_side(
            seconds_of(lambda: check_text(TEXT, lists=lists, playbook=playbook, context=CheckContext())),
            seconds_of(lambda: list(expression.finditer(TEXT))),
            rounds,
        ),
    )


def one_expression(lists: CheckLists) -> re.Pattern[str]:
    """Every phrase of the lists as one alternative of a single expression."""
    phrases = dict.fromkeys(_source(entry.phrase.parts) for entry in lists.entries)
    return re.compile(rf"\b(?:{'|'.join(phrases)})\b", re.IGNORECASE)


def _source(parts: Iterable[Part]) -> str:
    """A row of parts as an expression; the parts of a shortened word (have, n't) stand without a space."""
    return r"\s*".join(_of_part(part) for part in parts)


def _of_part(part: Part) -> str:
    if part.gap:
        return rf"(?:\s+\w+){{0,{part.gap}}}?"
    rows = {id(row): row for rows in part.rows.values() for row in rows}.values()
    choices = [*(re.escape(word) for word in sorted(part.words)), *(_source(row) for row in rows)]
    return f"(?:{'|'.join(choices)})" + ("?" if part.optional else "")
