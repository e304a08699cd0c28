"""Acts that meet: real transactions at the same time, one outcome. On PostgreSQL rows are locked; on SQLite writers
queue."""

from collections.abc import Callable
from datetime import timedelta

import pytest
from django.db import IntegrityError
from django.utils import timezone

from audit.models import Entry
from news import publishing
from news.models import Edition, State
from tests import factories
from tests.concurrently import at_once, refusals
from tests.conftest import Cast

pytestmark = pytest.mark.django_db(transaction=True)


def test_two_people_approve_at_once_and_one_is_told(cast: Cast) -> None:
    edition = factories.submitted(cast.department, cast.writer)
    now = timezone.now()
    results = at_once(
        lambda: publishing.approve(edition, by=cast.editor, now=now, seen=edition.version),
        lambda: publishing.approve(edition, by=cast.publisher, now=now, seen=edition.version),
    )
    assert refusals(results) == 1
    assert Entry.objects.filter(act="edition.approved").count() == 1


def test_approving_while_someone_edits_is_one_or_the_other(cast: Cast) -> None:
    edition = factories.submitted(cast.department, cast.writer)
    now = timezone.now()
    results = at_once(
        lambda: publishing.approve(edition, by=cast.editor, now=now, seen=edition.version),
        lambda: publishing.edit(edition, by=cast.second_writer, now=now, seen=edition.version, title="Sửa"),
    )
    assert refusals(results) == 1
    after = Edition.objects.get()
    assert (after.state == State.APPROVED) is (after.title != "Sửa")


def test_submitting_and_discarding_at_once_is_one_or_the_other(cast: Cast) -> None:
    edition = factories.draft(cast.department, cast.writer)
    now = timezone.now()
    results = at_once(
        lambda: publishing.submit(edition, by=cast.writer, now=now, seen=edition.version),
        lambda: publishing.discard(edition, by=cast.writer, now=now, seen=edition.version),
    )
    assert refusals(results) == 1


def test_two_new_versions_started_at_once_are_one(cast: Cast, published: Callable[..., Edition]) -> None:
    first = published()
    now = timezone.now()
    results = at_once(
        lambda: publishing.revise(first, by=cast.writer, now=now, seen=first.version),
        lambda: publishing.revise(first, by=cast.second_writer, now=now, seen=first.version),
    )
    assert refusals(results) == 1
    assert first.article.editions.open().count() == 1


def test_ten_writers_of_ten_articles_do_not_block_each_other(cast: Cast) -> None:
    now = timezone.now()
    texts = [factories.text() for _ in range(10)]
    results = at_once(
        *(lambda t=t: publishing.start(cast.department, by=cast.writer, now=now, **t) for t in texts)  # type: ignore[misc]
    )
    assert all(isinstance(result, Edition) for result in results)


def test_the_database_refuses_a_second_public_edition_from_another_transaction(
    cast: Cast, published: Callable[..., Edition]
) -> None:
    first = published(now=timezone.now() - timedelta(hours=1))
    second = factories.draft(cast.department, cast.writer)

    def force() -> object:
        try:
            return Edition.objects.filter(pk=second.pk).update(
                article=first.article,
                number=2,
                state=State.APPROVED,
                live_from=timezone.now(),
                dated_at=timezone.now(),
                approved_at=timezone.now(),
                approved_by=cast.editor,
            )
        except IntegrityError as error:
            return str(error)

    assert "news_edition_one_public" in str(at_once(force)[0])
