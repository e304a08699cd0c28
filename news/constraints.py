"""At most one public edition of an article at any time, held by the database."""

from typing import Any

from django.contrib.postgres.constraints import ExclusionConstraint
from django.contrib.postgres.fields import DateTimeRangeField, RangeOperators
from django.contrib.postgres.operations import BtreeGistExtension
from django.db.models import F, Func, Q


class _Interval(Func):
    """The half-open interval [live_from, live_until) of an edition."""

    function = "TSTZRANGE"
    output_field = DateTimeRangeField()


class NoOverlap(ExclusionConstraint):
    """Refuses two approved editions of one article whose intervals meet.

    PostgreSQL holds it as an exclusion constraint; on other databases `news.database_rules` holds it by trigger, so
    here it makes no SQL.
    """

    def __init__(self, *, name: str, **kwargs: Any) -> None:
        super().__init__(
            name=name,
            expressions=[
                ("article", RangeOperators.EQUAL),
                (_Interval(F("live_from"), F("live_until")), RangeOperators.OVERLAPS),
            ],
            condition=Q(state="approved"),
        )

    def deconstruct(self) -> tuple[str, tuple[()], dict[str, Any]]:
        """Carry only the name into migrations: what it says stands here."""
        return f"{self.__class__.__module__}.{self.__class__.__qualname__}", (), {"name": self.name}

    def __eq__(self, other: object) -> bool:
        return isinstance(other, NoOverlap) and self.name == other.name

    __hash__ = None  # type: ignore[assignment]

    def check(self, model: Any, connection: Any) -> list[Any]:
        """Need no check of the database's kind: each kind has its own way."""
        return []

    def validate(self, model: Any, instance: Any, exclude: Any = None, using: str = "default") -> None:
        """Leave it to the database: `news.publishing` never asks for an interval that meets another."""

    def constraint_sql(self, model: Any, schema_editor: Any) -> Any:
        """Return the SQL inside CREATE TABLE, on PostgreSQL only."""
        return super().constraint_sql(model, schema_editor) if _holds(schema_editor) else None

    def create_sql(self, model: Any, schema_editor: Any) -> Any:
        """Return the SQL that adds it, on PostgreSQL only."""
        return super().create_sql(model, schema_editor) if _holds(schema_editor) else None

    def remove_sql(self, model: Any, schema_editor: Any) -> Any:
        """Return the SQL that drops it, on PostgreSQL only."""
        return super().remove_sql(model, schema_editor) if _holds(schema_editor) else None


class EqualityInExclusions(BtreeGistExtension):
    """The extension that `NoOverlap` needs. Django's own can't be migrated backwards off PostgreSQL."""

    def database_backwards(self, app_label: str, schema_editor: Any, from_state: Any, to_state: Any) -> None:
        """Drop it, on PostgreSQL only."""
        if _holds(schema_editor):
            super().database_backwards(app_label, schema_editor, from_state, to_state)


def _holds(schema_editor: Any) -> bool:
    return schema_editor.connection.vendor == "postgresql"
