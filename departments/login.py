"""The brake at the door: whoever tries passwords on an account soon has to wait. Failures are counted in the record."""

from contextlib import suppress
from datetime import datetime, timedelta
from typing import Any

from django.contrib.admin.forms import AdminAuthenticationForm
from django.core.exceptions import ValidationError
from django.db import OperationalError, transaction
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from audit.names import name_acts
from audit.record import entries_of, record
from departments.access import moment_of
from departments.models import User
from vietnamese.dates import local

FAILED = "account.login_failed"
MOST_FAILURES = 5
WINDOW = timedelta(minutes=15)

name_acts({FAILED: gettext_lazy("wrong password at log-in")})


def closed_until(person: User, now: datetime) -> datetime | None:
    """Return when the account can be logged in to again, or None where it can be now; a success counts anew."""
    since = now - WINDOW if person.last_login is None else max(now - WINDOW, person.last_login)
    failures = entries_of(person).filter(act=FAILED, at__gt=since).order_by("-at").values_list("at", flat=True)
    oldest = failures[MOST_FAILURES - 1 : MOST_FAILURES].first()
    return None if oldest is None else oldest + WINDOW


class LoginForm(AdminAuthenticationForm):
    """Asks for account and password; after too many wrong ones it looks at no more for a while."""

    def clean(self) -> Any:
        """Refuse a closed account before its password is looked at, and record a wrong one."""
        now = moment_of(self.request)  # type: ignore[arg-type]
        person = User.objects.filter(username=self.cleaned_data.get("username")).first()
        if person is None or not self.cleaned_data.get("password"):
            return super().clean()
        if until := closed_until(person, now):
            # The minute after, so that nobody comes seconds too early.
            moment = local(until + timedelta(minutes=1))
            words = _("Too many wrong passwords. This account can be logged in to again at %(time)s.")
            raise ValidationError(words % {"time": f"{moment:%H:%M}"}, code="closed")
        try:
            return super().clean()
        except ValidationError:
            # Where not even this can be written down, the password is wrong all the same.
            with suppress(OperationalError), transaction.atomic():
                record(FAILED, person, by=None, now=now)
            raise
