"""schemathesis over the OpenAPI document, with and without the token: no 5xx, no undocumented answer."""

import pytest
import schemathesis
from hypothesis import HealthCheck, given, settings
from schemathesis.config import SchemathesisConfig

OPEN = {
    ("GET", "/api/v1/health"),
    ("POST", "/api/v1/pairings"),
    ("GET", "/api/v1/pairings/{pairing_id}"),
    ("POST", "/api/v1/pairings/{pairing_id}/extension"),
}
# What a JSON schema can't say: that an outcome has a date, that a version is the record's, that a log is old.
RULES_OF_OUR_OWN = ["2xx", "403", "404", "409", "412", "422", "428", "429"]
# What is wrong may be too large as well, and that is said first.
REFUSALS = ["400", "401", "403", "404", "405", "406", "409", "413", "415", "422", "428", "429"]
QUICK = settings(max_examples=8, deadline=None, suppress_health_check=list(HealthCheck))


@pytest.fixture
def document(app, api):
    config = SchemathesisConfig.from_dict(
        {
            "checks": {
                "positive_data_acceptance": {"expected-statuses": RULES_OF_OUR_OWN},
                "negative_data_rejection": {"expected-statuses": REFUSALS},
            }
        }
    )
    loaded = schemathesis.openapi.from_dict(api.call("GET", "openapi.json").json, config=config)
    loaded.app = app
    return loaded


def each_case(document, check, mode):
    """Check made-up requests of every operation of the document."""
    for operation in document.get_all_operations():
        QUICK(given(case=operation.ok().as_strategy(generation_mode=mode))(check))()


def names_nobody_knows(case):
    """Whether the query holds a name of no parameter: these are passed over, which no document can say."""
    return bool(set(case.query or ()) - {parameter.name for parameter in case.operation.query})


@pytest.mark.parametrize("mode", list(schemathesis.GenerationMode))
def test_with_the_token_every_answer_is_a_documented_one(document, api, mode):
    def check(case):
        if names_nobody_knows(case):
            return
        case.call_and_validate(base_url=api.base_url, headers={"Authorization": f"Bearer {api.token}"})

    each_case(document, check, mode)


def test_without_the_token_all_but_health_and_asking_to_pair_is_401(document, api, calls):
    closed = document.exclude(
        lambda context: (context.operation.method.upper(), context.operation.path) in OPEN
    )

    def check(case):
        assert case.call(base_url=api.base_url).status_code == 401
        assert calls.made == []

    each_case(closed, check, schemathesis.GenerationMode.POSITIVE)


def test_only_health_and_asking_to_pair_are_marked_as_open(document):
    operations = [found.ok() for found in document.get_all_operations()]

    assert {(o.method.upper(), o.path) for o in operations if o.definition.raw.get("security") == []} == OPEN
