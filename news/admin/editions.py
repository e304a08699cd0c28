"""Articles in the admin: the list of editions, and the desk at which each is written, read and decided on."""

import re
from typing import Any

from django.contrib import admin, messages
from django.core.exceptions import BadRequest, PermissionDenied
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponseBase, HttpResponseNotAllowed
from django.urls import path
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from departments.refusals import busy_is_refused
from departments.rights import WRITING
from news import discussion, publishing
from news.admin.access import RightsAdmin, moment_of, rights_in
from news.admin.conflicts import differences
from news.admin.desk import Desk
from news.admin.edition_acts import do_beside_text, is_act_beside_text, say_submitted, to_edition
from news.admin.edition_filters import DepartmentFilter, StandingFilter
from news.admin.edition_forms import EditionForm, StartForm
from news.admin.edition_pages import read_page, start_page, write_page
from news.admin.preview import preview
from news.admin.standing import badge, with_standing
from news.models import Edition, State
from news.refusals import Incomplete, Refused, Stale
from news.richtext.widget import editor_csp
from vietnamese.text import fold

_VERSION = re.compile(r"[0-9]{1,9}")


@admin.register(Edition)
class EditionAdmin(RightsAdmin):
    """What people call "articles": each row is one edition of an article's text."""

    menu_name = _("articles")
    list_display = ["title_line", "department_name", "category", "standing_badge", "last_change", "reader_date"]
    list_display_links = None
    list_filter = [StandingFilter, DepartmentFilter, "category"]
    list_select_related = ["article__department", "category", "changed_by"]
    list_per_page = 40
    search_fields = ["title_folded"]
    search_help_text = _("Words of the title, with or without marks")
    show_full_result_count = False
    ordering = ["-changed_at"]
    actions = None

    change_list_template = "admin/news/edition/change_list.html"

    # --- The list ------------------------------------------------------------------------------------------------

    def visible(self, objects: Any, request: HttpRequest) -> QuerySet[Any]:
        """Return what this person may see, with its standing."""
        return with_standing(super().visible(objects, request), moment_of(request))

    def get_queryset(self, request: HttpRequest) -> QuerySet[Any]:
        """Fetch along what each row and page shows."""
        return super().get_queryset(request).select_related("article__department", "category", "changed_by")

    def get_search_results(self, request: HttpRequest, queryset: QuerySet[Any], search_term: str) -> Any:
        """Find titles that have all the words, with or without marks."""
        for word in fold(search_term).split()[:8]:
            queryset = queryset.filter(title_folded__contains=word)
        return queryset, False

    @admin.display(description=_("title"), ordering="title_folded")
    def title_line(self, edition: Edition) -> SafeString:
        """Return the title as a link, and which version it is."""
        number = gettext("version %(number)d") % {"number": edition.number} if edition.number > 1 else ""
        return format_html(
            '<a class="title-link" href="{}/change/">{}</a> <span class="version-number">{}</span>',
            edition.pk,
            edition.title or gettext("(no title yet)"),
            number,
        )

    @admin.display(description=_("department"), ordering="article__department__name")
    def department_name(self, edition: Edition) -> str:
        """Return the department that the article stands in."""
        return edition.article.department.short_name or edition.article.department.name

    @admin.display(description=_("state"), ordering="state")
    def standing_badge(self, edition: Any) -> SafeString:
        """Return how it stands now."""
        return badge(edition.standing)

    @admin.display(description=_("last changed"), ordering="changed_at")
    def last_change(self, edition: Edition) -> SafeString:
        """Return when and by whom."""
        from vietnamese.dates import local

        return format_html(
            '<span class="moment">{}</span> <span class="quiet">{}</span>',
            f"{local(edition.changed_at):%d/%m/%Y %H:%M}",
            edition.changed_by,
        )

    @admin.display(description=_("date that readers see"), ordering="dated_at")
    def reader_date(self, edition: Edition) -> str:
        """Return the day under which readers find it."""
        from vietnamese.dates import short_day

        return short_day(edition.dated_at) if edition.dated_at else "—"

    # --- Who may -------------------------------------------------------------------------------------------------

    def has_add_permission(self, request: HttpRequest) -> bool:
        """Whoever writes somewhere."""
        return rights_in(request).anywhere(*WRITING)

    def has_change_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        """Whether there is an act on it is for the desk to say."""
        return self.has_view_permission(request, obj)

    def histories(self, obj: Any) -> list[Any]:
        """The record of the whole article, all its editions included."""
        return [obj.article, *obj.article.editions.only("pk")]

    # --- The desk ------------------------------------------------------------------------------------------------

    def get_urls(self) -> list[Any]:
        """Add the preview, and the switch of the comments."""
        page = path(
            "<int:object_id>/preview/", self.admin_site.admin_view(self.preview_view), name="news_edition_preview"
        )
        talk = path(
            "<int:object_id>/discussion/",
            self.admin_site.admin_view(self.discussion_view),
            name="news_edition_discussion",
        )
        return [page, talk, *super().get_urls()]

    def discussion_view(self, request: HttpRequest, object_id: int) -> HttpResponseBase:
        """Open or close the comments under the article."""
        edition = self.visible_or_404(request, str(object_id))
        if request.method != "POST":
            return HttpResponseNotAllowed(["POST"])
        is_open = request.POST.get("open") == "1"
        try:
            with busy_is_refused():
                discussion.set_open(edition.article, is_open, by=request.user, now=moment_of(request))  # type: ignore[arg-type]
            told = gettext("The comments are open.") if is_open else gettext("The comments are closed.")
            messages.success(request, told)
        except Refused as refusal:
            messages.error(request, str(refusal))
        return to_edition(edition)

    def preview_view(self, request: HttpRequest, object_id: int) -> HttpResponseBase:
        """Show the edition as readers will see it."""
        return preview(request, self.visible_or_404(request, str(object_id)))

    def add_view(self, request: HttpRequest, form_url: str = "", extra_context: Any = None) -> HttpResponseBase:
        """Start an article."""
        self.require_view(request)
        if not self.has_add_permission(request):
            raise PermissionDenied
        return editor_csp(self._start)(request)

    def change_view(
        self, request: HttpRequest, object_id: str, form_url: str = "", extra_context: Any = None
    ) -> HttpResponseBase:
        """Write, read and decide on one edition."""
        desk = Desk(request, self.visible_or_404(request, object_id))
        if request.method == "POST":
            return self._answer(desk)
        editing = desk.may_edit and (desk.edition.state != State.SUBMITTED or "edit" in request.GET)
        if editing:
            form = EditionForm(instance=desk.edition, asked_by=request)
            return self._write(desk, form, check="check" in request.GET)
        return read_page(self, desk)

    def _write(self, desk: Desk, form: EditionForm, **more: Any) -> HttpResponseBase:
        page = editor_csp(lambda request: write_page(self, desk, form, **more))
        return page(desk.request)

    def _start(self, request: HttpRequest) -> HttpResponseBase:
        form = StartForm(request.POST or None, asked_by=request)
        if request.method != "POST" or not form.is_valid():
            return start_page(self, request, form)
        now, by = moment_of(request), request.user
        try:
            with busy_is_refused():
                edition = publishing.start(
                    form.cleaned_data["department"],
                    by=by,  # type: ignore[arg-type]
                    now=now,
                    comments_open=form.cleaned_data["comments_open"],
                    **form.text(),
                )
        except Refused as refusal:
            messages.error(request, str(refusal))
            return start_page(self, request, form)
        return self._saved(request, edition)

    def _answer(self, desk: Desk) -> HttpResponseBase:
        request = desk.request
        name, seen = request.POST.get("_act", ""), request.POST.get("seen", "")
        if not _VERSION.fullmatch(seen):
            raise BadRequest("a button carries the version that was looked at")
        if is_act_beside_text(name):
            return self._decide(desk, name, int(seen))
        if name in ("save", "submit", "preview"):
            return self._take_text(desk, int(seen))
        raise BadRequest("no such act")

    def _decide(self, desk: Desk, name: str, seen: int) -> HttpResponseBase:
        """Do an act on the text as it stands; when refused, show the page again with what was typed."""
        form = desk.form_of(name, desk.request.POST)
        try:
            if form is None or form.is_valid():
                with busy_is_refused():
                    return do_beside_text(desk, name, form, seen)
        except Refused as refusal:
            messages.error(desk.request, str(refusal))
            problems = refusal.problems if isinstance(refusal, Incomplete) else []
            fresh = Desk(desk.request, self.visible_or_404(desk.request, str(desk.edition.pk)))
            return read_page(self, fresh, refused={name: form} if form else {}, problems=problems)
        return read_page(self, desk, refused={name: form})

    def _take_text(self, desk: Desk, seen: int) -> HttpResponseBase:
        """Store what was typed, and hand it over if asked to; nothing typed is lost when that is refused."""
        request = desk.request
        form = EditionForm(request.POST, instance=desk.edition, asked_by=request)
        if not form.is_valid():
            return self._write(desk, form, seen=seen)
        typed = form.text()
        try:
            with busy_is_refused():
                edition = publishing.edit(
                    desk.edition,
                    by=request.user,  # type: ignore[arg-type]
                    now=moment_of(request),
                    seen=seen,
                    **typed,
                )
        except Refused as refusal:
            messages.error(request, str(refusal))
            return self._keep_typed(request, desk.edition.pk, form, typed, seen, refusal)
        return self._saved(request, edition)

    def _keep_typed(
        self, request: HttpRequest, pk: int, form: EditionForm, typed: dict[str, Any], seen: int, refusal: Refused
    ) -> HttpResponseBase:
        """Show what was typed once more, beside the current text where that has changed."""
        fresh = Desk(request, self.visible_or_404(request, str(pk)))
        if fresh.may_edit and not isinstance(refusal, Stale):
            return self._write(fresh, form, seen=seen)
        conflict = differences(fresh.edition, typed)
        if fresh.may_edit:
            return self._write(fresh, form, seen=fresh.edition.version, conflict=conflict)
        return read_page(self, fresh, conflict=conflict)

    def _saved(self, request: HttpRequest, edition: Edition) -> HttpResponseBase:
        """Go on from a stored text: to its page, its preview, or to the approvers."""
        name = request.POST.get("_act", "")
        if name == "preview":
            from django.shortcuts import redirect

            return redirect("admin:news_edition_preview", edition.pk)
        if name != "submit":
            messages.success(request, gettext("Saved."))
            return to_edition(edition)
        try:
            with busy_is_refused():
                publishing.submit(
                    edition,
                    by=request.user,  # type: ignore[arg-type]
                    now=moment_of(request),
                    seen=edition.version,
                )
        except Incomplete:
            messages.warning(request, gettext("Saved, but not handed over yet: see what is missing below."))
            return to_edition(edition, "?check=1")
        except Refused as refusal:
            messages.error(request, str(refusal))
            return to_edition(edition)
        say_submitted(request)
        return to_edition(edition)

    def delete_view(self, request: HttpRequest, object_id: str, extra_context: Any = None) -> Any:
        """Nothing of the newsroom is deleted: 404 for what one may not see, 403 for the rest."""
        self.visible_or_404(request, object_id)
        raise PermissionDenied
