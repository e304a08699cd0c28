"""Choosing a department: the tree as a list, set in by depth."""

from typing import Any

from django import forms
from django.db.models import QuerySet


class DepartmentChoice(forms.ModelChoiceField):
    """A list of departments in the order of the tree. One query."""

    def __init__(self, **kwargs: Any) -> None:
        kwargs.setdefault("empty_label", "—")
        super().__init__(**kwargs)

    def _set_queryset(self, queryset: QuerySet[Any]) -> None:
        super()._set_queryset(queryset.with_tree_fields() if queryset is not None else queryset)  # type: ignore[misc]

    queryset = property(forms.ModelChoiceField._get_queryset, _set_queryset)  # type: ignore[attr-defined]

    def label_from_instance(self, department: Any) -> str:
        """Return the name, set in."""
        return "\u2003" * getattr(department, "tree_depth", 0) + department.name
