"""Lists of English words by which notes are read; closed classes and the words notes begin with."""

import re


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


_AT_LENGTH = r"(?: a lot| at length| briefly| a bit| for a while| with (?:you|her|him|them))*"
_TALKED = (
    r"(?:talked|spoke|chatted|discussed|went over|covered|got into|"
    r"had an? (?:\w+ )?(?:chat|talk|conversation|discussion|exchange))"
)
_TOLD = (
    r"(?:mentioned|talked about|spoke about|explained|described|brought up|shared|discussed|said|"
    r"(?:told|showed|asked)(?: me)?(?: about)?)"
)
_HEARING = r"(?:(?:hearing|learning|talking|our (?:talk|chat|conversation)) (?:more )?(?:about|of)\s+)?"
_KEEN = r"(?:really |very |most )?(?:excited|enthusiastic|curious) (?:about|by)"
_WE = r"(?:we|i|(?:she|he|they) and i) (?:also |really |mostly |mainly |briefly |then )?"

LEAD_INS = (
    r"^(?:and|also|so|then|plus)[, ]+",
    rf"^{_WE}{_TALKED}{_AT_LENGTH}(?: about| on| over)?\s+",
    rf"^i (?:really |also )?(?:liked|loved|enjoyed|appreciated|admired)\s+{_HEARING}",
    rf"^WHO(?: also| then| briefly| kindly)? {_TOLD}(?: to me)?\s+",
    r"^(?:talked|spoke|chatted|asked|told me|heard|learned|learnt) (?:about|of)\s+",
    r"^(?:discussed|mentioned|explained|described|liked|loved|enjoyed)\s+",
    r"^(?:our|the|a) (?:\w+ )?(?:talk|chat|conversation|discussion|exchange) (?:about|on|of|over)\s+",
    r"^(?:about|regarding|concerning|re:)\s+",
    r"^(?:because|since)\s+",
    rf"^i (?:love|like|admire|enjoy|am {_KEEN}|am (?:drawn|attracted) to|look forward to)\s+",
    rf"^{_KEEN}\s+",
    r"^the fact (?=that\b)",
)
"""Openings that say no more than that something was said. ``WHO`` stands for the other person."""

FINITE_VERBS = _words(
    """
    is isn't are aren't was wasn't were has have had will won't would can can't could should must may
    might does doesn't do don't did didn't
    """
)

NOTE_VERBS = _words(
    """
    liked loved asked said told mentioned wants wanted needs uses explained showed decided became came
    went gave took thinks thought knows knew believes moved runs works worked laughed agreed joined
    """
)
"""Verbs that notes are often made of; after a noun they make a clause of it."""

NOT_GERUNDS = _words(
    """
    king ring wing thing things something nothing everything anything spring string beijing boeing bing
    sterling evening morning ceiling during streaming engineering marketing accounting
    """
)

LOWERABLE = _words(
    """
    streaming engineering marketing accounting
    the a an this that these those my your our their his her its how why what where when who which
    whether if you we they he she it there being some several many most more all both each every one two
    three four five six seven eight nine ten no not new big large small open real early first good great
    strong solid deep hands-on remote hybrid cloud data billing payments product products platform
    design growth hiring team teams teamwork culture code testing onboarding machine customer customers
    user users migration migrations moving move plan plans roadmap project projects problem problems
    challenge challenges work strategy vision performance event events technical legacy switch change
    changes on-call incident incidents mission values learning scaling experience background knowledge
    training leadership management communication research software front-end back-end full-stack mobile
    security infrastructure quality process processes working building leading running led built ran
    wrote managed designed developed created shipped launched grew years over about near almost with
    from in on at as by for because since can know speak used
    """
)
"""Words that are no names, so that a capital at the start of a note is only the start of a note."""

_AMOUNT = (
    r"(?:an?|the|my|our|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|fifteen|twenty|"
    r"several|many|some|over|more than|nearly|almost|about|up to|\d[\d,.]*\+?)"
)

POSSESSED = re.compile(
    rf"(?:{_AMOUNT}(?:\s|$)|(?:\w+ )?(?:experience|background|knowledge|expertise|training|years)\b)", re.I
)
"""Noun phrases that take "my" as they are: "five years of Python", "a background in law"."""

OPENING_VERBS = re.compile(
    rf"(?:(?:(?!\w*(?:ss|us)\b)\w+ed|led|built|ran|wrote|grew|taught|won|sold|made|set up|took)\s+"
    rf"(?:{_AMOUNT}|teams?|people)\b|(?:know|speak|can|understand|love|enjoy)\s)",
    re.I,
)
"""A claim whose "I" was left out: "led a team of four", "speak German"."""
