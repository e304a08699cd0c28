"""How an edition stands at a moment: its state, or what follows from its interval."""

from datetime import datetime
from typing import Any

from django.db.models import Case, CharField, Exists, F, OuterRef, Q, QuerySet, Value, When
from django.utils.functional import Promise
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext_lazy as _

from news.models import Edition, State, Takedown

SCHEDULED, LIVE, SUPERSEDED = "scheduled", "live", "superseded"
EXPIRED, ENDED = "expired", "ended"
CALLED_OFF, WITHDRAWN = "called_off", "withdrawn"

# In the order in which the desk meets them.
NAMES: dict[str, str | Promise] = {
    **{value: label for value, label in State.choices if value not in (State.APPROVED, State.REVIEWED)},
    SCHEDULED: _("scheduled"),
    LIVE: _("live"),
    SUPERSEDED: _("superseded"),
    EXPIRED: _("expired"),
    ENDED: _("stopped by somebody"),
    CALLED_OFF: _("called off"),
    WITHDRAWN: _("taken down"),
}
ALL_NAMES = {**dict(State.choices), **NAMES}


def with_standing(editions: QuerySet[Any], now: datetime) -> Any:
    """Annotate each edition with `standing` at `now`: one of NAMES."""
    down = Exists(Takedown.objects.filter(article=OuterRef("article")).at(now))
    followed = Exists(
        Edition.objects.approved()
        .filter(article=OuterRef("article"), live_from=OuterRef("live_until"))
        .exclude(pk=OuterRef("pk"))
    )
    return editions.annotate(
        standing=Case(
            When(~Q(state=State.APPROVED), then=F("state")),
            When(live_until=F("live_from"), then=Value(CALLED_OFF)),
            When(Q(live_until__lte=now) & followed, then=Value(SUPERSEDED)),
            # At the end that was planned for it, or before: then somebody ended it.
            When(live_until__lte=now, live_until=F("planned_until"), then=Value(EXPIRED)),
            When(live_until__lte=now, then=Value(ENDED)),
            When(down, then=Value(WITHDRAWN)),
            When(live_from__gt=now, then=Value(SCHEDULED)),
            default=Value(LIVE),
            output_field=CharField(),
        )
    )


def badge(standing: str) -> SafeString:
    """Return the standing as people see it."""
    return format_html('<span class="badge badge-{}">{}</span>', standing.replace("_", "-"), ALL_NAMES[standing])
