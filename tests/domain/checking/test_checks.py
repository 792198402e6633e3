"""Each check by itself, through ``check_text``."""

from dataclasses import replace

import pytest

from afterword.domain.checking import CheckContext, check_text, spoken_seconds, word_count
from afterword.domain.drafts import Recipient
from tests.builders import a_record, a_round, an_interviewer, settings_of

LETTER = """Dear Dana,

Thank you for your time on Friday and for the talk about the move of billing to Kafka.
I would enjoy bringing my work on streaming pipelines to the Data Engineer role.
Could you tell me what the next steps are?

Best regards,
Robin Ellis
+1 555 010 0199
"""
SUBJECT = "Data Engineer interview – Robin Ellis"
CONTEXT = CheckContext(record=a_record(), interviewer=an_interviewer(), settings=settings_of())


@pytest.fixture
def check(lists, playbook):
    def run(text, **how):
        how = {"subject": SUBJECT, "context": CONTEXT, **how}
        return check_text(text, lists=lists, playbook=playbook, **how)

    return run


@pytest.fixture
def rules(check):
    return lambda text, **how: [(found.rule, found.words) for found in check(text, **how)]


def test_a_complete_letter_is_left_alone(check):
    assert check(LETTER) == ()


@pytest.mark.parametrize(
    ("rule", "changed", "subject"),
    [
        ("W13", LETTER, ""),
        ("W13", LETTER, "Data Engineer interview"),
        ("W13", LETTER, "Thanks from Robin Ellis"),
        ("W14", LETTER.replace("Dear Dana,\n", ""), SUBJECT),
        ("W14", LETTER.replace("Dear Dana", "Dear Hiring Manager"), SUBJECT),
        ("W14", LETTER.replace("Dear Dana", "Hello"), SUBJECT),
        ("W9", LETTER.replace("Thank you for your time", "We met"), SUBJECT),
        ("W18", LETTER.replace("Could you tell me what the next steps are?\n", ""), SUBJECT),
        ("W18", LETTER.replace("Best regards,\n", ""), SUBJECT),
        ("W18", LETTER.replace("+1 555 010 0199\n", ""), SUBJECT),
        ("W32", LETTER.replace("are?", "are? Who else will I meet?"), SUBJECT),
    ],
)
def test_W9_W13_W14_W18_W32_a_missing_part_is_told_as_a_hint(check, rule, changed, subject):
    findings = check(changed, subject=subject)

    assert [(found.rule, found.level) for found in findings] == [(rule, "hint")]


def test_W18_a_signature_brings_the_contact_details(check):
    text = LETTER.replace("Robin Ellis\n+1 555 010 0199\n", "")

    assert check(text, context=replace(CONTEXT, has_signature=True)) == ()


@pytest.mark.parametrize("channel", ["linkedin_message", "phone", "voicemail", "handwritten"])
def test_parts_of_an_email_are_not_asked_of_other_channels(check, channel):
    assert check("Dana,\n\nI enjoyed our talk.\n\nRobin", channel=channel, subject=None) == ()


def test_a_reply_keeps_the_subject_of_its_thread(check):
    assert check(LETTER, subject="Re: Your visit") == ()


def test_W32_small_talk_is_no_second_question(check):
    assert check(LETTER.replace("Dear Dana,\n", "Dear Dana,\n\nHow are you?\n")) == ()


@pytest.mark.parametrize(
    ("rule", "channel", "text", "subject"),
    [
        ("X7", "email", "word " * 201, ""),
        ("X6", "handwritten", "word " * 120, ""),
        ("X4", "voicemail", "word " * 70, ""),
        ("X15", "linkedin_note", "x" * 201, ""),
        ("X17", "linkedin_message", "y" * 1901, ""),
        ("X17", "linkedin_inmail", "y" * 1901, ""),
        ("X17", "linkedin_inmail", "short", "s" * 201),
    ],
)
def test_X4_X6_X7_X15_X17_what_is_too_long_for_its_channel_is_flagged(check, rule, channel, text, subject):
    assert rule in {found.rule for found in check(text, channel=channel, subject=subject)}


def test_X7_quoted_mail_does_not_count(check):
    quoted = "\n".join("> " + "old words " * 20 for _ in range(20))

    assert check(f"{LETTER}\nOn Fri, 20 Nov 2026 Dana Whitfield wrote:\n{quoted}") == ()


def test_X15_a_paid_account_has_more_room(check):
    context = replace(CONTEXT, settings=settings_of(linkedin_paid=True))

    assert check("a " * 125, channel="linkedin_note", context=context) == ()


def test_X4_seconds_are_words_at_130_a_minute(playbook):
    assert spoken_seconds("word " * 65, playbook) == 30


def test_words_are_counted_as_people_count_them():
    assert word_count("Hello – it's Robin, at 5 p.m. …") == 6


@pytest.mark.parametrize(
    "gap",
    [
        "[Name]", "[Company Name]", "[interviewer's name]", "[Your Name]", "{{ name }}", "{{company}}",
        "{name}", "{first_name}", "<company>", "<Your Name>", "XXX", "XXXX", "lorem ipsum",
        "Lorem Ipsum", "INSERT NAME", "INSERT COMPANY HERE", "____", "[___]", "[...]", "[X]",
        "%FIRSTNAME%", "*|FNAME|*", "COMPANY_NAME", "[insert topic]", "[specific topic we discussed]",
        "{% if name %}", "[object Object]", "insert name here", "[TBD]", "«Name»", "${role}", "[date]",
    ],
)  # fmt: skip
def test_X20_a_gap_left_in_the_text_stops(check, gap):
    text = LETTER.replace("your time on Friday", f"your time at {gap} on Friday")

    assert [(found.rule, found.level, found.words) for found in check(text)] == [("X20", "stop", gap)]


@pytest.mark.parametrize(
    "meant",
    [
        "[1]", "[sic]", "<dana@acme.example>", "<https://acme.example/jobs?name=1>",
        "(see the name below)", "[PDF]", "{a, b}", "[link](https://acme.example)",
        "SQL INSERT statements", "Super Bowl XXX", "<3 years", "2 < 3 and 5 > 4", "a_variable_name",
        "MAX_SIZE", "C++ <vector>", "x[0]",
    ],
)  # fmt: skip
def test_X20_brackets_that_were_meant_are_left_alone(check, meant):
    text = LETTER.replace("your time on Friday", f"your time with {meant} on Friday")

    assert check(text) == ()


def test_X20_a_gap_in_the_subject_stops(check):
    findings = check(LETTER, subject="Data Engineer – Robin Ellis – [date]")

    assert [(found.rule, found.level, found.words) for found in findings] == [("X20", "stop", "")]
    assert "[date]" in findings[0].why


@pytest.mark.parametrize(
    ("company", "sentence", "words"),
    [
        ("Globex Corporation", "Globex impressed me.", "Globex"),
        ("Globex", "I would love to join Globex's platform team.", "Globex's"),
        ("Initech LLC", "I enjoyed hearing about INITECH.", "INITECH"),
        ("Target", "I would love to work at Target.", "Target"),
        ("Just Eat", "I would love to work at Just Eat.", "Just Eat"),
        ("Ben & Jerry's", "I have long liked Ben & Jerry's.", "Ben & Jerry's"),
    ],
)
def test_X20_another_companys_name_stops(check, company, sentence, words):
    context = replace(CONTEXT, other_companies=(company,))

    findings = check(sentence, subject=None, context=context)

    assert [(found.rule, found.level, found.words) for found in findings] == [("X20", "stop", words)]


@pytest.mark.parametrize(
    ("company", "sentence"),
    [
        ("Indeed", "Indeed, the talk was a pleasure."),
        ("Target", "Target dates are easy to miss."),
        ("Target", "We hit the target twice."),
        ("Monday", "I am free on Monday."),
        ("Just Eat", "We just eat lunch together."),
        ("Acme", "Acme Robotics is where I want to work."),
        ("Kafka", "The move of billing to Kafka stayed with me."),
        ("Globex", "Globexia is a made-up land."),
    ],
)
def test_X20_a_word_that_only_looks_like_a_companys_name_is_left_alone(check, company, sentence):
    context = replace(CONTEXT, record=a_record(company="Acme Robotics"), other_companies=(company,))

    assert check(sentence, subject=None, context=context) == ()


def test_X20_another_companys_name_in_the_subject_stops(check):
    context = replace(CONTEXT, other_companies=("Globex",))

    findings = check(LETTER, subject="Data Engineer at Globex – Robin Ellis", context=context)

    assert [(found.rule, found.level) for found in findings] == [("X20", "stop")]


def test_X20_another_persons_full_name_stops(check):
    context = replace(CONTEXT, other_people=("Omar Haddad",))

    assert [
        found.words for found in check("It was good to meet Omar Haddad.", subject=None, context=context)
    ] == ["Omar Haddad"]


@pytest.mark.parametrize("greeting", ["Dear Omar,", "Hi Omar,", "Dear Mr. Haddad,", "Hello Omar Haddad,"])
def test_X20_a_greeting_to_somebody_else_stops(check, greeting):
    context = replace(CONTEXT, other_people=("Omar Haddad",))

    findings = check(LETTER.replace("Dear Dana,", greeting), context=context)

    assert {(found.rule, found.level) for found in findings} == {("X20", "stop")}


def test_X20_a_greeting_to_another_member_of_the_panel_stops(check):
    panel = a_round(interviewers=(an_interviewer(), an_interviewer(id="omar", name="Omar Haddad")))
    context = replace(CONTEXT, record=a_record(rounds=(panel,)))

    findings = check(LETTER.replace("Dear Dana", "Dear Omar"), context=context)

    assert [(found.rule, found.words) for found in findings] == [("X20", "Omar")]
    assert check(LETTER.replace("your time", "your and Omar's time"), context=context) == ()


def test_X20_a_first_name_shared_by_two_people_is_left_alone(check):
    context = replace(CONTEXT, other_people=("Dana Brook", "May Chen"))

    assert check(LETTER.replace("Friday", "a Friday in May"), context=context) == ()


def test_X8_X20_a_sentence_another_panel_member_was_sent_stops(check):
    context = replace(CONTEXT, panel_texts=(LETTER.replace("Dana", "Omar"),))

    findings = check(LETTER, context=context)

    assert {(found.rule, found.level) for found in findings} == {("X20", "stop")}
    assert [found.words.split()[0] for found in findings] == ["Thank", "I"]


def test_X8_the_closing_question_may_be_shared(check):
    context = replace(
        CONTEXT, panel_texts=("Could you tell me what the next steps are, and when I may hear?",)
    )

    assert check("Could you tell me what the next steps are, and when I may hear?", context=context) == ()


@pytest.mark.parametrize(
    ("address", "warned"),
    [
        ("boss@umbrella.example", True),
        ("boss@mail.umbrella.example", True),
        ("BOSS@UMBRELLA.EXAMPLE", True),
        ("dana@notumbrella.example", False),
        ("dana@acme.example", False),
    ],
)
def test_X22_an_address_of_the_present_employer_is_warned_of(check, address, warned):
    settings = settings_of(current_employer_domain="umbrella.example")
    context = replace(CONTEXT, settings=settings, recipients=(Recipient("Dana", address),))

    assert [(found.rule, found.level) for found in check(LETTER, context=context)] == [
        ("X22", "warning")
    ] * warned


@pytest.mark.parametrize(
    "text",
    [
        "> Hey, just checking in\n> ASAP",
        "On Fri, 20 Nov 2026 at 10:00, Dana <dana@acme.example> wrote:\nHey, send it ASAP",
        "-----Original Message-----\nFrom: Dana\nHey, send it ASAP",
        "From: Dana Whitfield\nSent: Friday\nHey, send it ASAP",
    ],
)
def test_quoted_mail_is_not_checked(check, text):
    assert check(f"Tuesday suits me well.\n\n{text}", channel="linkedin_message") == ()


def test_W29_apostrophes_and_line_breaks_make_no_difference(rules):
    assert rules("I ain’t sure I\u2019m\ngonna come.", subject=None) == [("W29", "ain’t"), ("W29", "gonna")]
    assert rules("I am just\nchecking in.", subject=None) == [("X21", "am just\nchecking in")]


def test_W29_names_of_this_record_are_no_words(rules):
    record = a_record(
        company="Hey Awesome", rounds=(a_round(interviewers=(an_interviewer(name="Ana Gonna"),)),)
    )

    assert rules("Thanks to all at Hey Awesome.", subject=None, context=CheckContext(record=record)) == []


def test_W30_the_subject_is_checked_and_named_in_the_reason(check):
    findings = check(LETTER, subject="URGENT: Data Engineer, Robin Ellis, I need an answer")

    assert {(found.rule, found.words, found.start) for found in findings} == {("W30", "", 0)}


def test_X21_a_stock_phrase_is_a_hint_and_W31_a_plea_is_a_warning(check):
    levels = {
        found.rule: found.level for found in check("Just checking in. I really need this job.", subject=None)
    }

    assert levels == {"X21": "hint", "W31": "warning"}


@pytest.mark.parametrize("text", ["", " \n ", "\u200b"])
def test_nothing_is_found_where_nothing_is_written(check, text):
    assert check(text) == ()
