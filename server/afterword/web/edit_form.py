"""The base of forms that change what is kept: two tabs may have the same one open (T13)."""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, ClassVar

from flask import request
from wtforms import Field, HiddenField

from .page_form import PageForm


@dataclass(frozen=True, slots=True)
class ChangedMeanwhile:
    """A field that somebody else saved since this form was opened."""

    label: str
    before: str
    now: str
    is_in_dispute: bool


class EditForm(PageForm):
    """A form that remembers what it was opened with: the version, and each field's value then.

    When it is sent, ``may_be_saved`` tells whether the fields are still as they were. If not, the page
    shows ``changed_meanwhile`` and two buttons: to merge (own changes, and theirs where there is no own) or
    to overwrite. Changes of the record in other places than this form's fields dispute nothing.
    """

    version = HiddenField()
    opened_with = HiddenField()
    own_fields: ClassVar[frozenset[str]] = frozenset({"version", "opened_with", "csrf_token"})

    def __init__(self, values: Mapping[str, Any], *, record_version: int, **kwargs: Any) -> None:
        super().__init__(data=values, **kwargs)
        self._values_now = values
        self._version_now = record_version
        self.changed_meanwhile: tuple[ChangedMeanwhile, ...] = ()
        if not self.is_submitted():
            self.version.data = str(record_version)
            self.opened_with.data = json.dumps({name: _text(value) for name, value in values.items()})

    def may_be_saved(self) -> bool:
        """Whether what the user typed can be kept: nothing is disputed, or the user has said what counts."""
        changed = self._changed_since_opened()
        if not changed or self._answer_to_what_is_shown() == "overwrite":
            return True
        if self._answer_to_what_is_shown() == "merge":
            return self._merge()
        self.changed_meanwhile = changed
        # The buttons answer exactly what is shown now; a still later change is shown anew.
        self.version.data = str(self._version_now)
        return False

    def _answer_to_what_is_shown(self) -> str:
        return request.form.get("resolve", "") if self.version.data == str(self._version_now) else ""

    def _changed_since_opened(self) -> tuple[ChangedMeanwhile, ...]:
        before = self._opened_with()
        return tuple(
            ChangedMeanwhile(
                label=str(field.label.text),
                before=_shown(field, before[name]),
                now=_shown(field, _text(self._values_now.get(name))),
                is_in_dispute=_text(field.data) != before[name],
            )
            for name, field in self._facts_asked()
            if name in before and before[name] != _text(self._values_now.get(name))
        )

    def _merge(self) -> bool:
        """Take over what others changed wherever the user changed nothing."""
        before = self._opened_with()
        for name, field in self._facts_asked():
            if name in before and _text(field.data) == before[name]:
                field.data = self._values_now.get(name)
        return bool(self.validate())

    def _opened_with(self) -> dict[str, str]:
        try:
            known = json.loads(self.opened_with.data or "{}")
        except ValueError:
            return {}
        return {n: v for n, v in known.items() if isinstance(v, str)} if isinstance(known, dict) else {}

    def _facts_asked(self) -> list[tuple[str, Field]]:
        return [(name, field) for name, field in self._fields.items() if name not in self.own_fields]


def _text(value: object) -> str:
    """A value as one comparable text; nothing, a blank text and an unticked box are the same."""
    return str(value).strip().replace("\r\n", "\n") if value else ""


def _shown(field: Field, text: str) -> str:
    choices = getattr(field, "choices", None) or ()
    return next((str(choice.label) for choice in choices if choice.value == text), text)
