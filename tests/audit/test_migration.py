"""A record that was written before there was a chain gets its chain, whatever its length."""

import tracemalloc
from collections.abc import Iterator
from datetime import timedelta

import pytest
from django.core.management import call_command
from django.db import connection
from django.db.migrations.executor import MigrationExecutor
from django.utils import timezone

from audit.chain import START
from audit.models import Entry
from audit.verification import rows_from, verify

NOW = timezone.now()
ROWS = 8000
# All rows at once would take five times as much.
MEGABYTES = 10


@pytest.fixture
def before_the_chain(transactional_db: None) -> Iterator[None]:
    """A database whose record has no chain yet, and thousands of rows with gaps where acts had failed."""
    call_command("migrate", "audit", "0001", verbosity=0)
    apps = MigrationExecutor(connection).loader.project_state([("audit", "0001_initial")]).apps
    entry = apps.get_model("audit", "Entry")
    for start in range(0, ROWS, 1000):
        entry.objects.bulk_create(
            entry(
                id=2 * n + 1,
                at=NOW - timedelta(seconds=n),
                actor_name="Lê Thị Biên",
                act="edition.edited",
                object_type="news.edition",
                object_id=n,
                object_name=f"Khánh thành cầu số {n}",
                reason="Sửa chính tả" if n % 3 else "",
                data={"fields": ["title", "lead"], "turn": n},
            )
            for n in range(start, start + 1000)
        )
    yield
    call_command("migrate", verbosity=0)


@pytest.mark.slow
def test_rows_that_stand_are_chained_in_bounded_memory(before_the_chain: None) -> None:
    tracemalloc.start()
    call_command("migrate", "audit", verbosity=0)
    _now, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert verify(rows_from(1), START).number == ROWS
    assert peak < MEGABYTES * 1024 * 1024
    third = Entry.objects.get(number=3)
    assert (third.pk, third.folded) == (5, "le thi bien khanh thanh cau so 2 sua chinh ta")
