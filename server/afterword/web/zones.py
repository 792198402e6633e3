"""Time zones as a select field wants them."""

from collections.abc import Iterator
from zoneinfo import available_timezones

from flask_babel import gettext
from wtforms.fields.choices import SelectChoice

_OUTDATED_REGIONS = frozenset({"Etc", "SystemV", "US", "Brazil", "Canada", "Chile", "Mexico"})


def zone_choices(chosen: str) -> list[SelectChoice]:
    """Time zones by region; ``chosen`` is among them even if it is a rare one."""
    return sorted(
        map(_choice, {*_common_zones(), chosen}), key=lambda choice: (choice.optgroup, choice.label)
    )


def _common_zones() -> Iterator[str]:
    yield "UTC"
    for name in available_timezones():
        region, _, place = name.partition("/")
        if place and region not in _OUTDATED_REGIONS:
            yield name


def _choice(name: str) -> SelectChoice:
    region, _, place = name.partition("/")
    label = (place or name).replace("_", " ").replace("/", ", ")
    return SelectChoice(name, label, optgroup=region if place else gettext("Other"))
