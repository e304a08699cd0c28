"""What the database itself refuses, seen from raw SQL."""

from collections.abc import Callable
from datetime import timedelta

import pytest
from django.core.management import call_command
from django.db import DatabaseError, IntegrityError, connection, models, transaction
from django.utils import timezone

from audit import database_rules
from audit.models import Entry
from news.models import Edition
from tests import factories
from tests.conftest import Cast

NOW = timezone.now()


def raw(sql: str, *params: object) -> None:
    with transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(sql, params)


def refused(sql: str, *params: object, rule: str) -> None:
    with pytest.raises((IntegrityError, DatabaseError), match=rule):
        raw(sql, *params)


@pytest.mark.parametrize(
    ("column", "value"),
    [
        ("title", "Tiêu đề khác"),
        ("body", "<p>Nội dung khác</p>"),
        ("lead", "x"),
        ("byline", "x"),
        ("state", "draft"),
        ("version", 99),
        ("number", 99),
    ],
)
def test_an_approved_edition_can_not_be_changed(published: Callable[..., Edition], column: str, value: object) -> None:
    edition = published()
    refused(
        f"UPDATE news_edition SET {column} = %s WHERE id = %s",
        value,
        edition.pk,
        rule="news_edition_approved_is_frozen",
    )


def test_an_approved_edition_can_not_be_deleted(published: Callable[..., Edition]) -> None:
    edition = published()
    raw("DELETE FROM news_editionwriter WHERE edition_id = %s", edition.pk)
    refused("DELETE FROM news_edition WHERE id = %s", edition.pk, rule="news_edition_approved_is_frozen")


def test_an_approved_edition_can_not_be_replaced(cast: Cast, published: Callable[..., Edition]) -> None:
    approved, other = published(), factories.draft(cast.department, cast.writer)
    rule = "news_edition_approved_is_frozen"
    if connection.vendor == "postgresql":
        raw("SET CONSTRAINTS ALL IMMEDIATE")
        refused("TRUNCATE news_edition CASCADE", rule=rule)
        return
    place = "UPDATE OR REPLACE news_edition SET article_id = %s, number = %s WHERE id = %s"
    refused(place, approved.article_id, approved.number, other.pk, rule=rule)
    refused("UPDATE OR REPLACE news_edition SET id = %s WHERE id = %s", approved.pk, other.pk, rule=rule)
    columns = ", ".join(field.column for field in Edition._meta.concrete_fields if field.column not in ("id", "number"))
    for pk, number in [(approved.pk, 9), (None, approved.number)]:
        refused(
            f"INSERT OR REPLACE INTO news_edition (id, number, article_id, {columns.replace('article_id, ', '')}) "
            f"SELECT %s, %s, %s, {columns.replace('article_id, ', '')} FROM news_edition WHERE id = %s",
            pk,
            number,
            approved.article_id,
            other.pk,
            rule=rule,
        )


@pytest.mark.django_db(transaction=True)
def test_rules_survive_a_migration_that_rebuilds_the_table(cast: Cast, published: Callable[..., Edition]) -> None:
    edition = published()
    database_rules.before_migrate("default", plan=[object()])
    field = Edition._meta.get_field("byline")
    with connection.schema_editor() as editor:
        wider = models.CharField(max_length=field.max_length + 1, blank=True)
        wider.set_attributes_from_name("byline")
        wider.model = Edition
        editor.alter_field(Edition, field, wider, strict=False)
        editor.alter_field(Edition, wider, field, strict=False)
    database_rules.after_migrate("default")
    refused("UPDATE news_edition SET title = 'x' WHERE id = %s", edition.pk, rule="frozen")


def test_a_bulk_update_of_approved_text_is_refused(published: Callable[..., Edition]) -> None:
    published()
    with pytest.raises((IntegrityError, DatabaseError), match="frozen"), transaction.atomic():
        Edition.objects.update(title="Một tiêu đề cho tất cả")


def test_ending_an_approved_edition_is_let_through(published: Callable[..., Edition]) -> None:
    edition = published()
    Edition.objects.filter(pk=edition.pk).update(live_until=timezone.now())
    edition.refresh_from_db()
    assert edition.live_until is not None


@pytest.mark.parametrize("hours", [(-1, None), (0, None), (0, 1), (1, 2), (-5, 1)])
def test_two_public_editions_of_one_article_are_refused(
    cast: Cast, published: Callable[..., Edition], hours: tuple[int, int | None]
) -> None:
    first = published(now=NOW - timedelta(hours=3))
    second = factories.draft(cast.department, cast.writer)
    begins, ends = (None if h is None else NOW + timedelta(hours=h) for h in hours)
    refused(
        "UPDATE news_edition SET article_id = %s, number = 2, state = 'approved', live_from = %s, live_until = %s, "
        "dated_at = %s, approved_at = %s, approved_by_id = %s WHERE id = %s",
        first.article_id,
        begins,
        ends,
        NOW,
        NOW,
        cast.editor.pk,
        second.pk,
        rule="news_edition_one_public",
    )


def test_an_interval_that_runs_into_another_is_refused(cast: Cast, published: Callable[..., Edition]) -> None:
    first = published(now=NOW - timedelta(hours=3))
    Edition.objects.filter(pk=first.pk).update(live_until=NOW)
    second = factories.draft(cast.department, cast.writer)
    Edition.objects.filter(pk=second.pk).update(
        article=first.article,
        number=2,
        state="approved",
        live_from=NOW,
        dated_at=NOW,
        approved_at=NOW,
        approved_by=cast.editor,
    )
    refused(
        "UPDATE news_edition SET live_until = %s WHERE id = %s",
        NOW + timedelta(seconds=1),
        first.pk,
        rule="news_edition_one_public",
    )


def test_an_empty_interval_meets_nothing(cast: Cast, published: Callable[..., Edition]) -> None:
    first = published(now=NOW - timedelta(hours=3))
    second = factories.draft(cast.department, cast.writer)
    Edition.objects.filter(pk=second.pk).update(
        article=first.article,
        number=2,
        state="approved",
        live_from=NOW,
        live_until=NOW,
        dated_at=NOW,
        approved_at=NOW,
        approved_by=cast.editor,
    )
    assert list(Edition.objects.public(NOW)) == [first]


@pytest.mark.parametrize("sql", ["UPDATE audit_entry SET reason = 'x'", "DELETE FROM audit_entry"])
def test_the_record_of_acts_can_only_grow(cast: Cast, sql: str) -> None:
    factories.draft(cast.department, cast.writer)
    refused(sql, rule="audit_entry_append_only")
    assert Entry.objects.count() == 1


def test_a_row_of_the_record_can_not_be_replaced(cast: Cast) -> None:
    factories.draft(cast.department, cast.writer)
    row = Entry.objects.get()
    if connection.vendor == "sqlite":
        refused(
            "INSERT OR REPLACE INTO audit_entry (id, at, actor_name, act, object_type, object_id, object_name, reason, "
            "data) "
            "VALUES (%s, %s, '', 'x', 'x', 1, '', '', '{}')",
            row.pk,
            NOW,
            rule="append_only",
        )
    else:
        # Foreign keys still to be checked would refuse it first.
        raw("SET CONSTRAINTS ALL IMMEDIATE")
        refused("TRUNCATE audit_entry", rule="append_only")


def test_rules_are_all_in_place_after_a_migrate(db: None) -> None:
    assert database_rules.missing() == []


@pytest.mark.django_db(transaction=True)
def test_rules_survive_going_back_and_forth(cast: Cast, published: Callable[..., Edition]) -> None:
    edition = published()
    database_rules.uninstall()
    assert database_rules.missing()
    call_command("migrate", verbosity=0)
    assert database_rules.missing() == []
    refused("UPDATE news_edition SET title = 'x' WHERE id = %s", edition.pk, rule="frozen")


def test_installing_twice_changes_nothing(cast: Cast) -> None:
    database_rules.install()
    database_rules.install()
    assert database_rules.missing() == []


def test_the_check_names_a_missing_rule(db: None) -> None:
    from audit.checks import rules_are_in_place

    assert rules_are_in_place(databases=["default"]) == []
    database_rules.uninstall()
    [error] = rules_are_in_place(databases=["default"])
    assert "news_edition_approved_is_frozen" in error.msg and error.id == "audit.W001"
    database_rules.install()
