"""Guards over the whole site: what no single test would notice. Each is seen to fail once on a made example."""

import ast
import re
import shutil
import subprocess
import sys
import tomllib
from collections.abc import Iterator
from pathlib import Path

import pytest
from django.apps import apps
from django.core.management import call_command, get_commands
from django.db import connection
from django.db.migrations.executor import MigrationExecutor
from django.db.models import DateTimeField

from departments.models import User

ROOT = Path(__file__).resolve().parents[2]
HOUSE = ("portal", "comments", "news", "departments", "audit", "richtext", "vietnamese")
MODULE_LINES = 300
FUNCTION_LINES = 40

# What may be longer by a third, and why: a picture is drawn from back to front, and reads in that order.
DRAWN = "portal/demo/pictures/"

FORBIDDEN_IN_TEMPLATES = {
    "an unescaped text": r"\|\s*safe\b|\{%\s*autoescape\s+off",
    "an inline style": r"<[^>]*\sstyle\s*=|<style\b",
    "an inline script": r"<script(?![^>]*\bsrc=)[^>]*>",
    "an event attribute": r"<[^>]*\son[a-z]+\s*=",
    "an address of another host": r"""(?:src|href)\s*=\s*["'](?:https?:)?//""",
}
FORBIDDEN_IN_CODE = {
    "a forgotten print": r"^\s*print\(",
    "a debugger": r"\bbreakpoint\(\)|\bpdb\b",
    "a signal of our own": r"\bSignal\(",
    "unfinished work": r"\b(?:TODO|FIXME|XXX)\b",
    "a naive moment": r"\bdatetime\.(?:now|utcnow)\(\)",
    "a star import": r"^from \S+ import \*",
    # Acts that refer to the row would wait for it while they hold the record's chain (audit/record.py).
    "a lock that foreign keys wait for": r"select_for_update\((?![^)\n]*(?:\([^)\n]*\)[^)\n]*)?no_key=True)",
}


def modules() -> Iterator[Path]:
    """Yield every module of the house, migrations apart."""
    for app in HOUSE:
        yield from (path for path in (ROOT / app).rglob("*.py") if "migrations" not in path.parts)


def templates() -> Iterator[Path]:
    """Yield every template."""
    yield from (ROOT / "templates").rglob("*.html")
    for app in HOUSE:
        yield from (ROOT / app).rglob("templates/**/*.html")


def functions(source: str) -> Iterator[tuple[str, int]]:
    """Yield (name, number of lines) of each function; the docstring isn't counted."""
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            first = node.body[0]
            docstring = isinstance(first, ast.Expr) and isinstance(first.value, ast.Constant)
            told = (first.end_lineno or 0) - first.lineno + 1 if docstring else 0
            yield node.name, (node.end_lineno or 0) - node.lineno + 1 - told


def place_of(path: Path) -> str:
    """Return where a module is, from the top."""
    return str(path.relative_to(ROOT))


def allowed(place: str, lines: int) -> int:
    """Return how many lines may be there, where `lines` may be elsewhere."""
    return lines * 4 // 3 if place.startswith(DRAWN) else lines


def names(pattern: str, text: str) -> bool:
    """Return whether `pattern` stands in some line of `text`."""
    return bool(re.search(pattern, text, re.MULTILINE))


def test_the_top_level_is_the_table_of_contents() -> None:
    tracked = subprocess.run(
        ["git", "ls-files", "--cached", "--others", "--exclude-standard"],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=True,
    ).stdout.split("\n")
    top = {path.split("/")[0] for path in tracked if path}
    assert top == {
        *HOUSE,
        *("templates", "static", "locale", "tests", "docs", "deploy", "bench", ".ci"),
        *("manage.py", "pyproject.toml", "requirements.txt", "requirements-dev.txt", "Makefile"),
        *("README.md", "CHANGELOG.md", ".gitignore"),
    }


def test_modules_stay_short() -> None:
    lengths = {place_of(path): len(path.read_text().splitlines()) for path in modules()}
    assert {place: lines for place, lines in lengths.items() if lines > allowed(place, MODULE_LINES)} == {}


def test_functions_stay_short() -> None:
    long = {
        f"{place_of(path)}:{name}": lines
        for path in modules()
        for name, lines in functions(path.read_text())
        if lines > allowed(place_of(path), FUNCTION_LINES)
    }
    assert long == {}


def test_the_measure_of_functions_sees_a_long_one() -> None:
    long = "def f():\n    '''Told\n    at length.'''\n" + "    a = 1\n" * 60
    assert dict(functions(long)) == {"f": 61}


@pytest.mark.parametrize("what", FORBIDDEN_IN_TEMPLATES)
def test_no_template_holds(what: str) -> None:
    found = [
        str(path.relative_to(ROOT)) for path in templates() if names(FORBIDDEN_IN_TEMPLATES[what], path.read_text())
    ]
    assert found == []


@pytest.mark.parametrize("what", FORBIDDEN_IN_CODE)
def test_no_module_holds(what: str) -> None:
    found = [str(path.relative_to(ROOT)) for path in modules() if names(FORBIDDEN_IN_CODE[what], path.read_text())]
    assert found == []


@pytest.mark.parametrize(
    ("what", "example"),
    [
        ("an unescaped text", "{{ comment.text|safe }}"),
        ("an unescaped text", "{% autoescape off %}"),
        ("an inline style", '<p class="a" style="color:red">'),
        ("an inline script", "<script>alert(1)</script>"),
        ("an inline script", '<script type="module">'),
        ("an event attribute", '<body class="a" onload="x()">'),
        ("an address of another host", '<script src="https://cdn.example/x.js"></script>'),
        ("an address of another host", '<link href="//fonts.example/x.css">'),
        ("a forgotten print", "    print(edition)"),
        ("a debugger", "    breakpoint()"),
        ("a signal of our own", "published = Signal()"),
        ("unfinished work", "# TODO: later"),
        ("a naive moment", "datetime.now()"),
        ("a star import", "from news.models import *"),
        ("a lock that foreign keys wait for", "Article.objects.select_for_update().get(pk=pk)"),
        ("a lock that foreign keys wait for", 'Image.objects.select_for_update(of=("self",)).get(pk=pk)'),
    ],
)
def test_each_forbidden_pattern_is_seen(what: str, example: str) -> None:
    assert names({**FORBIDDEN_IN_TEMPLATES, **FORBIDDEN_IN_CODE}[what], f"first line\n{example}\n")


@pytest.mark.parametrize(
    "harmless",
    ["<script src=\"{% static 'portal/text-size.js' %}\" defer></script>", '<a href="/tin-tuc/">', "{{ safe }}"],
)
def test_what_is_allowed_in_templates_passes(harmless: str) -> None:
    assert not any(names(pattern, harmless) for pattern in FORBIDDEN_IN_TEMPLATES.values())


def lint_imports(folder: Path) -> subprocess.CompletedProcess[str]:
    """Ask import-linter about the tree in `folder`."""
    command = [str(Path(sys.executable).with_name("lint-imports")), "--no-cache", "--config", "pyproject.toml"]
    return subprocess.run(command, cwd=folder, capture_output=True, text=True)


@pytest.mark.slow
@pytest.mark.once
@pytest.mark.parametrize(
    ("module", "line"),
    [
        ("news/upwards.py", "from comments import models"),
        ("departments/upwards.py", "import news.models"),
        ("audit/upwards.py", "from departments.rights import rights_of"),
        ("comments/upwards.py", "from portal import settings"),
        ("richtext/upwards.py", "from news.models import Image"),
        ("vietnamese/upwards.py", "from django.utils import timezone"),
    ],
)
def test_an_import_that_points_up_is_refused(tmp_path: Path, module: str, line: str) -> None:
    for app in HOUSE:
        shutil.copytree(ROOT / app, tmp_path / app, ignore=shutil.ignore_patterns("__pycache__", "content"))
    shutil.copy(ROOT / "pyproject.toml", tmp_path)
    (tmp_path / module).write_text(f"{line}\n")
    refused = lint_imports(tmp_path)
    assert refused.returncode != 0, refused.stdout
    assert module.removesuffix(".py").replace("/", ".") in refused.stdout
    (tmp_path / module).unlink()
    assert lint_imports(tmp_path).returncode == 0


@pytest.mark.django_db
def test_no_migration_is_missing() -> None:
    call_command("makemigrations", "--check", "--dry-run", verbosity=0)


@pytest.mark.slow
@pytest.mark.django_db(transaction=True)
def test_migrations_reverse_and_come_back() -> None:
    ours = [config.label for config in apps.get_app_configs() if config.name in HOUSE]
    tables = set(connection.introspection.table_names())
    executor = MigrationExecutor(connection)
    present = [label for label in ours if any(app == label for app, _ in executor.loader.graph.nodes)]
    try:
        for label in present:
            call_command("migrate", label, "zero", verbosity=0)
        left = set(connection.introspection.table_names())
        assert not {table for table in left if table.split("_")[0] in present}
    finally:
        call_command("migrate", verbosity=0)
    assert set(connection.introspection.table_names()) == tables


def test_the_handbook_names_every_setting() -> None:
    settings = (ROOT / "portal" / "settings.py").read_text()
    asked = set(re.findall(r"""(?:env(?:\.\w+)?|environ\.get)\(\s*["']([A-Z][A-Z0-9_]+)["']""", settings))
    handbook = (ROOT / "docs" / "van-hanh.md").read_text()
    example = (ROOT / "deploy" / "portal.env.example").read_text()
    assert len(asked) > 20
    assert sorted(name for name in asked if f"`{name}`" not in handbook) == []
    assert (
        sorted(name for name in re.findall(r"^#?\s?([A-Z][A-Z0-9_]+)=", example, re.MULTILINE) if name not in asked)
        == []
    )


def test_the_docs_name_every_command_and_verb() -> None:
    docs = "\n".join(path.read_text() for path in [ROOT / "README.md", *sorted((ROOT / "docs").glob("*.md"))])
    commands = {name for name, app in get_commands().items() if app in HOUSE}
    verbs = set(re.findall(r"^([a-z-]+):.*## ", (ROOT / "Makefile").read_text(), re.MULTILINE))
    assert "demo" in commands
    assert {"demo", "test", "help"} <= verbs
    assert sorted(name for name in commands if f"manage.py {name}" not in docs) == []
    assert sorted(verb for verb in verbs if f"make {verb}" not in docs) == []


def test_the_glossary_has_a_sentence_for_each_state_and_moment() -> None:
    glossary = (ROOT / "docs" / "glossary.md").read_text()
    models = [model for config in apps.get_app_configs() if config.name in HOUSE for model in config.get_models()]
    fields = {field for model in models if model is not User for field in model._meta.local_fields}
    moments = {field.name for field in fields if isinstance(field, DateTimeField)}
    states = {str(value) for field in fields if field.name == "state" for value, _ in field.flatchoices}
    assert {"live_from", "dated_at"} <= moments
    assert {"draft", "approved"} <= states
    assert sorted(name for name in moments if not names(rf"`(?:\w+\.)?{name}`", glossary)) == []
    assert sorted(state for state in states if not names(rf"^\| {state} \|", glossary)) == []


def test_the_makefile_stays_one_entry_for_everybody() -> None:
    verbs = re.findall(r"^([a-z-]+):.*## ", (ROOT / "Makefile").read_text(), re.MULTILINE)
    assert len(verbs) <= 12
    assert "make test" in (ROOT / ".ci" / "run").read_text()


def test_libraries_are_locked_with_hashes_and_have_their_reason() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text())
    decisions = (ROOT / "docs" / "decisions.md").read_text()
    locked = (ROOT / "requirements.txt").read_text()
    for requirement in project["project"]["dependencies"]:
        name = re.split(r"[<>=\[]", requirement)[0]
        assert re.search(rf"^{re.escape(name)}==\S+ \\\n +--hash=sha256:", locked, re.MULTILINE), name
        assert name in decisions, f"docs/decisions.md doesn't say why {name}"


def test_the_accounts_that_are_told_are_the_demos_own() -> None:
    from portal.demo.people import ACCOUNTS, PASSWORD

    shown = {username for username, *_, visible in ACCOUNTS if visible} | {"admin"}
    for place in ("Makefile", "README.md"):
        text = (ROOT / place).read_text()
        assert PASSWORD in text
        assert [username for username in shown if not names(rf"\b{username}\b", text)] == []


def test_the_version_is_the_changelogs() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text())["project"]
    newest = re.search(r"^## (\d+\.\d+\.\d+)", (ROOT / "CHANGELOG.md").read_text(), re.MULTILINE)
    assert newest
    assert newest[1] == project["version"]


def test_nothing_of_this_machine_stands_in_the_project() -> None:
    tracked = subprocess.run(
        ["git", "grep", "-nIE", r"/(home|root|Users)/[a-z]", "--", ".", ":!*.po"],
        cwd=ROOT,
        capture_output=True,
        text=True,
    )
    assert [line for line in tracked.stdout.splitlines() if "test_guards.py" not in line] == []
