"""What is due and when: pure functions of a record, its log, the playbook's numbers and the clock."""

from .due import due_for, due_items, main_contact
from .elsewhere import Acceptance, Elsewhere, OtherOffer
from .standing import Standing, standing_of
from .timing import timing_for

__all__ = [
    "Acceptance",
    "Elsewhere",
    "OtherOffer",
    "Standing",
    "due_for",
    "due_items",
    "main_contact",
    "standing_of",
    "timing_for",
]
