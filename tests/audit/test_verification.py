"""What was changed, taken out or put in is named, by the command and by the script that the handbook gives auditors."""

import re
import subprocess
import sys
from collections.abc import Callable
from datetime import timedelta
from io import StringIO
from pathlib import Path
from typing import Any

import pytest
from django.core.management import CommandError, call_command
from django.db import connection
from django.utils import timezone

from audit import database_rules
from audit.chain import FIELDS, START, hash_of, link
from audit.models import Entry
from audit.record import record, row
from audit.verification import Broken, verify
from tests.conftest import Cast

NOW = timezone.now()
HANDBOOK = Path(__file__).resolve().parents[2] / "docs" / "kiem-toan.md"
Rows = list[dict[str, Any]]


@pytest.fixture
def rows(cast: Cast) -> Rows:
    """Seven rows that hold together, with nothing of them in the database."""
    made = [
        row("edition.edited", cast.department, by=cast.writer, now=NOW + timedelta(seconds=n), version=n, turn=n)
        for n in range(7)
    ]
    link(made, START)
    return [{name: getattr(one, name) for name in (*FIELDS, "hash")} for one in made]


def misfit(rows: Rows) -> int:
    """Return the number of the first row that doesn't fit."""
    with pytest.raises(Broken) as broken:
        verify(rows, START)
    assert str(broken.value.number) in str(broken.value)
    return broken.value.number


def rehashed(row: dict[str, Any], **changes: Any) -> dict[str, Any]:
    """Return a row that someone changed who knows how hashes are made."""
    changed = {**row, **changes}
    return {**changed, "hash": hash_of(changed)}


def test_rows_that_hold_together_pass(rows: Rows) -> None:
    assert verify(rows, START).number == 7
    assert verify(rows[3:], verify(rows[:3], START)).hash == rows[-1]["hash"]
    assert verify([], START) == START


@pytest.mark.parametrize("field", [*FIELDS, "hash"])
@pytest.mark.parametrize("place", [0, 3, 6])
def test_a_change_of_any_field_of_any_row_is_named(rows: Rows, field: str, place: int) -> None:
    value = rows[place][field]
    if field == "at":
        rows[place][field] = value + timedelta(microseconds=1)
    elif field == "data":
        rows[place][field] = {**value, "turn": str(value["turn"])}
    elif isinstance(value, str):
        rows[place][field] = f"{value} "
    else:
        rows[place][field] = (value or 0) + 100
    assert misfit(rows) == place + 1


@pytest.mark.parametrize("place", range(6))
def test_a_row_that_is_missing_is_named(rows: Rows, place: int) -> None:
    del rows[place]
    assert misfit(rows) == place + 1


@pytest.mark.parametrize("place", range(6))
def test_a_row_changed_together_with_its_hash_shows_at_the_next(rows: Rows, place: int) -> None:
    rows[place] = rehashed(rows[place], reason="Khác")
    assert misfit(rows) == place + 2


def test_a_row_taken_out_with_all_numbers_moved_up_is_named(rows: Rows) -> None:
    moved = rows[:2] + [rehashed(one, number=one["number"] - 1) for one in rows[3:]]
    assert misfit(moved) == 3


def test_a_row_put_in_is_named(rows: Rows) -> None:
    foreign = rehashed(rows[2], reason="Chen vào")
    assert misfit([*rows[:3], foreign, *rows[3:]]) == 3
    assert misfit([rehashed(rows[0], number=0), *rows]) == 0
    later = [rehashed(one, number=one["number"] + 1) for one in rows[2:]]
    assert misfit([*rows[:2], foreign, *later]) == 4


def test_two_rows_exchanged_are_named(rows: Rows) -> None:
    rows[2], rows[3] = rehashed(rows[3], number=3), rehashed(rows[2], number=4)
    assert misfit(rows) == 3


# --- The commands, and a database whose owner took the rules down


@pytest.fixture
def recorded(cast: Cast) -> None:
    """Six rows in the database, with words that a careless export would spoil."""
    for n in range(6):
        record("edition.returned", cast.department, by=cast.editor, now=NOW, reason=f"Dòng {n}\nđừng “mất” dấu", turn=n)


@pytest.fixture
def tamper(recorded: None) -> Any:
    """A function that runs SQL as an owner of the database who has taken the rules down."""

    def run(sql: str) -> None:
        database_rules.uninstall()
        with connection.cursor() as cursor:
            cursor.execute(sql)

    yield run
    database_rules.install()


def verified(*arguments: Any) -> str:
    """Return the command's one line."""
    output = StringIO()
    call_command("verify_audit", *arguments, stdout=output)
    assert output.getvalue().count("\n") == 1
    return output.getvalue()


def last_hash() -> str:
    """Return the hash of the newest row."""
    return Entry.objects.order_by("-number").values_list("hash", flat=True)[0]


def test_the_command_names_the_last_row_and_its_hash(recorded: None) -> None:
    assert "6" in verified() and last_hash() in verified()
    assert last_hash() in verified("--from", "4")
    assert last_hash() in verified("--from", "7")


def test_an_empty_record_holds(db: None) -> None:
    assert START.hash in verified()


@pytest.mark.parametrize(
    ("sql", "number", "word"),
    [
        ("UPDATE audit_entry SET reason = 'khác' WHERE number = 2", 2, "bị sửa"),
        ("UPDATE audit_entry SET at = '2020-01-01 00:00:00' WHERE number = 6", 6, "bị sửa"),
        ("UPDATE audit_entry SET data = '{}' WHERE number = 1", 1, "bị sửa"),
        ("DELETE FROM audit_entry WHERE number = 3", 3, "thiếu"),
        ("DELETE FROM audit_entry WHERE number < 4", 1, "thiếu"),
    ],
)
def test_the_command_names_the_first_row_that_does_not_fit(
    tamper: Callable[[str], None], sql: str, number: int, word: str
) -> None:
    tamper(sql)
    with pytest.raises(CommandError, match=rf"(?i)(dòng {number} .*{word}|{word}.*dòng {number}\b)") as refused:
        verified()
    assert refused.value.returncode == 1


def test_from_a_later_row_on_earlier_ones_are_not_looked_at(tamper: Callable[[str], None]) -> None:
    tamper("UPDATE audit_entry SET reason = 'khác' WHERE number = 2")
    assert last_hash() in verified("--from", "3")
    tamper("DELETE FROM audit_entry WHERE number = 3")
    with pytest.raises(CommandError, match="3"):
        verified("--from", "4")


def test_a_tail_cut_off_shows_against_a_known_hash(tamper: Callable[[str], None]) -> None:
    known, earlier = last_hash(), Entry.objects.get(number=2).hash
    assert known in verified("--expect", known)
    assert known in verified("--expect", earlier)
    assert known in verified("--expect", earlier, "--from", "5")
    tamper("DELETE FROM audit_entry WHERE number > 4")
    verified()
    verified("--expect", earlier)
    with pytest.raises(CommandError, match=known):
        verified("--expect", known)


def test_a_tail_cut_off_shows_against_a_checkpoint(tamper: Callable[[str], None], tmp_path: Path) -> None:
    checkpoint = tmp_path / "moc"
    verified("--checkpoint", checkpoint)
    assert checkpoint.read_text() == f"6 {last_hash()}\n"
    verified("--checkpoint", checkpoint, "--from", "6")
    tamper("DELETE FROM audit_entry WHERE number > 4")
    with pytest.raises(CommandError, match="5"):
        verified("--checkpoint", checkpoint)
    assert checkpoint.read_text().startswith("6 ")


def test_a_record_written_anew_shows_against_a_checkpoint(
    tamper: Callable[[str], None], tmp_path: Path, cast: Cast
) -> None:
    checkpoint = tmp_path / "moc"
    verified("--checkpoint", checkpoint)
    tamper("DELETE FROM audit_entry WHERE number > 4")
    for n in range(4):
        record("edition.returned", cast.department, by=cast.editor, now=NOW, reason="Viết lại", turn=n)
    verified()
    with pytest.raises(CommandError, match="6"):
        verified("--checkpoint", checkpoint)


def test_a_checkpoint_that_is_none_is_refused(recorded: None, tmp_path: Path) -> None:
    (tmp_path / "moc").write_text("không phải mốc")
    with pytest.raises(CommandError, match="moc"):
        verified("--checkpoint", tmp_path / "moc")


@pytest.mark.parametrize("arguments", [("--from", "0"), ("--from", "-1"), ("--from", "x"), ("--expect", "abc")])
def test_nonsense_is_refused(db: None, arguments: tuple[str, str]) -> None:
    with pytest.raises(CommandError):
        verified(*arguments)


# --- The export, and the handbook's script


@pytest.fixture
def script(tmp_path: Path) -> Callable[..., subprocess.CompletedProcess[str]]:
    """The auditor's script as it stands in the handbook, run on a file by a Python that knows nothing of the portal."""
    [code] = re.findall(r"```python\n(.*?)```", HANDBOOK.read_text(), re.DOTALL)
    assert len(code.splitlines()) <= 20
    place = tmp_path / "kiem.py"
    place.write_text(code)

    def run(*arguments: Any) -> subprocess.CompletedProcess[str]:
        command = [sys.executable, "-I", "-S", str(place), *map(str, arguments)]
        return subprocess.run(command, capture_output=True, text=True, cwd=tmp_path)

    return run


@pytest.fixture
def export(recorded: None, tmp_path: Path) -> Path:
    """The six rows as a file."""
    path = tmp_path / "nhat-ky.jsonl"
    call_command("export_audit", "--output", str(path), stdout=StringIO())
    return path


Script = Callable[..., subprocess.CompletedProcess[str]]


def test_an_export_is_one_row_a_line_for_its_owner_alone(export: Path) -> None:
    lines = export.read_text(encoding="utf-8").splitlines()
    assert len(lines) == 6
    assert "đừng “mất” dấu" in lines[0]
    assert export.stat().st_mode & 0o077 == 0
    output = StringIO()
    call_command("export_audit", "--from", "5", stdout=output)
    assert output.getvalue().splitlines() == lines[4:]


def test_the_handbooks_script_passes_a_true_export(export: Path, script: Script, tmp_path: Path) -> None:
    passed = script(export, last_hash())
    assert passed.returncode == 0, passed.stderr
    assert last_hash() in passed.stdout
    part = tmp_path / "phan.jsonl"
    call_command("export_audit", "--from", "3", "--output", str(part), stdout=StringIO())
    assert script(part).returncode == 0


@pytest.mark.parametrize(
    ("spoil", "number"),
    [
        (lambda lines: [lines[0], lines[1].replace("Dòng 1", "Dòng 9"), *lines[2:]], 2),
        (lambda lines: [*lines[:3], *lines[4:]], 4),
        (lambda lines: lines[1:3] + lines[4:], 4),
        (lambda lines: [*lines[:2], lines[1], *lines[2:]], 2),
        (lambda lines: [lines[1], lines[0], *lines[2:]], 1),
    ],
)
def test_the_handbooks_script_catches(
    export: Path, script: Script, spoil: Callable[[list[str]], list[str]], number: int
) -> None:
    export.write_text("\n".join(spoil(export.read_text().splitlines())) + "\n")
    refused = script(export)
    assert refused.returncode == 1
    assert re.search(rf"\b{number}\b", refused.stderr), refused.stderr


def test_the_handbooks_script_catches_a_tail_cut_off(export: Path, script: Script) -> None:
    export.write_text("\n".join(export.read_text().splitlines()[:4]) + "\n")
    assert script(export).returncode == 0
    refused = script(export, last_hash())
    assert refused.returncode == 1 and last_hash() in refused.stderr
