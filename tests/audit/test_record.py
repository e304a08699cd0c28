"""The record of acts."""

import pytest
from django.db import transaction
from django.utils import timezone

from audit.models import Entry
from audit.names import name_of_actor
from audit.record import entries_of, record
from tests.conftest import Cast

NOW = timezone.now()


def test_a_row_keeps_names_as_they_were_at_that_time(cast: Cast) -> None:
    record("department.looked_at", cast.department, by=cast.writer, now=NOW, reason="Thử")
    cast.writer.full_name = "Tên Mới"
    cast.writer.save()
    cast.department.name = "Sở Mới"
    cast.department.save()
    row = entries_of(cast.department).get()
    assert (row.actor_name, row.object_name, row.reason) == ("Lê Thị Biên", "Sở Xây dựng", "Thử")


def test_an_act_of_a_reader_has_no_name(cast: Cast) -> None:
    assert record("comment.sent", cast.department, by=None, now=NOW).actor_name == ""


def test_who_acted_without_an_account_is_said_in_words(cast: Cast) -> None:
    assert name_of_actor(Entry(act="comment.sent")) == "Bạn đọc"
    assert name_of_actor(Entry(act="account.opened")) == "Hệ thống"
    assert name_of_actor(Entry(act="comment.approved", actor_name="Đỗ Văn Kiểm")) == "Đỗ Văn Kiểm"


def test_the_newest_act_comes_first(cast: Cast) -> None:
    for act in ("first", "second"):
        record(act, cast.department, by=cast.writer, now=NOW)
    assert [row.act for row in entries_of(cast.department)] == ["second", "first"]


@pytest.mark.django_db(transaction=True)
def test_a_row_outside_a_transaction_is_refused(cast: Cast) -> None:
    with pytest.raises(transaction.TransactionManagementError):
        record("department.looked_at", cast.department, by=cast.writer, now=NOW)
    assert not Entry.objects.exists()


@pytest.mark.django_db(transaction=True)
def test_a_row_goes_with_the_change_that_failed(cast: Cast) -> None:
    @transaction.atomic
    def act() -> None:
        record("department.looked_at", cast.department, by=cast.writer, now=NOW)
        raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        act()
    assert not Entry.objects.exists()
