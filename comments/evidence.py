"""What the checks found, in words for the moderator."""

from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import ngettext


def in_words(evidence: list[dict[str, Any]]) -> list[str]:
    """Return one sentence for each finding that is kept with a comment."""
    return [_WORDS.get(str(finding.get("check")), _unknown)(finding) for finding in evidence]


def _links(finding: dict[str, Any]) -> str:
    count = finding.get("links", 0)
    return ngettext("Holds %(count)d link.", "Holds %(count)d links.", count) % {"count": count}


def _same_text(finding: dict[str, Any]) -> str:
    count = finding.get("others", 0)
    return ngettext(
        "%(count)d other comment on this article has the same words.",
        "%(count)d other comments on this article have the same words.",
        count,
    ) % {"count": count}


def _honeypot(finding: dict[str, Any]) -> str:
    return _("A field that people don't see was filled in with “%(text)s”: most likely a machine.") % {
        "text": finding.get("filled_with", "")
    }


def _unknown(finding: dict[str, Any]) -> str:
    return _("Noted by the check “%(check)s”.") % {"check": finding.get("check", "?")}


_WORDS = {"links": _links, "same_text": _same_text, "honeypot": _honeypot}
