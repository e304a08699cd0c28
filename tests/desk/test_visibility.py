"""What a person may not see answers 404; what they may see but not do, 403."""

from typing import Any

import pytest
from django.urls import reverse
from django.utils import timezone

from departments.models import Membership, Role
from tests import factories
from tests.desk.pages import address, desk_of, words

LISTS = {
    "admin:news_edition_changelist": {"writer", "editor", "publisher"},
    "admin:news_image_changelist": {"writer", "editor", "publisher"},
    "admin:comments_comment_changelist": {"moderator"},
    "admin:departments_department_changelist": {"manager"},
    "admin:departments_membership_changelist": {"manager"},
    "admin:departments_user_changelist": {"manager"},
    "admin:news_category_changelist": set(),
    "admin:audit_entry_changelist": {"manager"},
}
EVERYBODY = ("writer", "editor", "publisher", "moderator", "manager")


@pytest.mark.parametrize("name", LISTS)
def test_lists_open_for_those_who_have_something_there(cast: Any, name: str) -> None:
    for who in EVERYBODY:
        status = desk_of(getattr(cast, who)).get(reverse(name)).status_code
        assert status == (200 if who in LISTS[name] else 404), who
    assert desk_of(cast.admin).get(reverse(name)).status_code == 200


@pytest.mark.parametrize("page", ["change", "history", "preview", "delete"])
@pytest.mark.parametrize("who", ["stranger", "moderator", "manager"])
def test_a_foreign_edition_is_not_there(cast: Any, page: str, who: str) -> None:
    edition = factories.draft(cast.department, cast.writer)
    url = reverse(f"admin:news_edition_{page}", args=[edition.pk])
    assert desk_of(getattr(cast, who)).get(url).status_code == 404


def test_a_foreign_edition_takes_no_act(cast: Any) -> None:
    edition = factories.submitted(cast.department, cast.writer)
    page = desk_of(cast.stranger).post(address(edition), {"_act": "approve", "seen": edition.version})
    assert page.status_code == 404


def test_nothing_is_deleted(cast: Any) -> None:
    edition = factories.draft(cast.department, cast.writer)
    url = reverse("admin:news_edition_delete", args=[edition.pk])
    assert desk_of(cast.writer).post(url, {"post": "yes"}).status_code == 403
    assert desk_of(cast.admin).post(url, {"post": "yes"}).status_code == 403


@pytest.mark.parametrize("pk", ["0", "999999", "9" * 30, "abc", "-1", "1%00"])
@pytest.mark.parametrize("model", ["news_edition", "departments_department", "departments_user", "audit_entry"])
def test_an_unknown_id_is_not_there(cast: Any, model: str, pk: str) -> None:
    url = reverse(f"admin:{model}_changelist")
    assert desk_of(cast.admin).get(f"{url}{pk}/change/").status_code in (400, 404)


@pytest.mark.parametrize(
    "query",
    [
        "standing=nonsense",
        "department=x",
        "department=999999",
        "category__id__exact=x",
        "p=999999",
        "p=-1",
        "o=99",
        "q=" + "a" * 9000,
        "q=%00",
        "title__startswith=B",
    ],
)
def test_nonsense_in_the_lists_address_is_no_error(cast: Any, query: str) -> None:
    factories.draft(cast.department, cast.writer)
    response = desk_of(cast.writer).get(reverse("admin:news_edition_changelist") + "?" + query, follow=True)
    assert response.status_code in (200, 400)


def test_anonymous_people_are_led_to_the_login(client: Any, cast: Any) -> None:
    edition = factories.draft(cast.department, cast.writer)
    for url in (address(edition), reverse("admin:index"), reverse("admin:news_edition_preview", args=[edition.pk])):
        response = client.get(url)
        assert response.status_code == 302
        assert response["Location"].startswith(reverse("admin:login"))


def test_a_membership_that_has_ended_shows_nothing(cast: Any) -> None:
    edition = factories.draft(cast.department, cast.writer)
    Membership.objects.filter(user=cast.writer).update(until=timezone.now())
    assert desk_of(cast.writer).get(address(edition)).status_code == 404


def test_roles_hold_for_what_stands_below(cast: Any) -> None:
    below = factories.DepartmentFactory(name="Chi cục", slug="chi-cuc", parent=cast.department)
    edition = factories.draft(below, cast.admin)
    assert desk_of(cast.writer).get(address(edition)).status_code == 200
    member = factories.member(below, Role.WRITER)
    above = factories.draft(cast.department, cast.writer)
    assert desk_of(member).get(address(above)).status_code == 404


def test_the_list_shows_only_what_one_may_see(cast: Any) -> None:
    mine = factories.draft(cast.department, cast.writer, title="Bài của đơn vị")
    foreign = factories.draft(cast.foreign_department, cast.stranger, title="Bài nơi khác")
    page = words(desk_of(cast.writer).get(reverse("admin:news_edition_changelist")))
    assert mine.title in page
    assert foreign.title not in page


def test_djangos_way_from_any_object_to_its_page_is_closed(cast: Any) -> None:
    edition = factories.draft(cast.foreign_department, cast.stranger, title="Bí mật")
    from django.contrib.contenttypes.models import ContentType

    kind = ContentType.objects.get_for_model(edition).pk
    assert desk_of(cast.writer).get(f"/quan-tri/r/{kind}/{edition.pk}/").status_code == 404
