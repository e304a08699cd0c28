"""Rules that the database itself holds, by triggers: what no form, command, shell or raw SQL gets around.

Each app lists its `RULES` in a module `database_rules`. SQLite loses a table's triggers whenever a migration rebuilds
it, and PostgreSQL refuses to alter columns that a trigger names; so all are taken down before each migrate and put
back after it, generated anew from the models.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from importlib import import_module
from importlib.util import find_spec
from typing import Any

from django.apps import apps
from django.db import connections
from django.db.backends.base.base import BaseDatabaseWrapper

from audit.chain import START


@dataclass(frozen=True)
class Rule:
    """One trigger of one kind of database.

    `name` is the trigger's; it also stands in the error that the database raises. `timing` is for example
    "BEFORE UPDATE"; `body` returns the SQL behind it (SQLite: `[WHEN …] BEGIN … END`; PostgreSQL: a plpgsql block).
    `column` is one that the rule needs and that came after the table: gone back before it, there is no rule.
    """

    vendor: str
    name: str
    table: str
    timing: str
    body: Callable[[], str]
    level: str = "ROW"
    column: str = ""


def rules(vendor: str) -> Iterator[Rule]:
    """Yield every app's rules for a database of that vendor ("sqlite" or "postgresql")."""
    for config in apps.get_app_configs():
        module = f"{config.name}.database_rules"
        if find_spec(module):
            for rule in getattr(import_module(module), "RULES", []):
                if rule.vendor == vendor:
                    yield rule


def install(using: str = "default") -> None:
    """Create or replace all triggers whose table exists. Running it twice changes nothing."""
    connection = connections[using]
    tables = set(connection.introspection.table_names())
    with connection.cursor() as cursor:
        for rule in rules(connection.vendor):
            if rule.table in tables:
                _drop(cursor, connection, rule)
                if not rule.column or rule.column in _columns(cursor, connection, rule.table):
                    _create(cursor, connection, rule)


def uninstall(using: str = "default") -> None:
    """Drop all triggers, so that migrations can rebuild their tables."""
    connection = connections[using]
    tables = set(connection.introspection.table_names())
    with connection.cursor() as cursor:
        for rule in rules(connection.vendor):
            if rule.table in tables:
                _drop(cursor, connection, rule)


def missing(using: str = "default") -> list[str]:
    """Return the names of rules that the database does not hold now."""
    connection = connections[using]
    query = (
        "SELECT name FROM sqlite_master WHERE type = 'trigger'"
        if connection.vendor == "sqlite"
        else "SELECT tgname FROM pg_trigger WHERE NOT tgisinternal AND tgenabled <> 'D'"
    )
    with connection.cursor() as cursor:
        cursor.execute(query)
        present = {row[0] for row in cursor.fetchall()}
    return [rule.name for rule in rules(connection.vendor) if rule.name not in present]


def before_migrate(using: str, plan: Any = (), **kwargs: Any) -> None:
    """Take the rules down when a migrate has something to do."""
    if plan:
        uninstall(using)


def after_migrate(using: str, **kwargs: Any) -> None:
    """Put the rules back after every migrate."""
    install(using)


def _columns(cursor: Any, connection: BaseDatabaseWrapper, table: str) -> set[str]:
    return {column.name for column in connection.introspection.get_table_description(cursor, table)}


def _drop(cursor: Any, connection: BaseDatabaseWrapper, rule: Rule) -> None:
    on = f" ON {rule.table}" if connection.vendor == "postgresql" else ""
    cursor.execute(f"DROP TRIGGER IF EXISTS {rule.name}{on}")


def _create(cursor: Any, connection: BaseDatabaseWrapper, rule: Rule) -> None:
    if connection.vendor == "sqlite":
        cursor.execute(f"CREATE TRIGGER {rule.name} {rule.timing} ON {rule.table} {rule.body()}")
        return
    cursor.execute(
        f"CREATE OR REPLACE FUNCTION {rule.name}() RETURNS trigger LANGUAGE plpgsql AS $rule$ {rule.body()} $rule$"
    )
    cursor.execute(
        f"CREATE TRIGGER {rule.name} {rule.timing} ON {rule.table} FOR EACH {rule.level} EXECUTE FUNCTION {rule.name}()"
    )


def refuse_sqlite(name: str, when: str = "") -> str:
    """Return a SQLite trigger body that aborts the statement with `name`, if `when` holds."""
    condition = f"WHEN {when} " if when else ""
    return f"{condition}BEGIN SELECT RAISE(ABORT, '{name}'); END"


def refuse_postgresql(name: str, when: str = "TRUE") -> str:
    """Return a plpgsql body that raises a check violation named `name`, if `when` holds."""
    return (
        f"BEGIN IF {when} THEN RAISE EXCEPTION '{name}' USING ERRCODE = 'check_violation', CONSTRAINT = '{name}'; "
        "END IF; IF TG_OP = 'DELETE' THEN RETURN OLD; END IF; RETURN NEW; END"
    )


def append_only(table: str) -> list[Rule]:
    """Return the rules that let rows of `table` (with an `id`) be added and nothing else."""
    name = f"{table}_append_only"
    return [
        Rule("sqlite", f"{name}_update", table, "BEFORE UPDATE", lambda: refuse_sqlite(name)),
        Rule("sqlite", f"{name}_delete", table, "BEFORE DELETE", lambda: refuse_sqlite(name)),
        # INSERT OR REPLACE goes around update and delete triggers.
        Rule(
            "sqlite",
            f"{name}_replace",
            table,
            "BEFORE INSERT",
            lambda: refuse_sqlite(name, f"EXISTS (SELECT 1 FROM {table} WHERE id = NEW.id)"),
        ),
        Rule("postgresql", name, table, "BEFORE UPDATE OR DELETE", lambda: refuse_postgresql(name)),
        Rule(
            "postgresql",
            f"{name}_truncate",
            table,
            "BEFORE TRUNCATE",
            lambda: refuse_postgresql(name),
            level="STATEMENT",
        ),
    ]


def chained(table: str) -> list[Rule]:
    """Return the rules that let a row into `table` only where it follows the last one of the chain."""
    name = f"{table}_chain"
    astray = (
        f"NOT (NEW.number = {START.number + 1} AND NEW.previous = '{START.hash}' OR EXISTS "
        f"(SELECT 1 FROM {table} WHERE number = NEW.number - 1 AND hash = NEW.previous))"
    )
    return [
        Rule("sqlite", name, table, "BEFORE INSERT", lambda: refuse_sqlite(name, astray), column="number"),
        Rule("postgresql", name, table, "BEFORE INSERT", lambda: refuse_postgresql(name, astray), column="number"),
    ]


RULES = append_only("audit_entry") + chained("audit_entry")
