"""What people read for each act in the record. Apps give the words for their own acts."""

from collections.abc import Mapping

from django.utils.functional import Promise

_NAMES: dict[str, str | Promise] = {}


def name_acts(names: Mapping[str, str | Promise]) -> None:
    """Give the words for some acts: `{"edition.submitted": _("handed over for approval")}`."""
    _NAMES.update(names)


def name_of(act: str) -> str:
    """Return the words for an act, or its code where nobody has given any."""
    return str(_NAMES.get(act, act))


def named_acts() -> list[tuple[str, str]]:
    """Return every act that has a name, as choices, in the order in which they were given."""
    return [(act, str(name)) for act, name in _NAMES.items()]
