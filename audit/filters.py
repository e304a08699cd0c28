"""What narrows the list of the record."""

from collections.abc import Iterator
from datetime import date
from typing import Any

from django.contrib import admin
from django.db.models import QuerySet
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _

from audit.names import named_acts
from vietnamese.dates import end_of, parse_day, start_of

# People offered are those of the newest acts; anybody else's name in the list leads to theirs.
_RECENT = 400


class ActFilter(admin.SimpleListFilter):
    """By what was done."""

    title = _("act")
    parameter_name = "act"

    def lookups(self, request: HttpRequest, model_admin: Any) -> list[tuple[str, str]]:
        """Return the acts that have a name."""
        return named_acts()

    def queryset(self, request: HttpRequest, queryset: QuerySet[Any]) -> QuerySet[Any]:
        """Narrow the list."""
        return queryset.filter(act=self.value()) if self.value() else queryset


class PersonFilter(admin.SimpleListFilter):
    """By who did it."""

    title = _("who")
    parameter_name = "person"

    def lookups(self, request: HttpRequest, model_admin: Any) -> list[tuple[str, str]]:
        """Return who did the newest acts that this person may see, and whose acts are shown now."""
        rows = model_admin.get_queryset(request).exclude(actor=None).order_by("-id")
        people = dict(rows.values_list("actor_id", "actor_name")[:_RECENT])
        if self.chosen is not None and self.chosen not in people:
            people |= dict(rows.filter(actor=self.chosen).values_list("actor_id", "actor_name")[:1])
        return [(str(pk), name) for pk, name in people.items()]

    @property
    def chosen(self) -> int | None:
        """The id of the person, or None."""
        value = self.value() or ""
        return int(value) if value.isascii() and value.isdigit() and len(value) <= 18 else None

    def queryset(self, request: HttpRequest, queryset: QuerySet[Any]) -> QuerySet[Any]:
        """Narrow the list."""
        return queryset if self.chosen is None else queryset.filter(actor=self.chosen)


class DayFilter(admin.ListFilter):
    """By the day, from one to another, both included; either may be left open."""

    title = _("day")
    template = "admin/day_filter.html"
    names = ("from_day", "to_day")

    def __init__(self, request: HttpRequest, params: dict[str, Any], model: Any, model_admin: Any) -> None:
        super().__init__(request, params, model, model_admin)
        for name in self.names:
            if name in params:
                self.used_parameters[name] = params.pop(name)[-1]
        self.others = [(key, value) for key, value in request.GET.items() if key not in (*self.names, "p")]

    def has_output(self) -> bool:
        """Always offer it."""
        return True

    def expected_parameters(self) -> list[str | None]:
        """Return the two days."""
        return list(self.names)

    def choices(self, changelist: Any) -> Iterator[dict[str, Any]]:
        """Return what the form shows: the two days as they are, and what else narrows the list."""
        labels = (_("From day"), _("To day"))
        yield {
            "days": [
                {"name": name, "label": label, "value": self._day(name)}
                for name, label in zip(self.names, labels, strict=True)
            ],
            "others": self.others,
        }

    def queryset(self, request: HttpRequest, queryset: QuerySet[Any]) -> QuerySet[Any]:
        """Narrow the list."""
        first, last = (self._day(name) for name in self.names)
        try:
            if first:
                queryset = queryset.filter(at__gte=start_of(first))
            if last:
                queryset = queryset.filter(at__lt=end_of(last))
        except OverflowError:
            return queryset.none()
        return queryset

    def _day(self, name: str) -> date | None:
        text = str(self.used_parameters.get(name, ""))
        for read in (date.fromisoformat, parse_day):
            try:
                return read(text)
            except ValueError:
                continue
        return None
