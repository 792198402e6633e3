"""What the bench says of its figures. The figures themselves decide no test."""

from pathlib import Path

from bench.comparing import Bound, Comparison, side_by_side
from bench.document import update
from bench.growth import Curve
from bench.rows import CountRow, RatioRow

TWICE_AS_LONG = Comparison(ours=[2.0, 2.0, 2.0], compared=[1.0, 1.0, 1.0], again=[1.1, 1.1, 1.1])


def test_a_ratio_is_of_the_medians_and_the_noise_is_the_same_thing_measured_twice():
    assert 1.8 < TWICE_AS_LONG.ratio <= 2.0
    assert round(TWICE_AS_LONG.noise, 3) == 0.1


def test_a_ratio_over_its_bound_is_not_kept():
    assert TWICE_AS_LONG.keeps(Bound(2))
    assert not TWICE_AS_LONG.keeps(Bound(1.5))
    assert not TWICE_AS_LONG.keeps(Bound(2, p95=1.5))


def test_both_are_measured_in_turn_after_one_round_that_does_not_count():
    done: list[str] = []

    def ours() -> float:
        done.append("ours")
        return 1.0

    def compared() -> float:
        done.append("compared")
        return 1.0

    found = side_by_side(ours, compared, rounds=2)

    assert done == ["compared", "ours", *["compared", "ours", "compared"] * 2]
    assert (len(found.ours), len(found.compared), len(found.again)) == (2, 2, 2)


def test_growth_is_told_by_its_power():
    flat = Curve("a draft", {100: 0.002, 1_000: 0.002, 10_000: 0.002})
    linear = Curve("the agenda", {100: 0.01, 1_000: 0.1, 10_000: 1.0})

    assert "does not grow" in str(flat)
    assert "in proportion" in str(linear)


def test_the_page_keeps_its_words_and_gets_the_figures_between_the_marks(tmp_path: Path):
    page = tmp_path / "PERFORMANCE.md"
    marks = [f"<!-- figures of a run: {w} -->\n<!-- end of {w} -->\n" for w in ("rows", "growth")]
    page.write_text("# Speed\n\n" + "\nbetween\n".join(marks) + "\nthe end\n")
    rows = [RatioRow("a draft", "health", Bound(1.5), TWICE_AS_LONG), CountRow("calls", 0, 0, "calls")]

    for _ in range(2):
        update(page, rows, [Curve("a draft", {100: 0.002, 1_000: 0.002, 10_000: 0.003})])

    text = page.read_text()
    assert text.count("| a draft | health |") == 1
    assert "**over**" in text
    assert text.startswith("# Speed")
    assert text.endswith("the end\n")
    assert (tmp_path / "performance-growth.svg").read_text().startswith("<svg")
