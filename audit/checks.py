"""What an operator can get wrong about the record."""

from collections.abc import Sequence
from typing import Any

from django.apps import AppConfig
from django.core.checks import CheckMessage, Error, Tags, register
from django.db import connections

from audit import database_rules


@register(Tags.database)
def rules_are_in_place(
    app_configs: Sequence[AppConfig] | None = None, databases: Sequence[str] | None = None, **kwargs: Any
) -> list[CheckMessage]:
    """audit.E001: a migrated database must hold every trigger; a migrate that was cut off leaves them down."""
    errors: list[CheckMessage] = []
    for alias in databases or []:
        if "audit_entry" not in connections[alias].introspection.table_names():
            continue
        if names := database_rules.missing(alias):
            errors.append(
                Error(
                    f"The database {alias!r} lacks the rules {', '.join(names)}.",
                    hint="Run `manage.py migrate`: it puts them back.",
                    id="audit.E001",
                )
            )
    return errors
