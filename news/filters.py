"""The filters of the public list of news; the address bar says all of them."""

from datetime import date
from typing import Any

import django_filters
from django import forms
from django.db.models import QuerySet
from django.utils.translation import gettext_lazy as _

from departments.outline import Outline
from news.models import Category, Edition
from vietnamese.dates import end_of, parse_day, start_of
from vietnamese.text import fold

MOST_WORDS = 8
# Whatever lies outside is a slip of the hand, and the calendar's own ends can't be turned into UTC.
YEARS = range(1900, 2200)


class DayField(forms.Field):
    """A day as people write it: 8/4/2019, 08-04-2019."""

    widget = forms.TextInput(attrs={"inputmode": "numeric", "placeholder": "08/04/2019", "maxlength": 20})
    default_error_messages = {
        "invalid": _("There is no such day. Write day/month/year, for example 08/04/2019."),
    }

    def to_python(self, value: Any) -> date | None:
        """Return the day, or None for nothing."""
        if value in self.empty_values:
            return None
        try:
            day = parse_day(str(value))
        except ValueError:
            day = None
        if day is None or day.year not in YEARS:
            raise forms.ValidationError(self.error_messages["invalid"], code="invalid")
        return day


class DayFilter(django_filters.Filter):
    """A filter by a day of Vietnam's calendar."""

    field_class = DayField


class NewsFilterForm(forms.Form):
    """All filters together."""

    def clean(self) -> dict[str, Any]:
        """Refuse a range that ends before it begins."""
        chosen: dict[str, Any] = super().clean() or {}
        if (first := chosen.get("tu")) and (last := chosen.get("den")) and last < first:
            self.add_error("den", _("The last day is before the first one."))
        return chosen


class NewsFilter(django_filters.FilterSet):
    """Filters of the public list. Makes two queries, for the departments and categories to choose from."""

    tu_khoa = django_filters.CharFilter(
        label=_("Words of the title"),
        method="with_words",
        max_length=200,
        widget=forms.TextInput(attrs={"type": "search", "placeholder": _("with or without marks")}),
    )
    don_vi = django_filters.ChoiceFilter(
        label=_("Department"),
        method="leave_to_the_list",
        empty_label=_("All departments"),
        error_messages={"invalid_choice": _("There is no such department. Choose one from the list.")},
    )
    chuyen_muc = django_filters.ChoiceFilter(
        label=_("Category"),
        method="of_category",
        empty_label=_("All categories"),
        error_messages={"invalid_choice": _("There is no such category. Choose one from the list.")},
    )
    tu = DayFilter(label=_("From day"), method="from_day")
    den = DayFilter(label=_("To day"), method="to_day")

    class Meta:
        model = Edition
        fields: list[str] = []
        form = NewsFilterForm

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.outline = Outline.load()
        self.departments_by_slug = self.outline.by_slug()
        self.categories_by_slug = {category.slug: category for category in Category.objects.all()}
        self.filters["don_vi"].extra["choices"] = [
            (department.slug, f"{'– ' * max(0, depth - 1)}{department.name}")
            for depth, department in self.outline.walk()
        ]
        self.filters["chuyen_muc"].extra["choices"] = [
            (category.slug, category.name) for category in self.categories_by_slug.values()
        ]

    @property
    def departments(self) -> frozenset[int] | None:
        """The ids of the chosen department and of those below it; None where that is all of them."""
        department = self.departments_by_slug.get(self.form.cleaned_data.get("don_vi", ""))
        if department is None or department.parent_id is None:
            return None
        return self.outline.ids_below(department.pk)

    @property
    def typed(self) -> dict[str, str]:
        """What the address says of each filter, right or wrong, without the empty ones."""
        return {name: value for name in self.filters if (value := self.data.get(name, "").strip())}

    @property
    def chips(self) -> list[dict[str, Any]]:
        """The chosen filters, each with its words and with what is left when it is taken away."""
        typed = self.typed
        return [
            {
                "label": self.filters[name].label,
                "value": self._in_words(name, value),
                "others": {other: text for other, text in typed.items() if other != name},
            }
            for name, value in typed.items()
        ]

    def _in_words(self, name: str, value: str) -> str:
        named: dict[str, dict[str, Any]] = {
            "don_vi": self.departments_by_slug,
            "chuyen_muc": self.categories_by_slug,
        }
        return str(named.get(name, {}).get(value, value))

    def with_words(self, editions: QuerySet[Edition], name: str, value: str) -> QuerySet[Edition]:
        """Keep the editions whose title has all these words, with or without marks."""
        for word in fold(value).split()[:MOST_WORDS]:
            editions = editions.filter(title_folded__contains=word)
        return editions

    def leave_to_the_list(self, editions: QuerySet[Edition], name: str, value: str) -> QuerySet[Edition]:
        """Filter nothing here: `news.lists` asks each department for its own, which is what keeps it fast."""
        return editions

    def of_category(self, editions: QuerySet[Edition], name: str, value: str) -> QuerySet[Edition]:
        """Keep the editions of one category."""
        return editions.filter(category=self.categories_by_slug[value])

    def from_day(self, editions: QuerySet[Edition], name: str, value: date) -> QuerySet[Edition]:
        """Keep what is dated on this day of Vietnam's or later."""
        return editions.filter(dated_at__gte=start_of(value))

    def to_day(self, editions: QuerySet[Edition], name: str, value: date) -> QuerySet[Edition]:
        """Keep what is dated on this day of Vietnam's or earlier."""
        return editions.filter(dated_at__lt=end_of(value))
