"""Days off by country: those of the library, from its table, and past it from the library itself."""

import json
import subprocess
import sys
from datetime import date

import pytest

from afterword.domain.calendar import is_working_day
from days_off import FIRST_YEAR, YEARS

AS_THE_LIBRARY_IS = """
import json, sys, holidays
from datetime import date, timedelta
found = {}
for country in sorted(holidays.list_supported_countries(include_aliases=False)):
    for year in map(int, sys.argv[1:]):
        days = [date(year, 1, 1) + timedelta(days=n) for n in range(365)]
        calendar = holidays.country_holidays(country, years=year)
        found[f"{country} {year}"] = [day.isoformat() for day in days if not calendar.is_working_day(day)]
print(json.dumps(found))
"""
AS_WE_USE_IT = """
import json, sys
from datetime import date, timedelta
from afterword.domain.calendar import is_working_day
found = {}
for name in json.load(sys.stdin):
    country, year = name.split()
    days = [date(int(year), 1, 1) + timedelta(days=n) for n in range(365)]
    found[name] = [day.isoformat() for day in days if not is_working_day(day, country)]
print(json.dumps(found))
"""
LOADED = """
import sys
from datetime import date
from afterword.domain.calendar import is_working_day
is_working_day(date(int(sys.argv[1]), 7, 3), "US")
print(*sorted(name for name in sys.modules if name.startswith(("holidays.countries.", "dateutil.parser."))))
"""


def told_by(program, *arguments, given=""):
    command = [sys.executable, "-c", program, *arguments]
    return subprocess.run(command, input=given, capture_output=True, text=True, check=True).stdout


def test_X2_the_days_off_of_every_country_are_the_librarys():
    years = [str(year) for year in range(FIRST_YEAR - 1, FIRST_YEAR + YEARS + 1)]
    by_the_library = told_by(AS_THE_LIBRARY_IS, *years)

    ours = told_by(AS_WE_USE_IT, given=by_the_library)

    assert len(json.loads(by_the_library)) > 200 * len(years)
    assert json.loads(ours) == json.loads(by_the_library), "Run: python3 scripts/days_off.py"


def test_the_library_is_loaded_past_the_table_only_and_there_one_country_of_it():
    assert told_by(LOADED, str(FIRST_YEAR)).split() == []
    assert "holidays.countries.united_states" in told_by(LOADED, str(FIRST_YEAR + YEARS)).split()
    assert "holidays.countries.germany" not in told_by(LOADED, str(FIRST_YEAR + YEARS)).split()


def test_a_country_nobody_knows_rests_on_saturday_and_sunday():
    friday_to_monday = [date(2026, 11, day) for day in (20, 21, 22, 23)]

    assert [is_working_day(day, "ZZ") for day in friday_to_monday] == [True, False, False, True]


@pytest.mark.parametrize("name", ["US", "holidays.countries.germany"])
def test_other_ways_into_the_library_go_on_working(name):
    told = told_by(
        "import importlib; from datetime import date; from afterword.domain.calendar import is_working_day\n"
        "is_working_day(date(2040, 7, 3), 'FR'); import holidays\n"
        f"print(bool(getattr(holidays, {name!r}, None) or importlib.import_module({name!r})))"
    )

    assert told.strip() == "True"
