"""What a post on LinkedIn is checked for: private updates, words, gaps, length (W26, W27)."""

from pathlib import Path

import pytest

from afterword.domain.checking import check_post, unrelated_to_work
from afterword.templates.library import Library
from tests.builders import settings_of

LIBRARY = Library(Path(__file__).parents[3] / "shared_templates")


def findings_in(text, check=check_post):
    return check(text, lists=LIBRARY.check_lists, playbook=LIBRARY.playbook, settings=settings_of())


PRIVATE = [
    "My dog turned five today!",
    "Look at my new kitten.",
    "Happy birthday to my wonderful wife... and happy birthday to my daughter!",
    "We had the best time on our summer holiday in Greece.",
    "My birthday was a blast, thanks to everyone who came.",
    "So hungover this morning.",
    "Our wedding was on Saturday, and it was beautiful.",
    "Watched the football match last night, what a goal!",
    "My boyfriend made pancakes.",
    "My weekly horoscope says love is near.",
    "Just got engaged to my best friend!",
    "Our delicious brunch today: eggs and avocado.",
    "The party last night went on until four.",
    "What do you think of my new tattoo?",
    "My beach day, finally.",
]
ABOUT_WORK = [
    "Replaying a year of events before the switch is what I would try first.",
    "Three lessons from moving our billing jobs to a stream.",
    "My dog taught me patience, and patience makes a better on-call engineer.",
    "Back from my summer holiday and ready for the new project.",
    "Ten years at Acme: a work anniversary worth a look back at what we built.",
    "A worthwhile article on query planning; the part on statistics surprised me.",
    "Our company anniversary brought three hundred customers together.",
    "Happy to share that I passed the certification.",
    "How we cut food waste in the hotel kitchen: breakfast was the hard part.",
    "Wedding photographers need contracts too; here is a template I use with clients.",
    "Pet insurance is a data problem.",
    "Streaming data pipelines for a pet shop: my cat approves.",
    "I ran the dinner service at a 200-seat restaurant for three years.",
    "The match rate went from 70 to 95 per cent.",
    "Holiday pay, explained.",
    "Engaged readers come back: what our newsletter numbers say.",
    "A game of telephone is how requirements get lost.",
    "Party politics stays out of the classroom.",
    "Parental leave is over, and I am glad to be back with the team.",
    "SQL window functions, explained with my cats' feeding times.",
]


@pytest.mark.parametrize("text", PRIVATE)
def test_W27_a_private_update_is_flagged(text):
    (first, *_) = findings_in(text, unrelated_to_work)

    assert first.rule == "W27"
    assert text[first.start : first.end] == first.words
    assert first.level == "hint"


@pytest.mark.parametrize("text", ABOUT_WORK)
def test_W27_what_has_to_do_with_work_is_left_alone(text):
    assert findings_in(text, unrelated_to_work) == ()


def test_W29_casual_words_in_a_post_are_flagged():
    assert "W29" in {f.rule for f in findings_in("Gonna read this article again.")}


def test_a_post_needs_no_greeting_no_question_and_no_sign_off():
    post = "Replaying a year of data is what I would try first.\n\nI have been reading “Events”.\n\nhttps://example.com"

    assert findings_in(post) == ()


def test_W26_a_post_longer_than_linkedin_takes_is_flagged():
    (finding,) = findings_in("Work. " * 600)

    assert finding.rule == "W26"
    assert "3000" in finding.why


def test_an_empty_post_has_no_findings():
    assert findings_in(" ") == ()
