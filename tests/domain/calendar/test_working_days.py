"""Days off by country: those of the library, of which one country's module is loaded and no other."""

import json
import subprocess
import sys

import pytest

AS_THE_LIBRARY_IS = """
import json, holidays
from datetime import date, timedelta
days = [date(2026, 1, 1) + timedelta(days=n) for n in range(365)]
found = {}
for country in sorted(holidays.list_supported_countries(include_aliases=False)):
    calendar = holidays.country_holidays(country, years=2026)
    found[country] = [day.isoformat() for day in days if not calendar.is_working_day(day)]
print(json.dumps(found))
"""
AS_WE_USE_IT = """
import json, sys
from datetime import date, timedelta
from afterword.domain.calendar import is_working_day
days = [date(2026, 1, 1) + timedelta(days=n) for n in range(365)]
found = {}
for country in sys.argv[1:]:
    found[country] = [day.isoformat() for day in days if not is_working_day(day, country)]
print(json.dumps(found))
"""
LOADED = """
import sys
from datetime import date
from afterword.domain.calendar import is_working_day
is_working_day(date(2026, 7, 3), "US")
print(*sorted(name for name in sys.modules if name.startswith("holidays.countries.")))
"""


def told_by(program, *arguments):
    done = subprocess.run(
        [sys.executable, "-c", program, *arguments], capture_output=True, text=True, check=True
    )
    return done.stdout


def test_X2_the_days_off_of_every_country_are_the_librarys():
    by_the_library = json.loads(told_by(AS_THE_LIBRARY_IS))

    ours = json.loads(told_by(AS_WE_USE_IT, *by_the_library))

    assert len(by_the_library) > 200
    assert ours == by_the_library


def test_only_the_country_that_is_asked_for_is_loaded():
    assert told_by(LOADED).split() == ["holidays.countries.united_states"]


@pytest.mark.parametrize("name", ["US", "holidays.countries.germany"])
def test_other_ways_into_the_library_go_on_working(name):
    told = told_by(
        "import importlib; from datetime import date; from afterword.domain.calendar import is_working_day\n"
        "is_working_day(date(2026, 7, 3), 'FR'); import holidays\n"
        f"print(bool(getattr(holidays, {name!r}, None) or importlib.import_module({name!r})))"
    )

    assert told.strip() == "True"
