"""Notes speak of the other person as "she" or "they"; a letter to that person says "you"."""

import re

_IRREGULAR = {
    "is": "are", "was": "were", "has": "have", "does": "do", "goes": "go", "isn't": "aren't",
    "wasn't": "weren't", "hasn't": "haven't", "doesn't": "don't",
}  # fmt: skip
_UNINFLECTED = frozenset(("always", "sometimes", "perhaps", "us", "this", "thus", "across", "pass"))
_HEAD = r"^(?P<lead>(?:how|why|what|where|when|that|whether|if) )?"
_NEARBY = r"(?:own |new |whole |entire )?(?:team|company|platform|product|office|stack|roadmap|plans?)"

_TOLD = r"(?:told|asked|showed|gave|sent|promised|described to|explained to|talked with|spoke with)"
_THEIR_OWN = re.compile(r"^((?:\w+ )?you [\w'’]+(?: (?:me|us|all|out))?) (?:their|his|her) (?=\w)")


def address_directly(text: str, names: tuple[str, ...]) -> str:
    """The note with "she runs", "their team", "Dana's plans" turned to "you run", "your team", "your plans".

    Only where the word leads its clause, stands right behind the clause's verb or owns a team or a plan;
    elsewhere it may mean somebody else.
    """
    return "; ".join(_address_clause(clause, names) for clause in text.split("; "))


def _address_clause(text: str, names: tuple[str, ...]) -> str:
    noted = text
    text = re.sub(r"^(?:their|his|her)\s", "your ", text, flags=re.I)
    text = re.sub(rf"\btheir (?={_NEARBY}\b)", "your ", text, flags=re.I)
    # Only of those that are named: a pattern for every person takes longer to make than all the rest.
    for name in sorted((name for name in names if name in text), key=len, reverse=True):
        text = re.sub(rf"\b{re.escape(name)}['’]s\s", "your ", text)
        text = re.sub(rf"{_HEAD}{re.escape(name)}\s+(?P<verb>[\w'’]+)", _to_you, text)
    text = (
        re.sub(rf"{_HEAD}(?:they|he|she)['’]re\b", r"\g<lead>you're", text, flags=re.I)
        if "re" in text
        else text
    )
    text = re.sub(rf"{_HEAD}(?:he|she)['’]s\s+(?P<verb>\w+)", _uncontracted, text, flags=re.I)
    text = re.sub(rf"{_HEAD}they\s+(?P<plural>[\w'’]+)", _plural_to_you, text, flags=re.I)
    text = re.sub(rf"{_HEAD}(?:he|she)\s+(?P<verb>[\w'’]+)", _to_you, text, flags=re.I)
    text = re.sub(
        r"^(wants|needs|plans|hopes|tries) to\b", lambda m: f"you {_plain(m[1])} to", text, flags=re.I
    )
    text = re.sub(rf"^(i {_TOLD}) (?:them|him|her)\b", r"\1 you", text, flags=re.I)
    return re.sub(_THEIR_OWN, r"\1 your ", text) if text != noted else text


def _to_you(match: re.Match[str]) -> str:
    return f"{match['lead'] or ''}you {_plain(match['verb'])}"


def _plural_to_you(match: re.Match[str]) -> str:
    return f"{match['lead'] or ''}you {match['plural']}"


def _uncontracted(match: re.Match[str]) -> str:
    verb = match["verb"]
    auxiliary = "have" if re.search(r"(?:ed|en|built|led|run|been)$", verb) else "are"
    return f"{match['lead'] or ''}you {auxiliary} {verb}"


def _plain(verb: str) -> str:
    """The verb as it follows "you"."""
    low = verb.lower()
    if low in _IRREGULAR:
        return _IRREGULAR[low]
    if low in _UNINFLECTED or not low.endswith("s") or low.endswith("ss"):
        return verb
    if low.endswith("ies") and len(low) > len("dies"):
        return f"{verb[:-3]}y"
    return verb[:-2] if re.search(r"(?:ch|sh|ss|x|zz|o)es$", low) else verb[:-1]
