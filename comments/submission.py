"""The act of a reader: sending a comment. It waits for a moderator, or is refused with everything that is wrong."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta

from django.conf import settings
from django.db import transaction

from audit.record import record
from comments.checks_of_text import RATE_WINDOW, Facts, Finding, Verdict, findings_on
from comments.models import Comment, State
from news.models import Article
from news.refusals import Refused
from vietnamese.text import fold, nfc

_IN_THE_WAY = (Verdict.CLOSED, Verdict.LATER, Verdict.ASK)


@dataclass(frozen=True)
class Letter:
    """What a reader sends. `age`: how old the form is, None where its stamp isn't genuine."""

    text: str
    name: str = ""
    email: str = ""
    trap: str = ""
    age: timedelta | None = None


class NotTaken(Refused):
    """The comment was not taken; `findings` say what the reader can do."""

    def __init__(self, findings: Iterable[Finding]) -> None:
        self.findings = list(findings)
        super().__init__(" ".join(str(finding.message) for finding in self.findings))

    def first(self, verdict: Verdict) -> Finding | None:
        """Return the first finding with that verdict, if there is one."""
        return next((finding for finding in self.findings if finding.verdict == verdict), None)


@transaction.atomic
def submit(article: Article, letter: Letter, *, sender: str, consent_version: str, now: datetime) -> Comment:
    """Take a comment on `article` and return it; pressed twice, it is taken once.

    `sender` is a `comments.sender.sender_hash`. Raises NotTaken with nothing changed.
    """
    # One at a time on each article: two posts at once are each other's repetition, and both count.
    article = Article.objects.select_for_update(no_key=True).get(pk=article.pk)
    text, name = normal(letter.text), " ".join(nfc(letter.name).split())
    repeated = _repeated(article, text, name, sender)
    findings = findings_on(_facts(article, text, letter, sender=sender, repeated=repeated, now=now))
    if in_the_way := [finding for finding in findings if finding.verdict in _IN_THE_WAY]:
        raise NotTaken(in_the_way)
    if repeated is not None:
        return repeated
    is_spam = any(finding.verdict == Verdict.SPAM for finding in findings)
    comment = Comment.objects.create(
        article=article,
        name=name,
        text=text,
        email=letter.email,
        state=State.SPAM if is_spam else State.PENDING,
        decided_at=now if is_spam else None,
        sent_at=now,
        consent_version=consent_version,
        sender_hash=sender,
        evidence=[
            {"check": finding.check, "verdict": finding.verdict.value, **finding.evidence}
            for finding in findings
            if finding.verdict != Verdict.PASS
        ],
    )
    record(
        "comment.sent",
        comment,
        by=None,
        now=now,
        department_id=article.department_id,
        article=article.pk,
        state=str(comment.state),
    )
    return comment


def normal(text: str) -> str:
    """Return a typed text in the one form in which it is measured, compared and stored."""
    return nfc(text).replace("\r\n", "\n").replace("\r", "\n").strip()


def _facts(
    article: Article, text: str, letter: Letter, *, sender: str, repeated: Comment | None, now: datetime
) -> Facts:
    same = (
        Comment.objects.filter(article=article, text_folded=fold(text)) if repeated is None else Comment.objects.none()
    )
    return Facts(
        text=text,
        is_open=article.comments_open,
        trap=letter.trap,
        age=letter.age,
        is_repeat=repeated is not None,
        same_text=same.count(),
        full_until={} if repeated is not None else _full_until(article, sender, now),
    )


def _repeated(article: Article, text: str, name: str, sender: str) -> Comment | None:
    same = Comment.objects.from_sender(sender).filter(article=article, name=name, text=text)
    return same.filter(state__in=(State.PENDING, State.APPROVED)).first()


def _full_until(article: Article, sender: str, now: datetime) -> dict[str, datetime]:
    """Return the limits that are reached, each with the time at which its oldest counted comment leaves the window."""
    recent = Comment.objects.sent_after(now - RATE_WINDOW).filter(sent_at__lte=now)
    counted = {
        "sender": (recent.filter(sender_hash=sender), settings.COMMENT_RATE_PER_SENDER),
        "article": (recent.filter(article=article), settings.COMMENT_RATE_PER_ARTICLE),
        "overall": (recent, settings.COMMENT_RATE_OVERALL),
    }
    full = {}
    for name, (comments, limit) in counted.items():
        # The limit-th newest: when it leaves the window, there is room for one more.
        last = comments.values_list("sent_at", flat=True)[max(limit, 1) - 1 : max(limit, 1)]
        for moment in last:
            full[name] = moment + RATE_WINDOW
    return full
