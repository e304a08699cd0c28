"""The acts of the desk. Each checks the right and the rule, makes the change and adds its record in one transaction;
admin, commands, imports and tests call the same functions.

Every act takes `by` (who), `now` (aware) and, on an existing edition, `seen`: the version that the person looked at.
Raises a `news.refusals.Refused` with nothing changed.
"""

from datetime import datetime
from typing import Any, cast

from django.db import IntegrityError, transaction
from django.db.models import F, Max
from django.utils.translation import gettext as _

from audit.record import record
from departments.models import Department, User
from departments.rights import WRITING, rights_of
from news.completeness import problems_of
from news.models import Article, Edition, EditionWriter, State, Takedown
from news.moves import MOVES, Move
from news.pictures import words
from news.pictures.borrowing import foreign_pictures
from news.refusals import Incomplete, NotAllowed, Refused, Stale
from richtext.cleaning import clean
from vietnamese.dates import day_and_clock

TEXT_FIELDS = (
    "category",
    "title",
    "lead",
    "body",
    "cover",
    "cover_alt",
    "byline",
    "source",
    "change_note",
    "minor_change",
)
# What a new edition takes over; the change note belongs to one edition alone.
_CARRIED_OVER = tuple(name for name in TEXT_FIELDS if name not in ("change_note", "minor_change"))


@transaction.atomic
def start(department: Department, *, by: User, now: datetime, comments_open: bool = True, **text: Any) -> Edition:
    """Start an article in `department` and return its first draft. `text` holds any of TEXT_FIELDS."""
    if not rights_of(by, now).may(WRITING, department.pk):
        raise NotAllowed(_("You don't write for %(department)s.") % {"department": department})
    _refuse_foreign_pictures(text, by=by, now=now)
    article = Article.objects.create(department=department, comments_open=comments_open, created_at=now, created_by=by)
    edition = _add_edition(article, by=by, now=now, text=text)
    record("article.started", article, by=by, now=now, edition=edition.pk)
    return edition


@transaction.atomic
def edit(edition: Edition, *, by: User, now: datetime, seen: int, **text: Any) -> Edition:
    """Change the text of an edition in work; whoever does becomes one of its writers."""
    edition = _claim(edition, MOVES["edit"], by=by, now=now, seen=seen)
    changed = sorted(name for name, value in text.items() if getattr(edition, name) != value)
    if not changed:
        return edition
    for name in changed:
        setattr(edition, name, text[name])
    if {"body", "cover"} & set(changed):
        shown = {"body": edition.body, "cover": edition.cover}
        _refuse_foreign_pictures(shown, by=by, now=now, article=edition.article)
    if edition.words_are_fixed:
        words.fix(edition)
    return _store(edition, "edition.edited", by=by, now=now, seen=seen, wrote=True, fields=changed)


@transaction.atomic
def submit(edition: Edition, *, by: User, now: datetime, seen: int) -> Edition:
    """Hand the text over for approval. Raises Incomplete with everything that readers would miss."""
    edition = _claim(edition, MOVES["submit"], by=by, now=now, seen=seen)
    _require_complete(edition, now)
    words.fix(edition)
    edition.state, edition.submitted_at, edition.submitted_by = State.SUBMITTED, now, by
    return _store(edition, "edition.submitted", by=by, now=now, seen=seen, wrote=True)


@transaction.atomic
def return_(edition: Edition, *, by: User, now: datetime, seen: int, note: str) -> Edition:
    """Give the text back to its writers with a note on what to do."""
    edition = _claim(edition, MOVES["return"], by=by, now=now, seen=seen, note=note)
    edition.state, edition.return_note = State.RETURNED, note
    return _store(edition, "edition.returned", by=by, now=now, seen=seen, reason=note)


@transaction.atomic
def discard(edition: Edition, *, by: User, now: datetime, seen: int, note: str = "") -> Edition:
    """Give up an edition in work; it stays on record."""
    edition = _claim(edition, MOVES["discard"], by=by, now=now, seen=seen)
    edition.state = State.DISCARDED
    return _store(edition, "edition.discarded", by=by, now=now, seen=seen, reason=note)


@transaction.atomic
def approve(
    edition: Edition,
    *,
    by: User,
    now: datetime,
    seen: int,
    live_from: datetime | None = None,
    live_until: datetime | None = None,
    dated_at: datetime | None = None,
) -> Edition:
    """Put the text out from `live_from` (now, where None) until `live_until`; the edition shown before ends there.

    `dated_at` is for imported news with an original date. Without `live_until` the edition takes over the rest of the
    interval of the one it replaces.
    """
    edition = _claim(edition, MOVES["approve"], by=by, now=now, seen=seen)
    _require_not_taken_down(edition, now)
    _require_complete(edition, now)
    starts = live_from or now
    if starts < now:
        raise Refused(_("The time to publish is past. Choose a later one, or publish now."))
    if live_until is not None and live_until <= starts:
        raise Refused(_("The end must be later than the start."))
    ends = _make_room(edition, starts, live_until, by=by, now=now)
    edition.state, edition.approved_at, edition.approved_by = State.APPROVED, now, by
    edition.live_from, edition.live_until, edition.planned_until = starts, ends, ends
    edition.dated_at = _date_for_readers(edition, starts, dated_at)
    edition.department = edition.article.department
    data: dict[str, Any] = {"live_from": starts.isoformat(), "live_until": ends.isoformat() if ends else None}
    try:
        return _store(edition, "edition.approved", by=by, now=now, seen=seen, **data)
    except IntegrityError as error:
        raise Refused(_("Another version of this article is shown at that time. Look at it first.")) from error


@transaction.atomic
def revise(edition: Edition, *, by: User, now: datetime, seen: int) -> Edition:
    """Open a new edition of a published article, prefilled from `edition`."""
    edition = _claim(edition, MOVES["revise"], by=by, now=now, seen=seen)
    _require_not_taken_down(edition, now)
    if edition.article.editions.open().exists():
        raise Refused(_("This article has a version in work already. Continue with that one."))
    text = {name: getattr(edition, name) for name in _CARRIED_OVER}
    fresh = _add_edition(edition.article, by=by, now=now, text=text)
    record("edition.revised", fresh, by=by, now=now, version=seen, source=edition.pk)
    return fresh


@transaction.atomic
def end(edition: Edition, *, by: User, now: datetime, seen: int, note: str) -> Edition:
    """Stop showing an edition now, or call off one that is scheduled; the slot of a schedule called off goes back."""
    edition = _claim(edition, MOVES["end"], by=by, now=now, seen=seen, note=note)
    begins = _begins(edition)
    stops = max(now, begins)
    had_until = edition.live_until
    if had_until is not None and had_until <= stops:
        raise Refused(_("This version is no longer shown."))
    Edition.objects.filter(pk=edition.pk).update(live_until=stops)
    if stops == begins:
        _give_slot_back(edition, stops, by=by, now=now)
    edition.live_until = stops
    record("edition.ended", edition, by=by, now=now, version=seen, reason=note, stops=stops.isoformat())
    return edition


@transaction.atomic
def take_down(edition: Edition, *, by: User, now: datetime, seen: int, kind: str, note: str) -> Takedown:
    """Take the whole article down: none of its editions is public from `now` on, and readers are told `note`."""
    edition = _claim(edition, MOVES["take_down"], by=by, now=now, seen=seen, note=note)
    if edition.article.takedowns.at(now).exists():
        raise Refused(_("This article has been taken down already."))
    takedown = Takedown.objects.create(article=edition.article, kind=kind, reason=note, since=now, taken_down_by=by)
    record("article.taken_down", edition.article, by=by, now=now, version=seen, reason=note, kind=kind)
    return takedown


def _claim(edition: Edition, move: Move, *, by: User, now: datetime, seen: int, note: str | None = None) -> Edition:
    """Lock the article and return the edition as it is now, if `by` may make this `move` from what was `seen`."""
    Article.objects.select_for_update(no_key=True).get(pk=edition.article_id)
    current = Edition.objects.select_related("article__department", "category", "cover", "changed_by").get(
        pk=edition.pk
    )
    if not rights_of(by, now).may(move.roles, current.article.department_id):
        raise NotAllowed(
            _("Your roles don't allow this for %(department)s.") % {"department": current.article.department}
        )
    if current.version != seen:
        raise Stale(current)
    if current.state not in move.sources:
        raise Refused(
            _("This version is “%(state)s”, so this step is no longer possible.")
            % {"state": current.get_state_display()}
        )
    if move.four_eyes and current.writers.filter(user=by).exists():
        raise NotAllowed(_("You wrote part of this text, so somebody else has to approve it."))
    if note is not None and not note.strip():
        raise Refused(_("Write down why."))
    return current


def _require_complete(edition: Edition, now: datetime) -> None:
    if problems := problems_of(edition, now):
        raise Incomplete(problems)


def _require_not_taken_down(edition: Edition, now: datetime) -> None:
    if edition.article.takedowns.at(now).exists():
        raise Refused(_("This article has been taken down, so nobody would see a new version. Write a new article."))


def _refuse_foreign_pictures(text: dict[str, Any], *, by: User, now: datetime, article: Article | None = None) -> None:
    body = clean(text.get("body") or "")
    if problems := foreign_pictures(body, text.get("cover"), by=by, now=now, article=article):
        raise Incomplete(problems)


def _add_edition(article: Article, *, by: User, now: datetime, text: dict[str, Any]) -> Edition:
    last = article.editions.aggregate(last=Max("number"))["last"] or 0
    edition = Edition.objects.create(
        article=article,
        number=last + 1,
        department=article.department,
        created_at=now,
        created_by=by,
        changed_at=now,
        changed_by=by,
        **text,
    )
    EditionWriter.objects.create(edition=edition, user=by)
    return edition


def _store(
    edition: Edition,
    act: str,
    *,
    by: User,
    now: datetime,
    seen: int,
    reason: str = "",
    wrote: bool = False,
    **data: Any,
) -> Edition:
    edition.version += 1
    if wrote:
        edition.changed_at, edition.changed_by = now, by
        EditionWriter.objects.get_or_create(edition=edition, user=by)
    edition.save()
    record(act, edition, by=by, now=now, version=seen, reason=reason, **data)
    return edition


def _make_room(
    edition: Edition, starts: datetime, ends: datetime | None, *, by: User, now: datetime
) -> datetime | None:
    """End the edition shown at `starts` there, and return when the new one has to end."""
    shown = [other for other in edition.article.editions.approved() if other.live_until != _begins(other)]
    for other in shown:
        if _begins(other) >= starts:
            planned = {"number": other.number, "time": day_and_clock(_begins(other))}
            raise Refused(
                _("Version %(number)d is scheduled for %(time)s and would replace this one. Call that off first.")
                % planned
            )
    for other in shown:
        if other.live_until is None or starts < other.live_until:
            ends = ends or other.planned_until
            _move_end(other, starts, "edition.superseded", by=by, now=now)
    return ends


def _give_slot_back(edition: Edition, stops: datetime, *, by: User, now: datetime) -> None:
    """Let the edition that a schedule had cut short go on to its own planned end."""
    before = edition.article.editions.approved().filter(live_until=stops, live_from__lt=stops).first()
    if before is not None:
        _move_end(before, before.planned_until, "edition.resumed", by=by, now=now)


def _move_end(edition: Edition, ends: datetime | None, act: str, *, by: User, now: datetime) -> None:
    was = edition.live_until
    Edition.objects.filter(pk=edition.pk).update(live_until=ends)
    told: dict[str, Any] = {"live_until": ends.isoformat() if ends else None, "was": was.isoformat() if was else None}
    record(act, edition, by=by, now=now, version=edition.version, **told)


def _begins(edition: Edition) -> datetime:
    # The database holds that each approved edition has a beginning.
    return cast(datetime, edition.live_from)


def _date_for_readers(edition: Edition, starts: datetime, original: datetime | None) -> datetime:
    """The date of the first publication, or the original one of imported news."""
    shown = edition.article.editions.approved().exclude(live_until=F("live_from"))
    first = shown.order_by("dated_at").first()
    if first is not None and first.dated_at is not None and first.dated_at <= starts:
        return first.dated_at
    return original or starts
