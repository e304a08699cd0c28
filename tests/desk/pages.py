"""The desk as a person with a browser meets it: log in, open a page, press a button."""

from typing import Any

from django.http import HttpResponse
from django.test import Client
from django.urls import reverse

from departments.models import User
from news.models import Edition


def desk_of(user: User) -> Client:
    """Return a browser in which `user` is logged in."""
    client = Client()
    client.force_login(user)
    return client


def address(edition: Edition) -> str:
    """Return the address of an edition's page."""
    return reverse("admin:news_edition_change", args=[edition.pk])


def text_of(edition: Edition, **changes: Any) -> dict[str, Any]:
    """Return what the form of `edition` holds, with `changes` typed into it."""
    return {
        "title": edition.title,
        "lead": edition.lead,
        "body": edition.body,
        "category": edition.category_id or "",
        "cover": edition.cover_id or "",
        "cover_alt": edition.cover_alt,
        "byline": edition.byline,
        "source": edition.source,
        **changes,
    }


def press(user: User, edition: Edition, act: str, *, seen: int | None = None, **data: Any) -> HttpResponse:
    """Press a button of the edition's page, and follow to where it leads."""
    sent = {"_act": act, "seen": edition.version if seen is None else seen, **data}
    return desk_of(user).post(address(edition), sent, follow=True)  # type: ignore[return-value]


def words(response: Any) -> str:
    """Return the page as text."""
    return response.content.decode()
