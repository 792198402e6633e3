"""Who a click is about."""

import pytest

from afterword.domain.drafts import DraftRequest, Person, Recipient
from afterword.domain.matching import company_key, find_matches, is_no_reply, linkedin_key, name_key
from tests.builders import a_record, a_round, an_interviewer, at

NOW = at("2026-11-21T17:00:00-05:00")


def names(matches):
    return [(m.record.id, m.interviewer.name, m.certain) for m in matches]


def test_an_address_finds_the_person_whatever_its_case():
    request = DraftRequest(recipients=(Recipient("", " DANA@Acme.example "),))

    matches = find_matches(request, [a_record()], NOW)

    assert names(matches) == [("acme", "Dana Whitfield", True)]


def test_an_address_goes_before_a_name_that_agrees_elsewhere():
    namesake = a_record(
        id="other", rounds=(a_round(interviewers=(an_interviewer(id="d2", email="d@other.example"),)),)
    )
    request = DraftRequest(recipients=(Recipient("Dana Whitfield", "dana@acme.example"),))

    matches = find_matches(request, [namesake, a_record()], NOW)

    assert names(matches) == [("acme", "Dana Whitfield", True)]


def test_a_linkedin_address_finds_the_person_however_the_link_is_written():
    dana = an_interviewer(linkedin_url="https://www.linkedin.com/in/dana-whitfield/", email=None)
    request = DraftRequest(
        person=Person("D. Whitfield", "", "", "https://de.linkedin.com/in/Dana-Whitfield?trk=people")
    )

    matches = find_matches(request, [a_record(rounds=(a_round(interviewers=(dana,)),))], NOW)

    assert names(matches) == [("acme", "Dana Whitfield", True)]


def test_two_records_with_one_address_are_both_given():
    request = DraftRequest(recipients=(Recipient("", "dana@acme.example"),))

    matches = find_matches(request, [a_record(), a_record(id="second", role="Data Lead")], NOW)

    assert [m.record.id for m in matches] == ["acme", "second"]


def test_a_stranger_is_nobody():
    request = DraftRequest(recipients=(Recipient("Sam Stone", "sam@stone.example"),))

    assert find_matches(request, [a_record()], NOW) == ()


def test_a_click_without_any_person_is_nobody():
    no_address = a_record(rounds=(a_round(interviewers=(an_interviewer(email=None),)),))

    assert find_matches(DraftRequest(), [no_address], NOW) == ()


def test_a_person_met_twice_is_found_in_the_latest_round_that_was_held():
    first, second, third = (
        a_round(id=f"r{day}", at=at(f"2026-11-{day}T10:00:00-05:00"), status=status)
        for day, status in (("10", "held"), ("18", "held"), ("26", "planned"))
    )
    request = DraftRequest(recipients=(Recipient("", "dana@acme.example"),))

    matches = find_matches(request, [a_record(rounds=(third, second, first))], NOW)

    assert [m.round.id for m in matches] == ["r18"]


@pytest.mark.parametrize(
    ("person", "certain"),
    [
        (Person("Dana Whitfield", "Head of Data at Acme", "", ""), True),
        (Person("Dana Whitfield", "", "ACME Inc.", ""), True),
        (Person("Dana Whitfield", "", "", ""), True),
        (Person("dána WHITFIELD", "", "Acme", ""), True),
        (Person("Dana Whitfield", "", "Globex", ""), False),
        (Person("Dana Whitfield", "Baker at Globex", "", ""), False),
    ],
)
def test_a_name_is_certain_only_if_the_company_does_not_speak_against_it(person, certain):
    matches = find_matches(DraftRequest(person=person), [a_record()], NOW)

    assert [m.certain for m in matches] == [certain]


def test_the_same_name_under_another_address_is_not_certain():
    request = DraftRequest(recipients=(Recipient("Dana Whitfield", "dana.private@mail.example"),))

    assert [m.certain for m in find_matches(request, [a_record()], NOW)] == [False]


def test_a_single_name_is_not_certain():
    dana = an_interviewer(name="Dana", email=None)
    request = DraftRequest(recipients=(Recipient("Dana", ""),))

    assert [
        m.certain for m in find_matches(request, [a_record(rounds=(a_round(interviewers=(dana,)),))], NOW)
    ] == [False]


@pytest.mark.parametrize(
    ("shown", "key"),
    [("Whitfield, Dana", "dana whitfield"), ("José  Núñez", "jose nunez"), ("田中 花子", "田中 花子")],
)
def test_names_are_compared_without_case_accents_and_order(shown, key):
    assert name_key(shown) == key


@pytest.mark.parametrize(
    ("shown", "key"),
    [("Acme Inc.", "acme"), ("ACME Holding GmbH", "acme"), ("Co", "co"), ("Blue & Co. Ltd", "blue")],
)
def test_companies_are_compared_without_their_legal_form(shown, key):
    assert company_key(shown) == key


@pytest.mark.parametrize(
    ("address", "key"),
    [
        ("https://www.linkedin.com/in/dana-w/?trk=x", "dana-w"),
        ("/in/Dana-W", "dana-w"),
        ("https://www.linkedin.com/in/%E7%94%B0", "田"),
        ("https://www.linkedin.com/company/acme/", ""),
        ("", ""),
    ],
)
def test_a_linkedin_address_is_compared_by_its_public_id(address, key):
    assert linkedin_key(address) == key


@pytest.mark.parametrize(
    ("address", "unread"),
    [
        ("no-reply@acme.example", True),
        ("donotreply@acme.example", True),
        ("Do_Not_Reply@acme.example", True),
        ("MAILER-DAEMON@acme.example", True),
        ("norman@acme.example", False),
        ("noreplyfan@acme.example", False),
    ],
)
def test_X23_an_address_that_nobody_reads_is_known_by_its_name(address, unread):
    assert is_no_reply(address) is unread
