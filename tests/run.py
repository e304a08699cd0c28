"""All tests on both databases, and one line of counts at the end. `make test` calls it."""

import os
import subprocess
import sys
import time
from pathlib import Path
from xml.etree import ElementTree

ROOT = Path(__file__).resolve().parent.parent
REPORTS = ROOT / "var" / "test"
PYTEST = [sys.executable, "-m", "pytest", "-q"]
# The browser's tests share one served demo, which takes half a minute to make: they stay in one process.
QUIET, BROWSER = ["-n", "2"], []


def run(title: str, command: list[str], marks: str, extra: list[str]) -> dict[str, int]:
    """Run the tests with these marks by `command`, and return how many passed and failed, and the exit `status`."""
    print(f"\n=== {title}", flush=True)
    started = time.monotonic()
    report = REPORTS / f"{title.lower().replace(' ', '-')}.xml"
    report.unlink(missing_ok=True)
    status = subprocess.run([*command, "-m", marks, f"--junitxml={report}", *extra], cwd=ROOT).returncode
    counts = {"status": status, "passed": 0, "failed": 0, "skipped": 0, "seconds": int(time.monotonic() - started)}
    if report.exists():
        suite = next(ElementTree.parse(report).iter("testsuite"))
        number = {name: int(suite.get(name, 0)) for name in ("tests", "failures", "errors", "skipped")}
        counts["failed"] = number["failures"] + number["errors"]
        counts["skipped"] = number["skipped"]
        counts["passed"] = number["tests"] - counts["failed"] - counts["skipped"]
    return counts


def main() -> int:
    """Run all, say how many passed and failed, return 0 if all did."""
    REPORTS.mkdir(parents=True, exist_ok=True)
    for name in ("DATABASE_URL", "PORTAL_DATA_DIR"):
        os.environ.pop(name, None)
    extra, on_postgresql = sys.argv[1:], ["tests/with-postgres", *PYTEST]
    runs = {
        title: run(title, [*command, *workers], marks, extra)
        for title, command, workers, marks in (
            ("SQLite", PYTEST, QUIET, "not browser and not once"),
            ("SQLite in the browser", PYTEST, BROWSER, "browser and not once"),
            ("PostgreSQL", on_postgresql, QUIET, "not browser"),
            ("PostgreSQL in the browser", on_postgresql, BROWSER, "browser"),
        )
    }
    print()
    for title, counts in runs.items():
        print(f"{title}: {counts['passed']} passed, {counts['failed']} failed in {counts['seconds']} s")
    total = {key: sum(counts[key] for counts in runs.values()) for key in ("passed", "failed", "skipped", "status")}
    skipped = f", {total['skipped']} skipped" if total["skipped"] else ""
    print(f"{total['passed']} passed, {total['failed']} failed{skipped}")
    return 1 if total["status"] or total["failed"] else 0


if __name__ == "__main__":
    sys.exit(main())
