"""The rows of the record form one chain, whoever writes at the same time and whatever dies in the middle."""

import os
import signal
import subprocess
import sys
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime, timedelta
from pathlib import Path
from threading import Barrier, Event

import pytest
from django.db import DatabaseError, IntegrityError, OperationalError, connection, connections, transaction
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from audit import record as recording
from audit.chain import FIELDS, START, Link, hash_of, line, plain
from audit.models import Entry
from audit.record import record, record_all, row
from audit.verification import rows_from, verify
from comments import submission
from departments import accounts, editing
from news import publishing
from portal.demo import bulk
from tests import factories
from tests.conftest import Cast

NOW = timezone.now()
ROOT = Path(__file__).resolve().parents[2]


def at_once(*acts: Callable[[], object]) -> list[object]:
    """Run the acts in as many threads at the same moment."""
    gate = Barrier(len(acts))

    def run(act: Callable[[], object]) -> object:
        gate.wait()
        try:
            return act()
        finally:
            connections.close_all()

    with ThreadPoolExecutor(len(acts)) as pool:
        return list(pool.map(run, acts))


def whole() -> int:
    """Verify the record from its first row, and return how many rows it has."""
    last = verify(rows_from(1), START)
    assert last.number == Entry.objects.count()
    return last.number


def test_each_row_follows_the_one_before(cast: Cast) -> None:
    factories.submitted(cast.department, cast.writer)
    first, second = Entry.objects.order_by("number")
    assert (first.number, first.previous) == (1, START.hash)
    assert (second.number, second.previous) == (2, first.hash)
    assert first.hash != second.hash


def test_the_canonical_form_is_as_the_handbook_tells() -> None:
    content = {
        "number": 2,
        "previous": "0" * 64,
        "at": datetime(2026, 3, 3, 15, 0, tzinfo=UTC) + timedelta(microseconds=7),
        "actor_id": None,
        "actor_name": "",
        "act": "comment.sent",
        "object_type": "comments.comment",
        "object_id": 5,
        "object_name": "Ý kiến “hay”",
        "department_id": 3,
        "version": None,
        "reason": "",
        "data": {"b": [1, True], "a": "đ"},
    }
    assert set(content) == set(FIELDS)
    assert line(content) == (
        '{"act":"comment.sent","actor_id":null,"actor_name":"","at":"2026-03-03T15:00:00.000007+00:00",'
        '"data":{"a":"đ","b":[1,true]},"department_id":3,"number":2,"object_id":5,"object_name":"Ý kiến “hay”",'
        '"object_type":"comments.comment","previous":"' + "0" * 64 + '","reason":"","version":null}'
    )
    # Settled for good: rows that were written with it would no longer fit.
    assert hash_of(content) == "01456cff9b2d37f8912c2552d7e6673d51020fee90d8811f4a5a19fce8ece73d"


def test_what_was_hashed_is_what_comes_back(cast: Cast) -> None:
    data = {"texts": ("Thanh Hoá", "tổ hợp", '\u2028 \U0001f600 \\ "'), "big": 10**40, "sub": {10: 1, 9: {"z": None}}}
    record("department.looked_at", cast.department, by=cast.writer, now=NOW, reason="  Hai dòng\r\n", **data)
    assert whole() == 1
    assert Entry.objects.get().data["sub"] == {"10": 1, "9": {"z": None}}


@pytest.mark.parametrize("number", [0.5, 1e22, float("nan"), float("inf"), {"deep": [1.0]}])
def test_fractions_are_refused_since_databases_write_them_differently(number: object) -> None:
    with pytest.raises(TypeError):
        plain({"number": number})


def test_many_rows_at_once_are_as_linked_as_one_by_one(cast: Cast) -> None:
    factories.draft(cast.department, cast.writer)
    with transaction.atomic():
        record_all([row("category.moved", cast.department, by=cast.admin, now=NOW, place=n) for n in range(1201)])
    factories.draft(cast.department, cast.writer)
    assert whole() == 1203
    assert [entry.data for entry in Entry.objects.order_by("number")[1:4]] == [{"place": n} for n in range(3)]


def test_articles_made_for_measuring_are_in_the_chain(cast: Cast) -> None:
    factories.draft(cast.department, cast.writer)
    bulk.add(12, now=NOW, by=cast.writer, approver=cast.editor)
    assert whole() == 13


def test_an_act_that_failed_leaves_no_gap(cast: Cast) -> None:
    factories.draft(cast.department, cast.writer)

    @transaction.atomic
    def fail() -> None:
        factories.draft(cast.department, cast.writer)
        raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        fail()
    factories.draft(cast.department, cast.writer)
    assert list(Entry.objects.order_by("number").values_list("number", flat=True)) == [1, 2]
    assert whole() == 2


def test_the_chain_costs_an_act_two_queries_at_most(cast: Cast) -> None:
    with CaptureQueriesContext(connection) as queries, transaction.atomic():
        record("department.looked_at", cast.department, by=cast.writer, now=NOW)
    own = [query["sql"] for query in queries if "SAVEPOINT" not in query["sql"]]
    assert len(own) <= 3, own


@pytest.mark.parametrize(
    "changes",
    [
        {"number": 4},
        {"number": 2},
        {"number": 1},
        {"number": 0},
        {"previous": "f" * 64},
        {"number": 1, "previous": START.hash},
    ],
)
def test_the_database_takes_a_row_only_at_the_end_of_the_chain(cast: Cast, changes: dict[str, object]) -> None:
    factories.submitted(cast.department, cast.writer)
    last = Entry.objects.order_by("number").last()
    assert last
    astray = row("department.looked_at", cast.department, by=cast.writer, now=NOW)
    astray.number, astray.previous, astray.hash = 3, last.hash, "a" * 64
    for name, value in changes.items():
        setattr(astray, name, value)
    with pytest.raises((IntegrityError, DatabaseError), match="audit_entry"), transaction.atomic():
        astray.save()
    assert whole() == 2


@pytest.mark.django_db(transaction=True)
def test_ten_acts_at_once_leave_one_chain(cast: Cast) -> None:
    texts = [factories.text() for _ in range(10)]

    def act(text: dict[str, object]) -> None:
        edition = publishing.start(cast.department, by=cast.writer, now=NOW, **text)
        publishing.submit(edition, by=cast.writer, now=NOW, seen=edition.version)
        publishing.approve(edition, by=cast.editor, now=NOW, seen=edition.version + 1)

    at_once(*(lambda text=text: act(text) for text in texts))  # type: ignore[misc]
    assert whole() == 30


@pytest.mark.django_db(transaction=True)
def test_acts_on_what_others_refer_to_do_not_wait_in_a_circle(
    cast: Cast, published: Callable[..., publishing.Edition]
) -> None:
    """An account, a department and an article are changed while others write rows that refer to them."""
    edition = published()
    before = whole()
    letters = [submission.Letter(text=f"Cảm ơn bài viết số {n}", age=timedelta(minutes=1)) for n in range(10)]

    def of(turn: int) -> None:
        now = timezone.now()
        kind = turn % 4
        if kind == 0:
            accounts.edit(cast.writer, by=cast.admin, now=now, full_name=f"Tên {turn}", email="a@example.vn")
        elif kind == 1:
            editing.edit(cast.department, by=cast.admin, now=now, phone=f"0237 {turn}")
        elif kind == 2:
            factories.draft(cast.department, cast.writer)
        else:
            submission.submit(edition.article, letters[turn // 4], sender=str(turn), consent_version="1", now=now)

    def often(first: int) -> None:
        for turn in range(first, 40, 4):
            of(turn)

    at_once(*(lambda first=first: often(first) for first in range(4)))  # type: ignore[misc]
    assert whole() == before + 40


KILLED = """
import sys, time, django
django.setup()
from django.db import transaction
from django.utils import timezone
from audit.record import record
from departments.models import Department
department = Department.objects.first()
with transaction.atomic():
    for turn in range(3):
        record("department.looked_at", department, by=None, now=timezone.now(), turn=turn)
    print("written", flush=True)
    time.sleep(60)
"""


def database_url() -> str:
    """Return where the database under test is, for another process."""
    name = connection.settings_dict["NAME"]
    if connection.vendor == "sqlite":
        return f"sqlite:///{name}"
    return os.environ["DATABASE_URL"].rpartition("/")[0] + f"/{name}"


@pytest.mark.django_db(transaction=True)
def test_a_process_killed_in_the_middle_of_an_act_leaves_the_chain_whole(cast: Cast) -> None:
    factories.draft(cast.department, cast.writer)
    environment = {**os.environ, "DATABASE_URL": database_url(), "DJANGO_SETTINGS_MODULE": "portal.settings"}
    with subprocess.Popen([sys.executable, "-c", KILLED], cwd=ROOT, env=environment, stdout=subprocess.PIPE) as process:
        assert process.stdout
        assert process.stdout.readline() == b"written\n"
        process.send_signal(signal.SIGKILL)
    factories.draft(cast.department, cast.writer)
    assert whole() == 2


@pytest.mark.django_db(transaction=True)
def test_an_act_that_waits_too_long_for_another_fails_whole(cast: Cast, monkeypatch: pytest.MonkeyPatch) -> None:
    if connection.vendor == "sqlite":
        pytest.skip("SQLite's own timeout holds there")
    monkeypatch.setattr(recording, "LOCK_TIMEOUT", "100ms")
    held, done = Event(), Event()

    def hang() -> None:
        with transaction.atomic():
            record("department.looked_at", cast.department, by=cast.writer, now=NOW)
            held.set()
            done.wait(20)

    def hurry() -> None:
        held.wait(20)
        try:
            with pytest.raises(OperationalError, match="lock timeout"):
                factories.draft(cast.department, cast.writer)
        finally:
            done.set()

    at_once(hang, hurry)
    assert whole() == 1
    assert Link(1, Entry.objects.get().hash) == verify(rows_from(1), START)
