"""What people read for each act in the record. Apps give the words for their own acts."""

from collections.abc import Mapping
from typing import Any

from django.utils.functional import Promise
from django.utils.translation import gettext as _

_NAMES: dict[str, str | Promise] = {}
_BY_READERS: set[str] = set()


def name_acts(names: Mapping[str, str | Promise]) -> None:
    """Give the words for some acts: `{"edition.submitted": _("handed over for approval")}`."""
    _NAMES.update(names)


def acts_of_readers(*acts: str) -> None:
    """Tell which acts are done by readers, who have no account."""
    _BY_READERS.update(acts)


def name_of_actor(entry: Any) -> str:
    """Return who did what an entry tells of: a person by name, a reader, or the system."""
    return entry.actor_name or (_("A reader") if entry.act in _BY_READERS else _("The system"))


def name_of(act: str) -> str:
    """Return the words for an act, or its code where nobody has given any."""
    return str(_NAMES.get(act, act))


def named_acts() -> list[tuple[str, str]]:
    """Return every act that has a name, as choices, in the order in which they were given."""
    return [(act, str(name)) for act, name in _NAMES.items()]
