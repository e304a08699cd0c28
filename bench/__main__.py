"""`make bench`: prints one table. `python -m bench [N…]`; databases stay in var/bench for the next run.

Each row: requests a second of the page and of a bare Django view that answers with as many bytes (same gunicorn, same
settings of it, same moment), their ratio, the page's queries and bytes. Both servers have one worker, so that the other
core is left to the load.
"""

import argparse
import json
import os
import shutil
import socket
import statistics
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from bench.load import rate

ROOT = Path(__file__).resolve().parent.parent
HOME = ROOT / "var" / "bench"
ROUNDS = 3
SECONDS = 1.5
CONNECTIONS = 4
SERVER = ["--workers", "1", "--worker-class", "gthread", "--threads", "4", "--keep-alive", "75"]
COLUMNS = "{:<11} {:>8}  {:<8} {:>8} {:>9} {:>6} {:>8} {:>8} {:>11}"
HEAD = ("database", "articles", "page", "req/s", "bare/s", "ratio", "queries", "bytes", "compressed")


def environment(database: str) -> dict[str, str]:
    """Return the environment of a demo whose database is `database`."""
    return {
        **os.environ,
        "PORTAL_ENV_FILE": "/dev/null",
        "PORTAL_DEMO": "1",
        "SECRET_KEY": "bench-only-" + "k" * 50,
        "DATABASE_URL": database,
        "STATIC_ROOT": str(HOME / "static"),
        "MEDIA_ROOT": str(HOME / "media"),
        "LOG_LEVEL": "ERROR",
        "DJANGO_SETTINGS_MODULE": "portal.settings",
    }


def manage(env: dict[str, str], *arguments: str) -> None:
    """Run one of the portal's commands."""
    subprocess.run([sys.executable, "manage.py", *arguments], cwd=ROOT, env=env, check=True, stdout=sys.stderr)


def kept_sqlite(number: int, smaller: list[int]) -> dict[str, str]:
    """Return the environment of the kept SQLite database with `number` articles, made if it isn't there yet."""
    path = HOME / f"{number}.sqlite3"
    env = environment(f"sqlite:///{path}")
    if path.exists():
        # Today's migrations on yesterday's articles.
        manage(env, "migrate", "-v0")
        return env
    growing = HOME / "growing.sqlite3"
    for leftover in HOME.glob(f"{growing.name}*"):
        leftover.unlink()
    base = max((size for size in smaller if size < number and (HOME / f"{size}.sqlite3").exists()), default=0)
    if base:
        shutil.copy(HOME / f"{base}.sqlite3", growing)
    fill(environment(f"sqlite:///{growing}"), number - base)
    # The journal goes into the file with the last connection; the name says that it is whole.
    growing.rename(path)
    return env


def fill(env: dict[str, str], more: int) -> None:
    """Bring a database up to date, the demo's own content included, and add `more` articles."""
    manage(env, "migrate", "-v0")
    manage(env, "demo", "--articles", str(more))


@contextmanager
def serving(application: str, env: dict[str, str]) -> Iterator[int]:
    """Serve a WSGI application for as long as the block lasts; gives its port."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    command = [sys.executable, "-m", "gunicorn", application, "--bind", f"127.0.0.1:{port}", *SERVER]
    command += ["--log-level", "error", "--no-control-socket"]
    process = subprocess.Popen(command, cwd=ROOT, env=env)
    try:
        for _ in range(200):
            with suppress(OSError), socket.create_connection(("127.0.0.1", port), timeout=1):
                break
            time.sleep(0.05)
        yield port
    finally:
        process.terminate()
        process.wait(timeout=40)


def measure(name: str, number: int, env: dict[str, str]) -> None:
    """Print the rows of one database."""
    result = subprocess.run(
        [sys.executable, "-m", "bench.pages"], cwd=ROOT, env=env, check=True, stdout=subprocess.PIPE, text=True
    )
    pages = json.loads(result.stdout)
    with serving("portal.wsgi", env) as portal, serving("bench.bare_wsgi", dict(os.environ)) as bare:
        for page, facts in pages.items():
            ours, theirs = [], []
            rate(portal, facts["path"], seconds=0.5, connections=CONNECTIONS)
            rate(bare, f"/{facts['bytes']}/", seconds=0.5, connections=CONNECTIONS)
            for _ in range(ROUNDS):
                ours.append(rate(portal, facts["path"], seconds=SECONDS, connections=CONNECTIONS))
                theirs.append(rate(bare, f"/{facts['bytes']}/", seconds=SECONDS, connections=CONNECTIONS))
            fast, base = statistics.median(ours), statistics.median(theirs)
            figures = (f"{fast:.0f}", f"{base:.0f}", f"{fast / base:.3f}", facts["queries"])
            print(COLUMNS.format(name, number, page, *figures, facts["bytes"], facts["compressed"]), flush=True)


def main() -> None:
    """Measure SQLite and, where PostgreSQL is installed, PostgreSQL, at each size."""
    parser = argparse.ArgumentParser(prog="bench", description=__doc__.split("\n\n")[0])
    parser.add_argument("sizes", nargs="*", type=int, default=[10_000, 100_000], metavar="N", help="articles")
    parser.add_argument("--on-this", action="store_true", help="only the database in DATABASE_URL, which is filled")
    options = parser.parse_args()
    sizes = sorted(options.sizes)
    if options.on_this:
        env = environment(os.environ["DATABASE_URL"])
        for number, before in zip(sizes, [0, *sizes], strict=False):
            fill(env, number - before)
            measure("PostgreSQL", number, env)
        return
    HOME.mkdir(parents=True, exist_ok=True)
    manage(environment(f"sqlite:///{HOME}/static.sqlite3"), "collectstatic", "--no-input", "-v0")
    print(COLUMNS.format(*HEAD), flush=True)
    for number in sizes:
        measure("SQLite", number, kept_sqlite(number, sizes))
    if not (shutil.which("initdb") or list(Path("/usr/lib/postgresql").glob("*/bin/initdb"))):
        print("PostgreSQL is not installed here, so it isn't measured.")
        return
    command = ["tests/with-postgres", sys.executable, "-m", "bench", "--on-this", *map(str, sizes)]
    subprocess.run(command, cwd=ROOT, check=True)


if __name__ == "__main__":
    main()
