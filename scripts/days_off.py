#!/usr/bin/env python3
"""Write the table of days off for the years to come, from the calendars of the library ``holidays``.

The server reads the table, as the library's calendars take more memory than a thousand records. Run it after
the library was updated (a test compares the two) and once a year.

    python3 scripts/days_off.py
"""

from datetime import date, timedelta
from pathlib import Path
from typing import TYPE_CHECKING

import environment

if TYPE_CHECKING:
    from holidays import HolidayBase

FIRST_YEAR, YEARS = 2024, 9
TABLE = environment.ROOT / "server" / "afterword" / "domain" / "calendar" / "days_off.py"
HEAD = '''"""Days off by country and year. Made by scripts/days_off.py from holidays {version}; not edited.

After the weekdays of the weekend (0 is Monday) come the years, each with the days, as month and day, that
differ from it: holidays, and days of a weekend on which people work.
"""

from collections.abc import Mapping

DAYS_OFF: Mapping[str, str] = {{
'''


def main() -> int:
    """Write the table."""
    environment.enter(extra="dev")
    import holidays  # noqa: PLC0415 - there only once the environment is made

    lines = [f'    "{country}": "{_line(country)}",\n' for country in sorted(_countries())]
    TABLE.write_text("".join([HEAD.format(version=holidays.__version__), *lines, "}\n"]), "utf-8")
    print(f"{len(lines)} countries, {TABLE.stat().st_size:,} bytes: {_shown(TABLE)}")
    return 0


def _countries() -> list[str]:
    import holidays  # noqa: PLC0415 - as above

    return [code for code in holidays.list_supported_countries(include_aliases=False) if len(code) == 2]  # noqa: PLR2004 - ISO 3166


def _line(country: str) -> str:
    import holidays  # noqa: PLC0415 - as above

    years = range(FIRST_YEAR, FIRST_YEAR + YEARS)
    calendar = holidays.country_holidays(country, years=years)
    weekend = "".join(str(weekday) for weekday in sorted(calendar.weekend))
    return "|".join([weekend, *(_year(calendar, year) for year in years)])


def _year(calendar: "HolidayBase", year: int) -> str:
    days = (date(year, 1, 1) + timedelta(days=n) for n in range(366))
    found = [
        f"{day:%m%d}"
        for day in days
        if day.year == year and calendar.is_working_day(day) == (day.weekday() in calendar.weekend)
    ]
    return " ".join([str(year), *found])


def _shown(path: Path) -> str:
    return path.relative_to(environment.ROOT).as_posix()


if __name__ == "__main__":
    raise SystemExit(main())
