"""Drafts from the packaged templates, of facts with defaults."""

from collections.abc import Callable
from dataclasses import replace
from datetime import datetime
from pathlib import Path
from typing import Any

import pytest

from afterword.domain.composing import compose_draft
from afterword.domain.drafts import Draft, Timing
from afterword.domain.kinds import Channel, Kind
from afterword.domain.records import Interviewer, Record
from afterword.domain.settings import Settings
from afterword.templates.library import Library
from tests.builders import a_record, a_round, an_interviewer, at, settings_of

NAMES = ("Dana Whitfield", "Ola Berg", "Mei Chen", "Sam Okafor", "Ivy Strand", "Raj Patel")


@pytest.fixture(scope="session")
def library() -> Library:
    return Library(Path(__file__).parents[3] / "shared_templates")


@pytest.fixture
def draft(library: Library) -> Callable[..., Draft]:
    """Composes a draft; the first person of the record's first round unless another is given."""

    def compose(
        kind: Kind = "thank_you",
        channel: Channel = "email",
        *,
        record: Record | None = None,
        person: Interviewer | None = None,
        settings: Settings | None = None,
        verdict: str = "open",
        now: datetime | None = None,
        **more: Any,
    ) -> Draft:
        record = record or a_record()
        round_ = record.rounds[0] if record.rounds else None
        return compose_draft(
            library.message(kind, channel),
            record=record,
            round_=round_,
            interviewer=person or (round_.interviewers[0] if round_ and round_.interviewers else None),
            settings=settings or settings_of(),
            playbook=library.playbook,
            timing=Timing(verdict, None, None, None, "", ()),  # type: ignore[arg-type]
            kind=kind,
            channel=channel,
            now=now or at("2026-11-22T10:00:00-05:00"),
            **more,
        )

    return compose


@pytest.fixture
def with_person() -> Callable[..., Record]:
    """A record whose one interviewer has these fields; ``record`` and ``round_`` take fields of their own."""

    def build(
        record: dict[str, Any] | None = None, round_: dict[str, Any] | None = None, **fields: Any
    ) -> Record:
        return a_record(
            rounds=(a_round(interviewers=(an_interviewer(**fields),), **(round_ or {})),), **(record or {})
        )

    return build


@pytest.fixture
def panel() -> Callable[..., Record]:
    """A record with a panel of six, all with the same fields but for name and seat."""

    def build(record: dict[str, Any] | None = None, **fields: Any) -> Record:
        people = tuple(
            replace(an_interviewer(**fields), id=f"p{seat}", name=name, seat=seat)
            for seat, name in enumerate(NAMES)
        )
        return a_record(rounds=(a_round(interviewers=people),), **(record or {}))

    return build
