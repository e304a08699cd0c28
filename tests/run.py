"""All tests on both databases, and one line of counts at the end. `make test` calls it."""

import os
import subprocess
import sys
import time
from pathlib import Path
from xml.etree import ElementTree

ROOT = Path(__file__).resolve().parent.parent
REPORTS = ROOT / "var" / "test"
# The browser's tests drive whole servers of their own: one worker runs them, the other runs the rest beside them.
PYTEST = [sys.executable, "-m", "pytest", "-q", "-n", "2", "--dist", "loadgroup"]


def run(title: str, command: list[str], report: Path) -> dict[str, int]:
    """Run pytest by `command`, and return its counts with its exit status as `status`."""
    print(f"\n=== {title}", flush=True)
    started = time.monotonic()
    report.unlink(missing_ok=True)
    status = subprocess.run([*command, f"--junitxml={report}"], cwd=ROOT).returncode
    counts = {"status": status, "passed": 0, "failed": 0, "skipped": 0, "seconds": int(time.monotonic() - started)}
    if report.exists():
        suite = next(ElementTree.parse(report).iter("testsuite"))
        number = {name: int(suite.get(name, 0)) for name in ("tests", "failures", "errors", "skipped")}
        counts["failed"] = number["failures"] + number["errors"]
        counts["skipped"] = number["skipped"]
        counts["passed"] = number["tests"] - counts["failed"] - counts["skipped"]
    return counts


def main() -> int:
    """Run both, say how many passed and failed, return 0 if all did."""
    REPORTS.mkdir(parents=True, exist_ok=True)
    for name in ("DATABASE_URL", "PORTAL_DATA_DIR"):
        os.environ.pop(name, None)
    extra = sys.argv[1:]
    runs = {
        "SQLite": run("SQLite", [*PYTEST, "-m", "not once", *extra], REPORTS / "sqlite.xml"),
        "PostgreSQL": run("PostgreSQL", ["tests/with-postgres", *PYTEST, *extra], REPORTS / "postgresql.xml"),
    }
    print()
    for name, counts in runs.items():
        print(f"{name}: {counts['passed']} passed, {counts['failed']} failed in {counts['seconds']} s")
    total = {key: sum(counts[key] for counts in runs.values()) for key in ("passed", "failed", "skipped", "status")}
    skipped = f", {total['skipped']} skipped" if total["skipped"] else ""
    print(f"{total['passed']} passed, {total['failed']} failed{skipped}")
    return 1 if total["status"] or total["failed"] else 0


if __name__ == "__main__":
    sys.exit(main())
