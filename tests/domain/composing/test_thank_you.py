"""The thank-you e-mail, part by part."""

from collections.abc import Callable

import pytest

from afterword.domain.composing import missing_facts
from afterword.domain.drafts import Draft, Sentence
from afterword.domain.records import FollowUp, Record
from afterword.templates.library import Library
from tests.builders import a_record, a_round, an_interviewer, at, settings_of

Compose = Callable[..., Draft]
WithPerson = Callable[..., Record]


def by_rule(draft: Draft, rule: str) -> list[Sentence]:
    return [sentence for sentence in draft.sentences if rule in sentence.rules]


def test_W13_the_subject_carries_name_and_position_in_50_characters(draft: Compose) -> None:
    subjects = [draft(wording=wording).subject or "" for wording in range(6)]

    for subject in subjects:
        assert "Robin Ellis" in subject
        assert "Data Engineer" in subject
        assert len(subject) <= 50
        assert "thank" in subject[:33].lower()
    assert len(set(subjects)) == 6


def test_X7_a_long_position_takes_the_shortest_subject(draft: Compose) -> None:
    record = a_record(role="Senior Principal Machine Learning Infrastructure Engineer")

    subjects = {draft(record=record, wording=wording).subject for wording in range(6)}

    assert subjects == {"Thanks: Senior Principal Machine Learning Infrastructure Engineer – Robin Ellis"}


def test_W14_the_greeting_is_by_the_full_name_unless_the_user_chose_another(
    draft: Compose, with_person: WithPerson
) -> None:
    unsure = draft()
    chosen = draft(record=with_person(greet_as="Dr. Whitfield"))

    assert unsure.body.startswith("Dear Dana Whitfield,\n\n")
    assert chosen.body.startswith("Dear Dr. Whitfield,\n\n")


@pytest.mark.parametrize("name", ["Dana Whitfield", "Kim", "Whitfield, Dana", "D'Arcy O'Neil", "سارة"])
def test_X9_no_title_is_added_and_no_gender_guessed(
    draft: Compose, with_person: WithPerson, name: str
) -> None:
    body = draft(record=with_person(name=name)).body

    greeting = body.splitlines()[0]
    assert not any(title in greeting.split() for title in ("Mr", "Mr.", "Ms", "Ms.", "Mrs", "Mrs.", "Sir"))
    assert greeting == f"Dear {'Dana Whitfield' if ',' in name else name},"


@pytest.mark.parametrize("wording", range(6))
def test_W15_the_opening_thanks_and_names_the_position(draft: Compose, wording: int) -> None:
    opening = " ".join(s.text for s in by_rule(draft(wording=wording), "W15"))

    assert "Data Engineer" in opening
    assert any(word in opening.lower() for word in ("thank", "grateful", "appreciate"))


@pytest.mark.parametrize("wording", range(7))
def test_W16_one_sentence_carries_what_was_talked_about(draft: Compose, wording: int) -> None:
    points = [s for s in draft(wording=wording).sentences if "the move of billing to Kafka" in s.text]

    assert len(points) == 1
    assert points[0].source == "note"
    assert "W16" in points[0].rules


@pytest.mark.parametrize("wording", range(7))
def test_W17_one_sentence_carries_the_skill(draft: Compose, wording: int) -> None:
    skills = by_rule(draft(wording=wording), "W17")

    assert len(skills) == 1
    assert "building streaming pipelines" in skills[0].text
    assert skills[0].source == "profile"


@pytest.mark.parametrize("wording", range(7))
def test_W18_it_closes_with_one_question_thanks_and_contact_lines(draft: Compose, wording: int) -> None:
    body = draft(wording=wording).body

    assert body.count("?") == 1
    closing = body.split("\n\n")
    assert "again" in closing[-2].lower() or "once more" in closing[-2].lower()
    assert closing[-1].splitlines() == [
        "Best regards,",
        "Robin Ellis",
        "+1 555 010 0199",
        "robin@ellis.example",
        "https://www.linkedin.com/in/robin-ellis",
    ]


def test_W18_a_signature_in_the_box_takes_the_place_of_name_and_contact_lines(draft: Compose) -> None:
    body = draft(has_signature=True, settings=settings_of(sign_off="Sincerely,")).body

    assert body.endswith("\n\nSincerely,")
    assert "robin@ellis.example" not in body


def test_W18_contact_lines_that_are_not_known_leave_no_gap(draft: Compose) -> None:
    body = draft(settings=settings_of(phone="", linkedin_url="")).body

    assert body.endswith("Best regards,\nRobin Ellis\nrobin@ellis.example")


@pytest.mark.parametrize("wording", range(6))
@pytest.mark.parametrize("role", ["hiring_manager", "recruiter", "peer", "other"])
def test_X7_it_has_80_to_150_words_where_the_facts_are_there(
    draft: Compose, with_person: WithPerson, role: str, wording: int
) -> None:
    short = with_person({"skill": "SQL", "excites": None}, hiring_role=role, talked_about="Kafka")
    full = with_person(hiring_role=role)

    assert 80 <= draft(record=short, wording=wording).words <= 150
    assert 80 <= draft(record=full, wording=wording).words <= 150


@pytest.mark.parametrize("role", ["hiring_manager", "recruiter", "peer", "other"])
def test_a_letter_names_the_position_and_the_company_at_most_twice(
    draft: Compose, with_person: WithPerson, role: str
) -> None:
    full = with_person(hiring_role=role)
    poor = with_person({"excites": None}, hiring_role=role, talked_about=None)

    bodies = [draft(record=record, wording=n).body for record in (full, poor) for n in range(12)]

    assert all(1 <= body.count("Data Engineer") <= 2 for body in bodies)
    assert all(1 <= body.count("Acme") <= 2 for body in bodies)


def test_X10_recruiter_hiring_manager_and_peer_get_different_emphasis(
    draft: Compose, with_person: WithPerson
) -> None:
    emphasis = {
        role: [
            by_rule(draft(record=with_person(hiring_role=role), wording=w), "X10")[0].text for w in range(6)
        ]
        for role in ("recruiter", "hiring_manager", "peer")
    }

    assert len({text for texts in emphasis.values() for text in texts}) == 18
    assert any("process" in text for text in emphasis["recruiter"])
    assert any("problem" in text for text in emphasis["hiring_manager"])
    assert any("colleague" in text for text in emphasis["peer"])
    assert not by_rule(draft(record=with_person(hiring_role="other")), "X10")


@pytest.mark.parametrize("wording", range(7))
def test_W7_a_late_thank_you_says_so_once(draft: Compose, wording: int) -> None:
    late = draft(verdict="late", wording=wording)
    in_time = draft(wording=wording)

    assert len(by_rule(late, "W7")) == 1
    assert not by_rule(in_time, "W7")
    assert "November 20" in by_rule(late, "W7")[0].text


def test_W1_a_question_left_open_is_answered_with_the_users_answer(
    draft: Compose, with_person: WithPerson
) -> None:
    note = "How would you test it? With a replay of last year's traffic."

    answered = draft(record=with_person(round_={"open_question": note}))

    sentence = by_rule(answered, "W1")[0]
    assert "how I would test it" in sentence.text
    assert "a replay of last year's traffic" in sentence.text
    assert answered.body.count("?") == 1


def test_W1_a_question_left_open_is_picked_up_where_no_answer_is_known(
    draft: Compose, with_person: WithPerson
) -> None:
    record = with_person(round_={"open_question": "What is your notice period?"})

    assert "my notice period" in by_rule(draft(record=record), "W1")[0].text
    assert not by_rule(draft(), "W1")


def test_a_missing_fact_drops_its_sentence(draft: Compose, with_person: WithPerson) -> None:
    record = with_person({"skill": None, "excites": None}, talked_about=None)

    bare = draft(record=record, settings=settings_of(skills=()))

    assert not by_rule(bare, "W17")
    assert "note" not in {sentence.source for sentence in bare.sentences}
    assert "None" not in bare.body
    assert "\n\n\n" not in bare.body


def test_the_profiles_skill_that_the_role_names_stands_in_for_a_skill(draft: Compose) -> None:
    record = a_record(skill=None, role="SQL Developer")

    assert "my experience with SQL" in draft(record=record).body


def test_an_answer_given_a_moment_ago_goes_before_the_record(draft: Compose) -> None:
    body = draft(facts={"talked_about": "the on-call rota", "skill": None}).body

    assert "the on-call rota" in body
    assert "Kafka" not in body
    assert "building streaming pipelines" in body


def test_the_panel_asks_for_what_was_talked_about_first(library: Library) -> None:
    template = library.message("thank_you", "email")
    asked = {}
    for talked_about, skill in [(None, None), (None, "SQL"), ("Kafka", None)]:
        person = an_interviewer(talked_about=talked_about)
        missing = missing_facts(
            template,
            record=a_record(skill=skill),
            round_=a_round(),
            interviewer=person,
            settings=settings_of(skills=()),
        )
        asked[talked_about, skill] = [fact.field for fact in missing]

    assert asked == {
        (None, None): ["talked_about", "skill"],
        (None, "SQL"): ["talked_about"],
        ("Kafka", None): [],
    }


def test_the_question_names_the_person(library: Library) -> None:
    (fact, *_) = missing_facts(
        library.message("thank_you", "email"),
        record=a_record(),
        round_=None,
        interviewer=an_interviewer(greet_as="Dana", talked_about=None),
        settings=settings_of(),
    )

    assert "Dana" in fact.question
    assert fact.example


@pytest.mark.parametrize("company", ["Acme Inc.", "Yahoo!", "Just Eat", "O'Neil & Sons", "株式会社サンプル"])
def test_a_companys_own_punctuation_is_not_doubled(
    draft: Compose, with_person: WithPerson, company: str
) -> None:
    record = with_person({"company": company}, hiring_role="recruiter")

    for wording in range(8):
        body = draft(record=record, wording=wording).body
        assert company in body
        assert not any(pair in body for pair in ("..", "!.", "?.", " ,", "  ", " ."))


def test_the_sentences_are_the_body_in_order(draft: Compose) -> None:
    composed = draft()

    joined = " ".join(sentence.text for sentence in composed.sentences)

    assert joined.split() == composed.body.split()


def test_W1_initiative_shows_in_every_draft_as_a_restated_qualification(draft: Compose) -> None:
    texts = [draft(wording=wording).body for wording in range(3)]

    assert all("streaming pipelines" in text for text in texts)


def test_X8_a_missing_address_makes_one_note_to_the_coordinator(draft: Compose) -> None:
    people = (
        an_interviewer(id="a", email=None, seat=0),
        an_interviewer(id="b", name="Ola Berg", email=None, seat=1),
        an_interviewer(id="c", name="Kim Lee", hiring_role="coordinator", talked_about=None, seat=2),
    )
    record = a_record(rounds=(a_round(interviewers=people),))

    notes = [draft(record=record, person=person) for person in people]

    assert {note.body for note in notes} == {notes[0].body}
    assert notes[0].body.startswith("Dear Kim Lee,")
    assert "Dana Whitfield and Ola Berg" in notes[0].body
    assert notes[0].body.count("?") == 1
    assert notes[1].interviewer_id == "b"


def test_X8_without_a_coordinator_the_person_is_thanked_directly(
    draft: Compose, with_person: WithPerson
) -> None:
    assert draft(record=with_person(email=None)).body.startswith("Dear Dana Whitfield,")


def test_X8_the_wording_that_was_sent_stays(draft: Compose) -> None:
    sent_draft = draft(wording=3)
    entry = FollowUp(
        id="f1",
        kind="thank_you",
        channel="email",
        state="sent",
        at=at("2026-11-21T12:00:00-05:00"),
        round_id="round-1",
        interviewer_id="dana",
        draft_id=sent_draft.draft_id,
        text=sent_draft.body,
    )

    again = draft(record=a_record(follow_ups=(entry,)))
    another = draft(record=a_record(follow_ups=(entry,)), wording=4)

    assert (again.body, again.wording) == (sent_draft.body, 3)
    assert again.draft_id == sent_draft.draft_id
    assert another.body != again.body
