"""The store against a plain dictionary: whatever is done, in any order, over restarts and failing disks."""

import errno
import os
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import Bundle, RuleBasedStateMachine, consumes, invariant, rule

from afterword.domain.errors import ConflictError, NotFoundError
from afterword.domain.records import Record
from afterword.storage.errors import StorageError
from afterword.storage.store import open_store
from tests.builders import a_record, a_round, an_interviewer

companies = st.sampled_from(["Acme", "ACME Inc.", "Globex", "Ångström"])
addresses = st.sampled_from(["dana@acme.example", "Dana@Acme.example", "robin@globex.example"])


def _at_company(company: str, address: str) -> Record:
    people = (an_interviewer(email=address),)
    return a_record(id="", company=company, rounds=(a_round(interviewers=people),))


@contextmanager
def _failing(step: str, at_call: int) -> Iterator[None]:
    """The n-th call of a system call fails, and all after it."""
    calls = iter(range(1, 1000))

    def fail(*arguments: object, **options: object) -> object:
        if next(calls) >= at_call:
            raise OSError(errno.EIO, "Input/output error")
        return real(*arguments, **options)

    real = getattr(os, step)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(os, step, fail)
        yield


class StoreModel(RuleBasedStateMachine):
    """``kept`` is what the store must hold: every record it acknowledged, and nothing that it refused."""

    record_ids = Bundle("record_ids")

    def __init__(self) -> None:
        super().__init__()
        self.folder = tempfile.TemporaryDirectory()
        self.moment = datetime(2026, 11, 22, 12, tzinfo=UTC)
        self.kept: dict[str, Record] = {}
        self.open()

    def open(self) -> None:
        self.store = open_store(Path(self.folder.name), now=lambda: self.moment)

    @rule(target=record_ids, company=companies, address=addresses)
    def add(self, company: str, address: str) -> str:
        record = self.store.records.add(_at_company(company, address))
        assert record.id not in self.kept
        self.kept[record.id] = record
        return record.id

    @rule(record_id=record_ids, company=companies)
    def change(self, record_id: str, company: str) -> None:
        old = self.kept[record_id]
        try:
            new = self.store.records.change(
                record_id, lambda r: replace(r, company=company), expected_version=old.version
            )
        except NotFoundError:
            assert old.deleted_at
        else:
            assert new.company == company
            self.kept[record_id] = new

    @rule(record_id=record_ids)
    def change_an_old_version(self, record_id: str) -> None:
        old = self.kept[record_id]
        if old.deleted_at is None:
            with pytest.raises(ConflictError):
                self.store.records.change(record_id, lambda r: r, expected_version=old.version - 1)

    @rule(record_id=record_ids)
    def trash_or_restore(self, record_id: str) -> None:
        in_trash = self.kept[record_id].deleted_at
        do = self.store.records.restore if in_trash else self.store.records.trash
        self.kept[record_id] = do(record_id)

    @rule(record_id=consumes(record_ids))
    def trash_and_wait_until_it_is_purged(self, record_id: str) -> None:
        if self.kept[record_id].deleted_at is None:
            self.kept[record_id] = self.store.records.trash(record_id)
        waiting = {i for i, r in self.kept.items() if r.deleted_at}
        if waiting == {record_id}:
            self.moment += timedelta(days=31)
            self.store.records.purge()
            del self.kept[record_id]

    @rule(hours=st.integers(-1000, 100))
    def let_time_pass(self, hours: int) -> None:
        if not any(r.deleted_at for r in self.kept.values()):
            self.moment += timedelta(hours=hours)

    @rule()
    def open_again(self) -> None:
        self.store.close()
        self.open()

    @rule(step=st.sampled_from(["fsync", "replace"]), at_call=st.integers(1, 7), company=companies)
    def add_on_a_failing_disk(self, step: str, at_call: int, company: str) -> None:
        with _failing(step, at_call):
            try:
                record = self.store.records.add(_at_company(company, "dana@acme.example"))
            except StorageError:
                return
        self.kept[record.id] = record

    @invariant()
    def everything_acknowledged_is_there_and_nothing_else(self) -> None:
        here = {i: r for i, r in self.kept.items() if r.deleted_at is None}
        assert {r.id: r for r in self.store.records.all()} == here
        assert {r.id: r for r in self.store.records.trashed()} == {
            i: r for i, r in self.kept.items() if r.deleted_at
        }
        assert {r.id for r in self.store.records.with_company("acme")} == {
            i for i, r in here.items() if r.company in ("Acme", "ACME Inc.")
        }
        assert {r.id for r in self.store.records.with_email("dana@acme.example")} == {
            i for i, r in here.items() if r.rounds[0].interviewers[0].email.lower() == "dana@acme.example"
        }

    def teardown(self) -> None:
        self.store.close()
        self.folder.cleanup()


TestStoreModel = StoreModel.TestCase
TestStoreModel.settings = settings(
    max_examples=40, stateful_step_count=30, deadline=None, suppress_health_check=[HealthCheck.too_slow]
)
