"""The API's page: Swagger UI from this machine, under the content security policy."""

import pytest
from playwright.sync_api import expect


def test_the_document_is_read_by_the_log_in(user):
    answer = user.get("/api-page/openapi.json")

    assert "/api/v1/drafts" in answer.get_json()["paths"]


@pytest.mark.parametrize("path", ["", "openapi.json", "swagger/swagger-ui.css"])
def test_strangers_are_not_let_in(stranger, path):
    assert stranger.get(f"/api-page/{path}").status_code == 403


@pytest.mark.parametrize("name", ["index.html", "..%2F__init__.py", "oauth2-redirect.html"])
def test_nothing_but_its_two_files_is_served(user, name):
    assert user.get(f"/api-page/swagger/{name}").status_code == 404


@pytest.mark.browser
def test_every_operation_is_shown_without_a_complaint(site):
    page = site.open("/api-page/")

    expect(page.locator("[data-path='/api/v1/drafts']").first).to_be_visible()
