"""Where events stand on the drawn line."""

from datetime import timedelta
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from afterword.web.timeline import LANES, WIDTH, Event, draw
from tests.builders import at

NOW = at("2026-11-21T17:00:00-05:00")


def an_event(hours: int = 0, lane: str = "you", label: str = "Thank-you", until: int | None = None) -> Event:
    """An event some hours from now, a bar if it has an end."""
    end = None if until is None else NOW + timedelta(hours=hours + until)
    return Event(NOW + timedelta(hours=hours), lane, label, label, until=end)


def test_nothing_is_drawn_of_nothing():
    assert draw((), NOW) is None


def test_later_stands_further_right_and_now_is_on_the_line():
    drawing = draw((an_event(-48), an_event(-2), an_event(72)), NOW)

    xs = [mark.x for mark in drawing.marks]
    assert xs == sorted(xs)
    assert xs[1] < drawing.now_x < xs[2]


def test_a_single_event_has_a_line_on_either_side():
    drawing = draw((an_event(),), NOW)

    assert 150 < drawing.marks[0].x < WIDTH - 150


@given(
    st.lists(
        st.builds(
            an_event,
            st.integers(-5000, 5000),
            st.sampled_from(LANES),
            st.text(max_size=60),
            st.none() | st.integers(0, 900),
        ),
        min_size=1,
        max_size=25,
    )
)
def test_marks_stay_on_the_drawing_and_lie_in_rows_without_touching(events):
    drawing = draw(events, NOW)

    assert len(drawing.marks) == len(events)
    for mark in drawing.marks:
        assert 0 <= mark.x <= mark.x + mark.width <= WIDTH + 6
        assert 0 < mark.y < drawing.height
    in_rows = {}
    for mark in drawing.marks:
        in_rows.setdefault(mark.y, []).append((mark.x, mark.x + mark.width))
    for spans in in_rows.values():
        ordered = sorted(spans)
        assert all(left[1] <= right[0] for left, right in pairwise(ordered))


@pytest.mark.parametrize("until", ["2026-11-22T12:00:00+00:00", "2026-12-05T12:00:00+00:00"])
@pytest.mark.parametrize("since", ["2026-11-20T12:00:00+00:00", "2026-12-04T12:00:00+00:00"])
def test_no_label_is_cut_at_the_right_edge(since, until):
    label = "Connection request: Dana Whitfield"
    begin, end = sorted((at(since), at(until)))

    drawn = draw([Event(begin, "window", label, "A sentence.", until=end)], NOW)

    [mark] = drawn.marks
    right = mark.label_x if mark.is_label_before else mark.label_x + len(mark.label) * 7
    assert right <= WIDTH
    assert mark.x + mark.width <= WIDTH
