"""Why an act on departments and people was not done, in words for the person who tried it."""

from collections.abc import Iterator
from contextlib import contextmanager

from django.db import OperationalError
from django.utils.translation import gettext as _


class Refused(Exception):
    """An act was refused and nothing has changed. `str()` says why and what to do next."""


class NotAllowed(Refused):
    """The person's roles don't allow it."""


class Busy(Refused):
    """The database is locked or gone; trying again may help."""


@contextmanager
def busy_is_refused() -> Iterator[None]:
    """Turn a database that is locked or gone into a refusal: the act did nothing, and what was typed stays."""
    try:
        yield
    except OperationalError as error:
        raise Busy(
            _("The database is busy. Nothing has changed and your text is still here: try again in a moment.")
        ) from error
