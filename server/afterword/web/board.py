"""The board: the records by how far they have come; a card is moved by noting what happened."""

from flask import Blueprint, render_template

from ..browsing import board as board_of_records
from ..domain.kinds import OUTCOMES
from ..parts import parts_of_request

board = Blueprint("board", __name__, url_prefix="/records")

_MOST_CARDS = 25  # in a column; the list has the others


@board.get("/board")
def show() -> str:
    """Every column with its cards."""
    parts = parts_of_request()
    shelves = board_of_records(
        most=_MOST_CARDS,
        records=parts.store.records,
        settings=parts.store.settings.get(),
        library=parts.library,
        now=parts.clock.now(),
    )
    return render_template("board.html", shelves=shelves, outcomes=OUTCOMES)
