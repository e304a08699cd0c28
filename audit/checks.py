"""What an operator can get wrong about the record."""

from collections.abc import Sequence
from typing import Any

from django.apps import AppConfig
from django.core.checks import CheckMessage, Tags, Warning, register
from django.db import connections

from audit import database_rules


@register(Tags.database)
def rules_are_in_place(
    app_configs: Sequence[AppConfig] | None = None, databases: Sequence[str] | None = None, **kwargs: Any
) -> list[CheckMessage]:
    """audit.W001: a migrated database must hold every trigger; a migrate that was cut off leaves them down.

    A warning, since migrate itself runs this check first: an error would keep it from putting a new rule in place.
    """
    found: list[CheckMessage] = []
    for alias in databases or []:
        if "audit_entry" not in connections[alias].introspection.table_names():
            continue
        if names := database_rules.missing(alias):
            found.append(
                Warning(
                    f"The database {alias!r} lacks the rules {', '.join(names)}.",
                    hint="Run `manage.py migrate`: it puts them back.",
                    id="audit.W001",
                )
            )
    return found
