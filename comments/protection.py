"""What stands in place of a CSRF cookie: the form is part of a page that is the same for everybody.

A post is taken only from the portal's own pages, as the browser says, and with a stamp that a page of this article
carried not long ago.
"""

from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from urllib.parse import urlsplit

from django.core.signing import BadSignature, Signer
from django.http import HttpRequest

from comments.consent import VERSION

_signer = Signer(salt="comments.stamp")


def is_from_own_page(request: HttpRequest) -> bool:
    """Return whether the browser says that the form was on a page of this host.

    Every current browser sends Sec-Fetch-Site on secure pages; older ones, and plain HTTP, send at least an Origin.
    """
    site = request.headers.get("Sec-Fetch-Site")
    if site is not None:
        return site == "same-origin"
    source = request.headers.get("Origin") or request.headers.get("Referer")
    if not source:
        return False
    try:
        parts = urlsplit(source)
        own = urlsplit(f"{request.scheme}://{request.get_host()}")
        return (parts.scheme, parts.hostname, _port(parts.scheme, parts.port)) == (
            own.scheme,
            own.hostname,
            _port(own.scheme, own.port),
        )
    except ValueError:
        return False


@dataclass(frozen=True)
class Stamp:
    """When the form of which article was rendered, with which text of the consent."""

    article: int
    rendered_at: datetime
    consent_version: str

    def age(self, now: datetime) -> timedelta:
        """Return how long ago the form was rendered; negative where another node's clock is ahead."""
        return now - self.rendered_at


def make_stamp(article: int, now: datetime) -> str:
    """Return the signed stamp for a form under this article, rendered `now`.

    It names the second: with the minute alone, nearly every form that a machine fills at once would pass as old enough.
    """
    return _signer.sign(f"{article}.{int(now.timestamp())}.{VERSION}")


def read_stamp(text: str, article: int) -> Stamp | None:
    """Return what the stamp says, or None unless it is genuine and belongs to this article."""
    try:
        pk, seconds, version = _signer.unsign(text).split(".")
        stamp = Stamp(int(pk), datetime.fromtimestamp(int(seconds), UTC), version)
    except (BadSignature, ValueError, OverflowError, OSError):
        return None
    return stamp if stamp.article == article else None


def _port(scheme: str, port: int | None) -> int | None:
    return port or {"http": 80, "https": 443}.get(scheme)
