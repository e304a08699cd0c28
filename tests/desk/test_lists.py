"""The list of articles: states that follow from the interval, search with and without marks."""

from datetime import timedelta
from typing import Any

import pytest
from django.urls import reverse
from django.utils import timezone

from news import publishing
from news.admin.standing import with_standing
from news.models import Edition
from tests import factories
from tests.desk.pages import desk_of


def listed(user: Any, query: str) -> list[str]:
    """Return the titles in the list."""
    response = desk_of(user).get(reverse("admin:news_edition_changelist") + query)
    return sorted(edition.title for edition in response.context["cl"].result_list)


@pytest.mark.parametrize("query", ["cau dan sinh", "Cầu dân sinh", "CẦU DÂN SINH", "cầu dân sinh", "sinh cau"])
def test_titles_are_found_with_and_without_marks(cast: Any, query: str) -> None:
    factories.draft(cast.department, cast.writer, title="Khánh thành cầu dân sinh")
    factories.draft(cast.department, cast.writer, title="Lịch cấp nước")
    assert listed(cast.writer, f"?q={query}") == ["Khánh thành cầu dân sinh"]


def standing(edition: Edition) -> str:
    """Return how an edition stands now."""
    return with_standing(Edition.objects.filter(pk=edition.pk), timezone.now()).get().standing


def test_each_standing_is_named(cast: Any, published: Any) -> None:
    now = timezone.now()
    live = published(title="sống")
    assert standing(live) == "live"
    assert standing(published(live_from=now + timedelta(days=1))) == "scheduled"
    assert standing(published(now=now - timedelta(days=2), live_until=now - timedelta(days=1))) == "expired"
    stopped = published(live_until=now + timedelta(days=1))
    publishing.end(stopped, by=cast.publisher, now=now, seen=stopped.version, note="Đủ rồi.")
    assert standing(stopped) == "ended"
    fresh = publishing.revise(live, by=cast.writer, now=now, seen=live.version)
    fresh = publishing.submit(fresh, by=cast.writer, now=now, seen=fresh.version)
    publishing.approve(fresh, by=cast.editor, now=now, seen=fresh.version)
    assert standing(live) == "superseded"
    assert standing(fresh) == "live"
    down = published()
    publishing.take_down(down, by=cast.publisher, now=now, seen=down.version, kind="error", note="Nhầm.")
    assert standing(down) == "withdrawn"
    off = published(live_from=now + timedelta(days=1))
    publishing.end(off, by=cast.publisher, now=now, seen=off.version, note="Hoãn.")
    assert standing(off) == "called_off"


def test_the_list_is_narrowed_by_standing_department_and_category(cast: Any, published: Any) -> None:
    published(title="Đang hiện")
    draft = factories.draft(cast.department, cast.writer, title="Còn nháp", category=factories.CategoryFactory())
    assert listed(cast.writer, "?standing=live") == ["Đang hiện"]
    assert listed(cast.writer, "?standing=draft") == ["Còn nháp"]
    assert listed(cast.writer, f"?category__id__exact={draft.category_id}") == ["Còn nháp"]
    assert len(listed(cast.writer, f"?department={cast.department.pk}")) == 2
    assert listed(cast.writer, f"?department={cast.foreign_department.pk}") == []
