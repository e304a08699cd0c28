"""What narrows the moderators' list."""

from typing import Any

from django.contrib import admin
from django.db.models import Count, Q, QuerySet
from django.http import HttpRequest
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from comments.admin.decisions import as_id
from comments.models import Comment, State
from departments.access import rights_in
from departments.models import Department, Role
from vietnamese.text import cut, sort_key

# Articles offered as a filter: those with most waiting comments.
BUSIEST = 12


class StateFilter(admin.SimpleListFilter):
    """Shows what waits, unless asked for something else."""

    title = gettext_lazy("state")
    parameter_name = "state"

    def lookups(self, request: HttpRequest, model_admin: Any) -> list[tuple[str, Any]]:
        """Offer each state."""
        return list(State.choices)

    def choices(self, changelist: Any) -> Any:
        """Put "all" last: the first is what waits."""
        for value, label in (*self.lookup_choices, ("all", _("All"))):
            yield {
                "selected": self.chosen == value,
                "query_string": changelist.get_query_string({self.parameter_name: value}),
                "display": label,
            }

    @property
    def chosen(self) -> str:
        """The state that is shown, or "all"."""
        value = self.value()
        return value if value in State.values or value == "all" else State.PENDING

    def queryset(self, request: HttpRequest, queryset: QuerySet[Comment]) -> QuerySet[Comment]:
        """Narrow to the chosen state."""
        return queryset if self.chosen == "all" else queryset.filter(state=self.chosen)


class DepartmentFilter(admin.SimpleListFilter):
    """Shows comments on the articles of one department and of those below it."""

    title = gettext_lazy("department")
    parameter_name = "department"

    def lookups(self, request: HttpRequest, model_admin: Any) -> list[tuple[str, str]]:
        """Offer the departments where this person moderates."""
        mine = Department.objects.filter(pk__in=rights_in(request).departments(Role.MODERATOR))
        rows = sorted(mine.values_list("pk", "name"), key=lambda row: sort_key(row[1]))
        return [(str(pk), name) for pk, name in rows]

    def queryset(self, request: HttpRequest, queryset: QuerySet[Comment]) -> QuerySet[Comment]:
        """Narrow to the chosen department."""
        pk = as_id(self.value())
        return queryset if pk is None else queryset.filter(article__department__in=Department.objects.ids_below(pk))


class ArticleFilter(admin.SimpleListFilter):
    """Shows comments on one article; the list's links lead here too."""

    title = gettext_lazy("article")
    parameter_name = "article"

    def lookups(self, request: HttpRequest, model_admin: Any) -> list[tuple[str, str]]:
        """Offer the articles with most waiting comments, and the chosen one."""
        chosen = Q(article=as_id(request.GET.get(self.parameter_name))) if self._is_chosen(request) else Q(pk=None)
        comments: Any = Comment.objects.visible_to(rights_in(request)).filter(Q(state=State.PENDING) | chosen)
        rows = (
            comments.with_titles()
            .order_by()
            .values("article", "article_title")
            .annotate(waiting=Count("pk", filter=Q(state=State.PENDING)), is_chosen=Count("pk", filter=chosen))
            .order_by("-is_chosen", "-waiting", "-article")[:BUSIEST]
        )
        return [
            (str(row["article"]), f"{cut(row['article_title'] or str(row['article']), 60)} ({row['waiting']})")
            for row in rows
        ]

    def _is_chosen(self, request: HttpRequest) -> bool:
        return as_id(request.GET.get(self.parameter_name)) is not None

    def queryset(self, request: HttpRequest, queryset: QuerySet[Comment]) -> QuerySet[Comment]:
        """Narrow to the chosen article."""
        pk = as_id(self.value())
        return queryset if pk is None else queryset.filter(article=pk)
