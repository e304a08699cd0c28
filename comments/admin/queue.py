"""The queue: what waits, the oldest first, and the buttons that settle it."""

from collections.abc import Iterable
from typing import Any

from django.contrib import admin, messages
from django.db.models import Q, QuerySet
from django.http import Http404, HttpRequest, HttpResponse, QueryDict
from django.shortcuts import redirect
from django.template.loader import render_to_string
from django.template.response import TemplateResponse
from django.urls import URLPattern, path, reverse
from django.utils.safestring import SafeString
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_POST

from audit.names import name_acts
from audit.record import entries_of
from comments import privacy
from comments.admin.decisions import carry_out, seen_as_text, seen_in
from comments.admin.filters import ArticleFilter, DepartmentFilter, StateFilter
from comments.admin.reasons import ReasonForm
from comments.evidence import in_words
from comments.models import Comment, State
from comments.moderation import MOVES, offered
from departments.access import RightsAdmin, moment_of
from departments.models import Role
from departments.refusals import Refused, busy_is_refused
from news.models import Edition
from vietnamese.dates import local
from vietnamese.text import fold, nfc

EARLIER_AT_MOST = 10

name_acts(
    {
        "comment.sent": _("comment sent"),
        "comment.approved": _("comment approved"),
        "comment.rejected": _("comment refused"),
        "comment.marked_spam": _("comment put with the spam"),
        "comment.reopened": _("comment waits again"),
        "comment.erased": _("reader’s data erased"),
    }
)


@admin.register(Comment)
class CommentAdmin(RightsAdmin):
    """What readers wrote, for the moderators of the article's department. The text can't be changed by anybody."""

    roles = (Role.MODERATOR,)
    list_display = ("comment", "on_article", "sent", "decision")
    list_display_links = ("sent",)
    list_filter = (StateFilter, ("sent_at", admin.DateFieldListFilter), DepartmentFilter, ArticleFilter)
    search_fields = ("text_folded",)
    search_help_text = _("Words of the comment, with or without marks, or a name as it is written")
    list_per_page = 50
    list_select_related = ("article__department", "decided_by")
    show_full_result_count = False
    show_facets = admin.ShowFacets.NEVER
    actions = ("approve_chosen", "reject_chosen", "spam_chosen", "reopen_chosen")

    class Media:
        """The list's own look."""

        css = {"all": ("comments/moderation.css",)}

    def get_urls(self) -> list[URLPattern]:
        """Add the addresses that the buttons post to."""
        decide = self.admin_site.admin_view(require_POST(self.decide_view))
        erase = self.admin_site.admin_view(require_POST(self.erase_view))
        return [
            path("quyet-dinh/<slug:move>/", decide, name="comments_comment_decide"),
            path("<int:object_id>/xoa-du-lieu/", erase, name="comments_comment_erase"),
            *super().get_urls(),
        ]

    def get_queryset(self, request: HttpRequest) -> QuerySet[Comment]:
        """Return what this person decides on, with the articles' titles."""
        return super().get_queryset(request).with_titles()  # type: ignore[attr-defined]

    def changelist_view(self, request: HttpRequest, extra_context: dict[str, Any] | None = None) -> HttpResponse:
        """Show the list. Nothing is ever decided across its pages: only what a page shows has been seen."""
        if "select_across" in request.POST:
            posted = request.POST.copy()
            del posted["select_across"]
            request.POST = posted  # type: ignore[assignment]
        return super().changelist_view(request, extra_context)

    def get_ordering(self, request: HttpRequest) -> tuple[str, str]:
        """Put the longest waiting first; what is settled, the newest first."""
        waiting = request.GET.get("state", State.PENDING) == State.PENDING
        return ("sent_at", "pk") if waiting else ("-sent_at", "-pk")

    def get_search_results(
        self, request: HttpRequest, queryset: QuerySet[Comment], search_term: str
    ) -> tuple[QuerySet[Comment], bool]:
        """Find comments that have all the words: in the text with marks or without, in the name as it is written."""
        for word in nfc(search_term).split()[:8]:
            queryset = queryset.filter(Q(text_folded__contains=fold(word)) | Q(name__icontains=word))
        return queryset, False

    # --- Columns ---------------------------------------------------------------------------------------------------

    @admin.display(description=_("comment"))
    def comment(self, obj: Comment) -> SafeString:
        """What was said, by whom, and what the checks found."""
        return render_to_string("admin/comments/comment/row.html", {"comment": obj, "evidence": in_words(obj.evidence)})

    @admin.display(description=_("article"))
    def on_article(self, obj: Comment) -> SafeString:
        """Where it was said."""
        return render_to_string("admin/comments/comment/row_article.html", {"comment": obj})

    @admin.display(description=_("sent"), ordering="sent_at")
    def sent(self, obj: Comment) -> str:
        """When it was sent."""
        return f"{local(obj.sent_at):%d/%m/%Y %H:%M}"

    @admin.display(description=_("decision"))
    def decision(self, obj: Comment) -> SafeString:
        """What has been decided, and what can be."""
        return render_to_string(
            "admin/comments/comment/row_decision.html", {"comment": obj, "moves": offered(obj.state), "in_list": True}
        )

    # --- Actions on the chosen ones ----------------------------------------------------------------------------------

    @admin.action(description=_("Approve the chosen comments: readers see them"))
    def approve_chosen(self, request: HttpRequest, queryset: QuerySet[Comment]) -> HttpResponse:
        """Approve all that are chosen."""
        return self._decide_chosen(request, "approve", queryset)

    @admin.action(description=_("Refuse the chosen comments: asks for the reason"))
    def reject_chosen(self, request: HttpRequest, queryset: QuerySet[Comment]) -> HttpResponse:
        """Refuse all that are chosen."""
        return self._decide_chosen(request, "reject", queryset)

    @admin.action(description=_("Put the chosen comments with the spam"))
    def spam_chosen(self, request: HttpRequest, queryset: QuerySet[Comment]) -> HttpResponse:
        """Put all that are chosen with the spam."""
        return self._decide_chosen(request, "spam", queryset)

    @admin.action(description=_("Undo: let the chosen comments wait again"))
    def reopen_chosen(self, request: HttpRequest, queryset: QuerySet[Comment]) -> HttpResponse:
        """Let all that are chosen wait again."""
        return self._decide_chosen(request, "reopen", queryset)

    # --- Pages -------------------------------------------------------------------------------------------------------

    def change_view(
        self, request: HttpRequest, object_id: str, form_url: str = "", extra_context: dict[str, Any] | None = None
    ) -> HttpResponse:
        """Show one comment with all that helps to decide on it; 404 for somebody else's."""
        return self._one(request, self.visible_or_404(request, object_id))

    def _one(self, request: HttpRequest, comment: Comment, erase_reason: str = "") -> HttpResponse:
        earlier = Comment.objects.from_sender(comment.sender_hash).exclude(pk=comment.pk)
        earlier = earlier.none() if privacy.is_erased(comment) else earlier.filter(sent_at__lte=comment.sent_at)
        context = {
            **self._page(request, _("Reader comment")),
            "comment": comment,
            "edition": Edition.objects.public(moment_of(request)).filter(article=comment.article_id).first(),
            "evidence": in_words(comment.evidence),
            "moves": offered(comment.state),
            "earlier": self.visible(earlier, request)[:EARLIER_AT_MOST],
            "is_erased": privacy.is_erased(comment),
            "erase_reason": erase_reason,
            "entries": entries_of(comment),
            "filters": request.GET.get("_changelist_filters", ""),
        }
        return TemplateResponse(request, "admin/comments/comment/one.html", context)

    def decide_view(self, request: HttpRequest, move: str) -> HttpResponse:
        """Take the press of a button on one comment or several."""
        self.require_view(request)
        seen = seen_in(request.POST.get("one", ""))
        comments = self.get_queryset(request).filter(pk__in=seen)
        if move not in MOVES or not comments:
            raise Http404
        return self._decide(request, move, comments, seen)

    def erase_view(self, request: HttpRequest, object_id: int) -> HttpResponse:
        """Erase a reader's data on request (Law 91/2025/QH15)."""
        comment = self.visible_or_404(request, str(object_id))
        reason = request.POST.get("reason", "")[: privacy.REASON_AT_MOST]
        try:
            with busy_is_refused():
                privacy.erase(comment, by=request.user, now=moment_of(request), reason=reason)  # type: ignore[arg-type]
        except Refused as refusal:
            messages.error(request, str(refusal))
            return self._one(request, comment, reason)
        messages.success(request, _("The data of the reader has been erased."))
        return redirect("admin:comments_comment_change", comment.pk)

    # --- What both share ---------------------------------------------------------------------------------------------

    def _decide(
        self, request: HttpRequest, move: str, comments: Iterable[Comment], seen: dict[int, str]
    ) -> HttpResponse:
        reason, comments = "", list(comments)
        if comments and MOVES[move].needs_reason:
            form = ReasonForm(request.POST if "confirmed" in request.POST else None)
            if not form.is_valid():
                return self._ask_reason(request, move, comments, seen, form)
            reason = form.cleaned_data["reason"]
        left = carry_out(request, move, comments, seen, moment_of(request), reason)
        if left and reason:
            # Nobody types a reason twice.
            return self._ask_reason(request, move, left, seen, form)
        filters = QueryDict(request.POST.get("filters", "")).urlencode()
        return redirect(reverse("admin:comments_comment_changelist") + (f"?{filters}" if filters else ""))

    def _ask_reason(
        self, request: HttpRequest, move: str, comments: list[Comment], seen: dict[int, str], form: ReasonForm
    ) -> HttpResponse:
        sources = MOVES[move].sources
        context = {
            **self._page(request, _("Refuse comments")),
            "form": form,
            "move": move,
            "waiting": [comment for comment in comments if comment.state == State.PENDING],
            "shown": [comment for comment in comments if comment.state == State.APPROVED],
            "left_alone": [comment for comment in comments if comment.state not in sources],
            "one": seen_as_text(comments, seen),
            "filters": request.POST.get("filters", ""),
        }
        status = 422 if form.is_bound else 200
        return TemplateResponse(request, "admin/comments/comment/reason.html", context, status=status)

    def _decide_chosen(self, request: HttpRequest, move: str, chosen: QuerySet[Comment]) -> HttpResponse:
        """Decide on those that are chosen and that the list showed: nobody decides on what they haven't seen."""
        seen = seen_in(" ".join(request.POST.getlist("seen")))
        return self._decide(request, move, chosen.filter(pk__in=seen), seen)

    def _page(self, request: HttpRequest, title: Any) -> dict[str, Any]:
        return {**self.admin_site.each_context(request), "title": title, "opts": self.opts, "media": self.media}
