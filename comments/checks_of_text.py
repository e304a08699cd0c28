"""What is looked at before a person looks: one ordered list of small pure functions, each with verdict and evidence."""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from enum import StrEnum
from typing import Any

from django.conf import settings
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext_lazy

from vietnamese.dates import clock

MIN_LENGTH = 10
# Rates are counted over the last minutes. Many readers of a province can share one address of their mobile network, so
# the window is short: who has to come back, comes back soon.
RATE_WINDOW = timedelta(minutes=10)


class Verdict(StrEnum):
    """What follows from one check."""

    PASS = "pass"  # noqa: S105 - not a password
    NOTE = "note"  # the moderator is told
    SPAM = "spam"  # kept apart from the queue, where a moderator may still find it
    REPEAT = "repeat"  # the same person sent the same before: nothing is added
    ASK = "ask"  # the reader is asked to change something
    LATER = "later"  # the reader is asked to come back
    CLOSED = "closed"  # nobody may comment here


@dataclass(frozen=True)
class Facts:
    """All that the checks look at: what was typed, and what the database says of others."""

    text: str
    is_open: bool = True
    trap: str = ""
    # How old the form is; None where its stamp isn't genuine.
    age: timedelta | None = None
    # The same sender, name and text on this article, waiting or shown.
    is_repeat: bool = False
    # How many others have the same words.
    same_text: int = 0
    # The limits that are reached, by name, each with the time from which there is room again.
    full_until: Mapping[str, datetime] = field(default_factory=dict)


@dataclass(frozen=True)
class Finding:
    """What one check says. `evidence` is JSON; `field` and `message` are for the reader."""

    check: str
    verdict: Verdict = Verdict.PASS
    evidence: dict[str, Any] = field(default_factory=dict)
    field: str | None = None
    message: str | Promise = ""
    retry_at: datetime | None = None


def closed(facts: Facts) -> Finding:
    """Take nothing where comments are closed."""
    if facts.is_open:
        return Finding("closed")
    return Finding("closed", Verdict.CLOSED, message=_("Comments on this article have been closed meanwhile."))


def length(facts: Facts) -> Finding:
    """Ask for a text that is neither nothing nor a book, in characters as people count them (NFC)."""
    count, limit = len(facts.text), settings.COMMENT_MAX_LENGTH
    if count < MIN_LENGTH:
        message: Any = ngettext_lazy(
            "Write at least %(limit)d character; so far there is %(count)d.",
            "Write at least %(limit)d characters; so far there are %(count)d.",
            "limit",
        ) % {"limit": MIN_LENGTH, "count": count}
    elif count > limit:
        message = _("The text has %(count)d characters, %(over)d more than the %(limit)d there is room for.") % {
            "count": count,
            "over": count - limit,
            "limit": limit,
        }
    elif "\ufffd" in facts.text:
        message = _("Some characters arrived damaged (shown as �). Write them again.")
    else:
        return Finding("length")
    return Finding("length", Verdict.ASK, {"characters": count}, "text", message)


def same_text(facts: Facts) -> Finding:
    """Add nothing when somebody presses the button twice; tell the moderator of the same words from elsewhere."""
    if facts.is_repeat:
        return Finding("same_text", Verdict.REPEAT)
    if facts.same_text:
        return Finding("same_text", Verdict.NOTE, {"others": facts.same_text})
    return Finding("same_text")


def honeypot(facts: Facts) -> Finding:
    """Set apart what was filled in by a machine: people don't see that field."""
    if not facts.trap:
        return Finding("honeypot")
    return Finding("honeypot", Verdict.SPAM, {"filled_with": facts.trap[:100]})


def form_age(facts: Facts) -> Finding:
    """Ask to send once more what comes faster than anybody types, too late, or with a stamp that isn't ours."""
    if facts.age is None:
        message = _("This form isn't one of this page any more. What you typed is kept: please send it again.")
    elif facts.age < timedelta(seconds=settings.COMMENT_STAMP_MIN_SECONDS):
        message = _("That was very fast. What you typed is kept: please look it over and send it again.")
    elif facts.age > timedelta(seconds=settings.COMMENT_STAMP_MAX_SECONDS):
        message = _("The page had been open for very long. What you typed is kept: please send it again.")
    else:
        return Finding("form_age")
    seconds = None if facts.age is None else int(facts.age.total_seconds())
    return Finding("form_age", Verdict.ASK, {"seconds": seconds}, message=message)


def rate(facts: Facts) -> Finding:
    """Ask to come back when more comes from one network, on one article or on all than people can look at."""
    if not facts.full_until:
        return Finding("rate")
    retry_at = max(facts.full_until.values())
    message = _(
        "So many comments are arriving just now that yours can't be taken yet. "
        "What you typed is kept: please send it again after %(time)s."
    ) % {"time": clock(retry_at + timedelta(minutes=1))}
    return Finding("rate", Verdict.LATER, {"limits": sorted(facts.full_until)}, message=message, retry_at=retry_at)


def links(facts: Facts) -> Finding:
    """Ask for fewer links than the limit allows, and tell the moderator of each: planted links are the usual attack."""
    count, limit = count_links(facts.text), settings.COMMENT_MAX_LINKS
    if count > limit:
        message = ngettext_lazy(
            "A comment may hold %(limit)d link at most. Describe the others in words.",
            "A comment may hold %(limit)d links at most. Describe the others in words.",
            "limit",
        ) % {"limit": limit}
        return Finding("links", Verdict.ASK, {"links": count}, "text", message)
    return Finding("links", Verdict.NOTE, {"links": count}) if count else Finding("links")


# In this order for readers; it is also the order in which the moderator reads the evidence.
CHECKS: tuple[Callable[[Facts], Finding], ...] = (closed, length, same_text, honeypot, form_age, rate, links)


def findings_on(facts: Facts) -> list[Finding]:
    """Return what every check says, in their order."""
    return [check(facts) for check in CHECKS]


_LINK = re.compile(
    r"""(?:https?://|www\.)\S+                    # an address as browsers write it
    | (?<![\w@.-])[a-z0-9-]{2,63}(?:\.[a-z0-9-]{1,63}){0,5}    # a bare host, which isn't part of an e-mail address
      (?:\.(?:com|net|org|info|biz|vn|xyz|club|online|site|shop|bet|asia|ru|cn)\b | \.[a-z]{2,10}/\S)
    """,
    re.IGNORECASE | re.VERBOSE,
)


def count_links(text: str) -> int:
    """Return how many web addresses the text holds, bare host names included."""
    return sum(1 for _match in _LINK.finditer(text))
