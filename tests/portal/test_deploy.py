"""The files of deploy/ do what the docs say: started and read as a visitor, on PostgreSQL behind nginx."""

import subprocess
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]


@pytest.mark.slow
@pytest.mark.once
def test_the_files_for_production_work_as_written() -> None:
    tried = subprocess.run([ROOT / "deploy" / "try"], cwd=ROOT, capture_output=True, text=True, timeout=300)
    assert tried.returncode == 0, tried.stdout + tried.stderr
    assert "deploy/ works as written." in tried.stdout
