"""What a reader meets on the way: the form's post, the thanks, the page on personal data."""

import logging
from datetime import datetime
from typing import Any

from django.db import OperationalError
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_http_methods, require_safe

from comments import consent
from comments.addresses import thanks_url, write_url
from comments.checks_of_text import Verdict
from comments.forms import CommentForm
from comments.lists import page_of
from comments.models import Comment
from comments.protection import Stamp, is_from_own_page, read_stamp
from comments.sender import address_of, sender_hash
from comments.submission import Letter, NotTaken, submit
from news.models import Edition
from news.views import article, article_context, place_in
from vietnamese.text import nfc

log = logging.getLogger(__name__)

# How long a reader waits before sending again what a busy database did not take.
BUSY_SECONDS = 30


# The form is part of a page that is the same for everybody, so it carries no token and needs no cookie; in their place
# stand the browser's word on where the form was, and the signed stamp (comments.protection; DESIGN.md §8).
@csrf_exempt
@require_http_methods(["GET", "HEAD", "POST"])
def write(request: HttpRequest, slug: str, pk: str) -> HttpResponse:
    """Take a comment; to whoever only looks, show all that are on the article."""
    now = timezone.now()
    edition = _public_edition(int(pk), now)
    if edition is None:
        return _as_the_article_answers(request, slug, pk)
    return _take(request, edition, now) if request.method == "POST" else _show_all(request, edition, now)


@never_cache
def _take(request: HttpRequest, edition: Edition, now: datetime) -> HttpResponse:
    """Take a comment, or show the article again with everything that was typed and each problem at its field."""
    if not is_from_own_page(request):
        return render(request, "comments/refused.html", _page_context(edition, now), status=403)
    form = CommentForm.sent(request.POST)
    stamp = read_stamp(nfc(request.POST.get("stamp", "")), edition.article_id)
    if form.is_valid():
        try:
            _submit(request, edition, form, stamp, now)
        except NotTaken as refusal:
            form.take(refusal)
            return _form_again(request, edition, form, now, refusal)
        except OperationalError:
            log.exception("A comment could not be stored")
            form.add_error(None, _("Your comment has not been stored because the portal is busy. Send it again soon."))
            response = _form_again(request, edition, form, now)
            response.status_code = 503
            response["Retry-After"] = str(BUSY_SECONDS)
            return response
        return _see_other(thanks_url(edition))
    return _form_again(request, edition, form, now)


def _show_all(request: HttpRequest, edition: Edition, now: datetime) -> HttpResponse:
    """Show the comments on an article, all of them, fifty a page."""
    shown = Comment.objects.shown(edition.article_id).defer("text_folded", "email", "evidence", "reason")
    before, after = place_in(request, "truoc"), place_in(request, "sau")
    if before and after:
        raise Http404
    page, first = page_of(shown, before=before, after=after), write_url(edition)
    if (before or after) and not page.comments:
        raise Http404
    if after and page.newer is None:
        # At the top there may be fewer than a page of newer ones; the first page has them all.
        return redirect(first)
    context = {
        "page": page,
        "total": shown.count(),
        "first_url": first if before or after else "",
        "newer_url": f"{first}?sau={page.newer}" if page.newer else "",
        "older_url": f"{first}?truoc={page.older}" if page.older else "",
    }
    return render(request, "comments/all.html", {**_page_context(edition, now), **context})


@never_cache
@require_safe
def thanks(request: HttpRequest, slug: str, pk: str) -> HttpResponse:
    """Say what happens next with the comment."""
    now = timezone.now()
    edition = _public_edition(int(pk), now)
    if edition is None:
        return _as_the_article_answers(request, slug, pk)
    return render(request, "comments/thanks.html", _page_context(edition, now))


@require_safe
def privacy(request: HttpRequest) -> HttpResponse:
    """Tell readers what is kept of them, why, for how long and what they can ask for: the text that they consent to."""
    context = {"version": consent.VERSION, "since": consent.IN_FORCE_SINCE, "now": timezone.now()}
    return render(request, "comments/privacy.html", context)


def _submit(request: HttpRequest, edition: Edition, form: CommentForm, stamp: Stamp | None, now: datetime) -> None:
    typed = form.cleaned_data
    letter = Letter(
        text=typed["text"],
        name=typed["name"],
        email=typed["email"],
        trap=typed["website"],
        age=stamp.age(now) if stamp else None,
    )
    submit(
        edition.article,
        letter,
        sender=sender_hash(address_of(request)),
        # What the page said when it was rendered; without a stamp the act refuses.
        consent_version=stamp.consent_version if stamp else consent.VERSION,
        now=now,
    )


def _form_again(
    request: HttpRequest, edition: Edition, form: CommentForm, now: datetime, refusal: NotTaken | None = None
) -> HttpResponse:
    context: dict[str, Any] = {**article_context(edition, now), "comment_form": form}
    later = refusal.first(Verdict.LATER) if refusal else None
    response = render(request, "news/article.html", context, status=429 if later else 422)
    if later and later.retry_at:
        response["Retry-After"] = str(max(1, int((later.retry_at - now).total_seconds()) + 1))
    return response


def _see_other(url: str) -> HttpResponse:
    response = HttpResponseRedirect(url)
    response.status_code = 303
    return response


def _public_edition(pk: int, now: datetime) -> Edition | None:
    """Return what readers see of the article, if they see it."""
    return Edition.objects.public(now).for_article().filter(article=pk).first()


def _as_the_article_answers(request: HttpRequest, slug: str, pk: str) -> HttpResponse:
    """Answer as the page of an article does that readers don't see: 404, or 410 with the reason."""
    request.method = "GET"
    return article(request, pk, slug)


def _page_context(edition: Edition, now: datetime) -> dict[str, Any]:
    return {"edition": edition, "department": edition.department, "now": now}
