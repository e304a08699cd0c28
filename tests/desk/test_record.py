"""The record in the admin: who reads what, and how it is found."""

from typing import Any

import pytest
from django.urls import reverse
from django.utils import timezone

from audit.models import Entry
from audit.record import record
from departments.models import Role
from news import publishing
from tests import factories
from tests.desk.pages import desk_of, words

LIST = reverse("admin:audit_entry_changelist")


@pytest.fixture
def returned(cast: Any) -> Any:
    """A text of the own department that was given back, and one of a foreign department."""
    edition = factories.submitted(cast.department, cast.writer, title="Khánh thành cầu Lam Khê")
    publishing.return_(
        edition, by=cast.editor, now=timezone.now(), seen=edition.version, note="Thiếu nguồn số liệu về đường Thanh Hoá"
    )
    factories.draft(cast.foreign_department, cast.stranger, title="Tiêm chủng mở rộng")
    return edition


def found(user: Any, query: str) -> set[str]:
    """Return the acts that the list shows."""
    return {entry.act for entry in desk_of(user).get(f"{LIST}?{query}").context["cl"].result_list}


@pytest.mark.parametrize("words", ["Thanh Hóa", "thanh hoa", "THANH HOÁ nguồn", "tran van duyet lieu", "thieu LAM khê"])
def test_words_find_rows_with_and_without_marks(cast: Any, returned: Any, words: str) -> None:
    assert found(cast.admin, f"q={words}") == {"edition.returned"}


def test_words_that_stand_nowhere_find_nothing(cast: Any, returned: Any) -> None:
    assert found(cast.admin, "q=không có") == set()


def test_the_list_is_narrowed_by_act_person_day_and_department(cast: Any, returned: Any) -> None:
    today = timezone.localdate()
    assert found(cast.admin, "act=edition.submitted") == {"edition.submitted"}
    assert found(cast.admin, f"person={cast.editor.pk}") == {"edition.returned"}
    assert found(cast.admin, f"department={cast.foreign_department.pk}") == {"article.started"}
    assert found(cast.admin, f"from_day={today}&to_day={today}&act=edition.returned") == {"edition.returned"}
    assert found(cast.admin, f"from_day={today:%d/%m/%Y}&act=edition.returned") == {"edition.returned"}
    assert found(cast.admin, "to_day=2020-01-01") == set()
    assert found(cast.admin, "from_day=2999-01-01") == set()


def test_the_form_for_days_keeps_what_else_narrows_the_list(cast: Any, returned: Any) -> None:
    page = words(desk_of(cast.admin).get(f"{LIST}?act=edition.returned&from_day=2026-01-02&q=cau"))
    assert '<input type="hidden" name="act" value="edition.returned">' in page
    assert '<input type="hidden" name="q" value="cau">' in page
    assert 'name="from_day" value="2026-01-02"' in page


@pytest.mark.parametrize(
    "query",
    ["person=x", "person=" + "9" * 30, "from_day=x", "to_day=9999-12-31", "department=x", "act=x", "q=%00"],
)
def test_nonsense_is_no_error(cast: Any, returned: Any, query: str) -> None:
    assert desk_of(cast.admin).get(f"{LIST}?{query}", follow=True).status_code in (200, 400)


def test_managers_read_what_was_done_in_their_departments(cast: Any, returned: Any) -> None:
    page = words(desk_of(cast.manager).get(LIST))
    assert "Thiếu nguồn" in page
    assert "Tiêm chủng" not in page
    assert "Ngô Văn Lạ" not in page
    foreign = Entry.objects.get(object_type="news.article", actor=cast.stranger)
    assert desk_of(cast.manager).get(f"{LIST}{foreign.pk}/change/").status_code == 404
    assert found(cast.manager, f"department={cast.foreign_department.pk}") == set()


def test_a_manager_reads_what_was_done_below(cast: Any) -> None:
    below = factories.DepartmentFactory(name="Chi cục", slug="chi-cuc", parent=cast.department)
    factories.draft(below, cast.admin)
    assert found(cast.manager, "") == {"article.started"}


def test_what_belongs_to_no_department_is_for_the_whole_portals_managers(cast: Any, db: None) -> None:
    category = factories.CategoryFactory()
    record("category.edited", category, by=cast.admin, now=timezone.now())
    assert found(cast.manager, "") == set()
    whole = factories.member(factories.province(), Role.MANAGER)
    assert found(whole, "") == {"category.edited"}


def test_a_row_shows_its_number_and_its_hash(cast: Any, returned: Any) -> None:
    entry = Entry.objects.order_by("number")[1]
    assert entry.hash in words(desk_of(cast.manager).get(f"{LIST}{entry.pk}/change/"))
