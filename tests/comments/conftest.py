"""An article that readers can comment on, and short ways to comments of every kind."""

from collections.abc import Callable
from datetime import datetime, timedelta
from typing import Any

import pytest
from django.utils import timezone

from comments import consent, submission
from comments.models import Comment, State
from comments.protection import make_stamp
from news.models import Article, Edition
from tests.conftest import Cast

WORDS = "Đề nghị lắp thêm đèn chiếu sáng ở hai đầu cầu."


@pytest.fixture
def edition(published: Callable[..., Edition]) -> Edition:
    """A public edition whose article is open for comments."""
    return published(now=timezone.now() - timedelta(days=2), title="Khánh thành cầu Bãi Lau")


@pytest.fixture
def article(edition: Edition) -> Article:
    """The article of that edition."""
    return edition.article


@pytest.fixture
def send(article: Article) -> Callable[..., Comment]:
    """A function that sends a comment as a reader's browser does: `send(text, sender=…, now=…, name=…)`."""

    def sent(text: str = WORDS, *, sender: str = "a", now: datetime | None = None, **letter: Any) -> Comment:
        on = letter.pop("article", article)
        return submission.submit(
            on,
            submission.Letter(text=text, **{"age": timedelta(minutes=2), **letter}),
            sender=sender,
            consent_version=consent.VERSION,
            now=now or timezone.now(),
        )

    return sent


@pytest.fixture
def comment_in(article: Article, cast: Cast) -> Callable[..., Comment]:
    """A function that makes a comment in a state: `comment_in(State.APPROVED, text=…)`."""

    def made(state: State = State.PENDING, **fields: Any) -> Comment:
        now = fields.pop("sent_at", timezone.now() - timedelta(hours=1))
        decided = state != State.PENDING
        return Comment.objects.create(
            **{
                "article": article,
                "text": WORDS,
                "state": state,
                "sent_at": now,
                "consent_version": consent.VERSION,
                "sender_hash": "a" * 64,
                "decided_at": now + timedelta(minutes=5) if decided else None,
                "decided_by": cast.moderator if decided else None,
                "reason": "Không liên quan đến bài viết." if state == State.REJECTED else "",
                **fields,
            }
        )

    return made


@pytest.fixture
def write_url(edition: Edition) -> str:
    """Where the form posts to."""
    return f"{edition.get_absolute_url()}y-kien/"


@pytest.fixture
def typed(article: Article) -> Callable[..., dict[str, str]]:
    """A function that returns what a browser posts: a filled form with a stamp two minutes old."""

    def post(**changes: str) -> dict[str, str]:
        stamp = make_stamp(article.pk, timezone.now() - timedelta(minutes=2))
        return {
            "stamp": stamp,
            "name": "Lò Thị Mai",
            "text": WORDS,
            "email": "",
            "consent": "on",
            "website": "",
            **changes,
        }

    return post


OWN_PAGE = {"Sec-Fetch-Site": "same-origin"}
