"""Writing a draft: the facts of an occasion, wordings dealt to a person, sentences made to fit."""

from .compose import compose_draft, missing_facts

__all__ = ["compose_draft", "missing_facts"]
