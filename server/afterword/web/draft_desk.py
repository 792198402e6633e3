"""What the pages about one draft have in common: for whom, of which kind, on which channel."""

from collections.abc import Mapping
from dataclasses import dataclass, fields
from functools import cached_property
from typing import Any
from urllib.parse import quote

from flask import request, url_for

from .. import drafting
from ..agenda import agenda_of
from ..checking import CheckedText, check
from ..domain.composing.limits import limits_for
from ..domain.composing.messages import Limits
from ..domain.drafts import DraftAnswer, DraftRequest, DueItem, MissingFact
from ..domain.kinds import CHANNELS, KINDS, Channel, Kind
from ..domain.matching import linkedin_key
from ..domain.records import Interviewer, Record
from ..parts import parts_of_request
from .mail_links import MailLink, mail_links

_ABOUT_A_PERSON = frozenset(field.name for field in fields(Interviewer))


@dataclass(frozen=True)
class DraftDesk:
    """One record and what the address of the page asks for. What is not asked for is what is due."""

    record: Record
    kind: Kind | None
    channel: Channel | None
    wording: int
    interviewer_id: str | None

    @classmethod
    def of_request(cls, record_id: str, *, channel: Channel | None = None) -> "DraftDesk":
        """The desk that the address, or the form that was sent, describes.

        Raises:
            NotFoundError: the record is gone.
        """
        record = parts_of_request().store.records.get(record_id)
        kind = next((k for k in KINDS if k == request.values.get("kind")), None)
        asked = next((c for c in CHANNELS if c == request.values.get("channel")), None)
        person = request.values.get("interviewer_id")
        return cls(
            record=record,
            kind=kind,
            channel=channel or _existing_channel(kind, asked),
            wording=max(0, request.values.get("wording", 0, type=int)),
            interviewer_id=person if person and record.interviewer(person) else None,
        )

    @cached_property
    def person(self) -> Interviewer | None:
        """Whom it is for: the one asked for, else whose follow-up presses most, else the last one met."""
        if self.interviewer_id:
            return self.record.interviewer(self.interviewer_id)
        due = (i.interviewer_id for i in self._agenda() if self.kind in (None, i.kind) and i.interviewer_id)
        latest_first = sorted(self.record.rounds, key=lambda r: r.at, reverse=True)
        anybody = (person.id for round_ in latest_first for person in round_.interviewers)
        found = next(iter((*due, *anybody)), None)
        return self.record.interviewer(found) if found else None

    @cached_property
    def answer(self) -> DraftAnswer:
        """The draft, or the advice that there is none.

        Raises:
            NoTemplateError: nobody wrote a template for this kind on this channel.
        """
        return self._draft({})  # what is missing is left out, and named beside the draft

    @cached_property
    def missing(self) -> tuple[MissingFact, ...]:
        """The facts without which the draft is poorer than it could be."""
        return self._draft(None).missing

    @property
    def people(self) -> tuple[Interviewer, ...]:
        """Everybody of the record, those of the latest interview first."""
        latest_first = sorted(self.record.rounds, key=lambda r: r.at, reverse=True)
        return tuple(person for round_ in latest_first for person in round_.interviewers)

    @property
    def profile_address(self) -> str:
        """The person's LinkedIn profile as an address to open; empty where none is known."""
        known = linkedin_key((self.person.linkedin_url if self.person else None) or "")
        return f"https://www.linkedin.com/in/{quote(known)}/" if known else ""

    def channels(self, kind: Kind | None) -> tuple[Channel, ...]:
        """The channels on which a kind can be drafted."""
        there = parts_of_request().library.files
        return tuple(c for c in CHANNELS if kind is None or (kind, c) in there)

    def limit(self, channel: Channel) -> int | None:
        """The most characters a text on this channel may have; None where there is no bound."""
        parts = parts_of_request()
        settings = parts.store.settings.get()
        return limits_for(channel, Limits(), settings, parts.library.playbook, None).characters

    def checked(self, text: str, subject: str, channel: Channel) -> CheckedText:
        """What the checker says of the text as it stands."""
        parts = parts_of_request()
        return check(
            text,
            subject=subject,
            channel=channel,
            record_id=self.record.id,
            has_signature=False,
            records=parts.store.records,
            settings=parts.store.settings.get(),
            library=parts.library,
        )

    def links(self, text: str, subject: str) -> tuple[MailLink, ...]:
        """The ways to open the text in a mail program, addressed to the person."""
        to = (self.person.email if self.person else None) or ""
        return mail_links(to=to, subject=subject, body=text)

    def address(self, endpoint: str = "web.drafts.show", **changes: Any) -> str:
        """The address of a page about this draft, with some of it changed."""
        asked: dict[str, Any] = {
            "interviewer_id": self.person.id if self.person else None,
            "kind": self.kind,
            "channel": self.channel,
            "wording": self.wording or None,
        }
        return url_for(endpoint, record_id=self.record.id, **{**asked, **changes})

    def mending_address(self, fact: str) -> str:
        """The address of the form on which a missing fact is noted."""
        round_ = self.record.round_of(self.person.id) if self.person else None
        if self.person and round_ and fact in _ABOUT_A_PERSON:
            return url_for(
                "web.record_edit.change_person",
                record_id=self.record.id,
                round_id=round_.id,
                person_id=self.person.id,
            )
        return url_for("web.record_edit.facts", record_id=self.record.id)

    def _draft(self, facts: Mapping[str, str | None] | None) -> DraftAnswer:
        parts = parts_of_request()
        wanted = DraftRequest(
            surface="page",
            record_id=self.record.id,
            interviewer_id=self.person.id if self.person else None,
            kind=self.kind,
            channel=self.channel,
            wording=self.wording,
            facts=facts,
        )
        return drafting.draft_follow_up(
            wanted,
            records=parts.store.records,
            settings=parts.store.settings.get(),
            library=parts.library,
            now=parts.clock.now(),
        )

    def _agenda(self) -> tuple[DueItem, ...]:
        parts = parts_of_request()
        return agenda_of(
            self.record,
            records=parts.store.records,
            settings=parts.store.settings.get(),
            library=parts.library,
            now=parts.clock.now(),
        )


def _existing_channel(kind: Kind | None, channel: Channel | None) -> Channel | None:
    """The channel asked for if the kind travels there, else the first one it does travel on."""
    there = parts_of_request().library.files
    if kind is None or channel is None or (kind, channel) in there:
        return channel
    return next((c for c in CHANNELS if (kind, c) in there), channel)
