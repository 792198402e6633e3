"""What is due and when: pure functions of a record, its log, the playbook's numbers and the clock."""

from .due import contact_rank, due_for, due_items, main_contact
from .elsewhere import Acceptance, Elsewhere, OtherOffer
from .lateness import was_late
from .linkedin_notes import notes_left
from .persistence import asks_since_reply, persistence_findings
from .presence import PlanLine, of_this_week, overposting, too_many_posts, week_plan
from .stage import STAGES, Stage, rounds_without_follow_up, stage_of
from .standing import Standing, standing_of
from .timing import timing_for

__all__ = [
    "STAGES",
    "Acceptance",
    "Elsewhere",
    "OtherOffer",
    "PlanLine",
    "Stage",
    "Standing",
    "asks_since_reply",
    "contact_rank",
    "due_for",
    "due_items",
    "main_contact",
    "notes_left",
    "of_this_week",
    "overposting",
    "persistence_findings",
    "rounds_without_follow_up",
    "stage_of",
    "standing_of",
    "timing_for",
    "too_many_posts",
    "was_late",
    "week_plan",
]
