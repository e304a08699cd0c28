"""Where comments are written: below the article's own address, as `comments.urls` reads it."""

from news.models import Edition


def write_url(edition: Edition) -> str:
    """Return the address that the form posts to."""
    return f"{edition.get_absolute_url()}y-kien/"


def thanks_url(edition: Edition) -> str:
    """Return the address of the thanks."""
    return f"{edition.get_absolute_url()}y-kien/da-gui/"
