"""A whole portal for the browser, as `make demo` makes it: database, demo content, static files, gunicorn."""

import json
import os
import shutil
import socket
import subprocess
import sys
import tempfile
import time
import uuid
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from urllib.error import URLError
from urllib.parse import urlsplit
from urllib.request import urlopen

import psycopg2

ROOT = Path(__file__).resolve().parents[2]
# Pages that differ in what they hold, by what is told of them; read from the server's own database.
ADDRESSES = """
import json
from django.db.models.functions import Length
from django.utils import timezone
from departments.models import Department
from news.models import Article, Category, Edition
public = Edition.objects.public(timezone.now())
Article.objects.filter(pk=public.order_by("-article_id").first().article_id).update(comments_open=False)
found = {
    "reference article": public.order_by("article_id").first(),
    "article with a table": public.filter(body__contains="<table").first(),
    "article with pictures": public.filter(body__contains="<figure").last(),
    "article with a long title": public.order_by(Length("title").desc()).first(),
    "article with a short text": public.order_by(Length("body")).first(),
    "article closed for comments": public.filter(article__comments_open=False).first(),
    "department with a long name": Department.objects.order_by(Length("name").desc()).first(),
    "department with leaders": Department.objects.filter(leaders__isnull=False, parent__isnull=False).first(),
    "category": Category.objects.first(),
}
print(json.dumps({name: thing.get_absolute_url() for name, thing in found.items() if thing}))
"""


@dataclass(frozen=True)
class Portal:
    """A running portal: its address, and the addresses of pages worth a look."""

    url: str
    addresses: dict[str, str]
    environment: dict[str, str]


def manage(environment: dict[str, str], *arguments: str) -> str:
    """Run one of the portal's commands and return what it prints."""
    command = [sys.executable, "manage.py", *arguments]
    result = subprocess.run(command, cwd=ROOT, env=environment, capture_output=True, text=True)
    if result.returncode:
        raise RuntimeError(f"{' '.join(arguments)} failed:\n{result.stdout}\n{result.stderr}")
    return result.stdout


@contextmanager
def database(folder: Path, base: str) -> Iterator[str]:
    """Give the address of an empty database beside `base`: a new one of the same cluster, or a SQLite file."""
    if not base.startswith("postgres"):
        yield f"sqlite:///{folder}/portal.sqlite3"
        return
    name = f"browser_{uuid.uuid4().hex[:12]}"
    cluster = base.rpartition("/")[0]
    _on_cluster(base, f"CREATE DATABASE {name}")
    try:
        yield f"{cluster}/{name}"
    finally:
        _on_cluster(base, f"DROP DATABASE {name} WITH (FORCE)")


def _on_cluster(base: str, sql: str) -> None:
    # django-environ's way to write a socket: postgres://user@//folder/name
    parts = urlsplit(base)
    host, _, name = parts.path[1:].rpartition("/")
    connection = psycopg2.connect(
        dbname=name, user=parts.username, password=parts.password, host=host or parts.hostname, port=parts.port
    )
    connection.autocommit = True
    with connection.cursor() as cursor:
        cursor.execute(sql)
    connection.close()


@contextmanager
def serving(environment: dict[str, str]) -> Iterator[str]:
    """Serve the portal for as long as the block lasts; gives its address."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    command = [sys.executable, "-m", "gunicorn", "portal.wsgi", "--config", "deploy/gunicorn.conf.py"]
    command += ["--bind", f"127.0.0.1:{port}", "--workers", "1", "--threads", "8", "--access-logfile", "/dev/null"]
    process = subprocess.Popen([*command, "--log-level", "warning"], cwd=ROOT, env=environment)
    try:
        _wait(f"http://127.0.0.1:{port}/healthz", process)
        yield f"http://127.0.0.1:{port}"
    finally:
        process.terminate()
        process.wait(timeout=40)


def _wait(url: str, process: subprocess.Popen[bytes]) -> None:
    for _ in range(200):
        if process.poll() is not None:
            raise RuntimeError("gunicorn did not start")
        with suppress(URLError, OSError), urlopen(url, timeout=5):
            return
        time.sleep(0.1)
    raise RuntimeError(f"{url} never answered")


@contextmanager
def demo_portal(base: str) -> Iterator[Portal]:
    """Make and serve a demo for as long as the block lasts, on a database beside `base`."""
    folder = Path(tempfile.mkdtemp(prefix="portal-browser-"))
    try:
        with database(folder, base) as address:
            environment = {
                "PATH": os.environ["PATH"],
                "HOME": str(folder),
                "PORTAL_ENV_FILE": "/dev/null",
                "PORTAL_DEMO": "1",
                "SECRET_KEY": "browser-only-" + "k" * 50,
                "PORTAL_DATA_DIR": str(folder),
                "DATABASE_URL": address,
                "LOG_LEVEL": "ERROR",
            }
            manage(environment, "migrate", "-v0")
            manage(environment, "demo")
            manage(environment, "collectstatic", "--no-input", "-v0")
            addresses = json.loads(manage(environment, "shell", "-v0", "-c", ADDRESSES))
            with serving(environment) as url:
                yield Portal(url, addresses, environment)
    finally:
        shutil.rmtree(folder, ignore_errors=True)
