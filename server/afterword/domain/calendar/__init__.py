"""Days, working hours and zones: when it is a good moment where the interviewer is."""

from .words import day_in_words, moment_in_words
from .working_days import is_working_day
from .working_time import Calendar
from .zones import zone_of

__all__ = ["Calendar", "day_in_words", "is_working_day", "moment_in_words", "zone_of"]
