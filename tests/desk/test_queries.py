"""No page of the desk needs more than 20 queries, whatever the numbers."""

from collections.abc import Callable
from typing import Any

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from news.models import Edition
from tests import factories
from tests.desk.pages import desk_of

CEILING = 20
PAGES: dict[str, Callable[[Edition], str]] = {
    "dashboard": lambda edition: reverse("admin:index"),
    "list": lambda edition: reverse("admin:news_edition_changelist"),
    "filtered list": lambda edition: reverse("admin:news_edition_changelist") + "?standing=submitted&q=cau",
    "new article": lambda edition: reverse("admin:news_edition_add"),
    "edition": lambda edition: reverse("admin:news_edition_change", args=[edition.pk]),
    "form": lambda edition: reverse("admin:news_edition_change", args=[edition.pk]) + "?edit=1",
    "history": lambda edition: reverse("admin:news_edition_history", args=[edition.pk]),
    "preview": lambda edition: reverse("admin:news_edition_preview", args=[edition.pk]),
    "departments": lambda edition: reverse("admin:departments_department_changelist"),
    "department": lambda edition: reverse("admin:departments_department_change", args=[edition.department_id]),
    "accounts": lambda edition: reverse("admin:departments_user_changelist"),
    "roles": lambda edition: reverse("admin:departments_membership_changelist"),
    "record": lambda edition: reverse("admin:audit_entry_changelist"),
    "categories": lambda edition: reverse("admin:news_category_changelist"),
}


@pytest.mark.parametrize("page", PAGES)
@pytest.mark.parametrize("number", [5, 100])
def test_queries_stay_under_the_ceiling(cast: Any, page: str, number: int) -> None:
    for _each in range(number):
        last = factories.submitted(cast.department, cast.writer)
    browser = desk_of(cast.admin)
    with CaptureQueriesContext(
        connection,
    ) as queries:
        response = browser.get(PAGES[page](last))
    assert response.status_code == 200
    assert len(queries) <= CEILING, [query["sql"][:150] for query in queries]


@pytest.mark.parametrize("who", ["editor", "moderator", "manager"])
def test_the_dashboard_of_each_role_stays_under_it(cast: Any, who: str) -> None:
    for _each in range(20):
        factories.submitted(cast.department, cast.writer)
    browser = desk_of(getattr(cast, who))
    with CaptureQueriesContext(connection) as queries:
        browser.get(reverse("admin:index"))
    assert len(queries) <= CEILING
