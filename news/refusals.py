"""Why an act was not done, in words for the person who tried it."""

from dataclasses import dataclass
from typing import Any

from django.utils.functional import Promise
from django.utils.translation import gettext as _

from departments.refusals import NotAllowed, Refused

__all__ = ["Incomplete", "NotAllowed", "Problem", "Refused", "Stale"]


@dataclass(frozen=True)
class Problem:
    """Something that keeps a text from readers: at which field of the form, and what to do."""

    field: str
    message: str | Promise


class Stale(Refused):
    """The text has changed since the person looked at it. `current` is the edition as it is now."""

    def __init__(self, current: Any) -> None:
        self.current = current
        super().__init__(
            _("%(person)s has changed this text since you opened it. Look at the current text, then decide again.")
            % {"person": current.changed_by}
        )


class Incomplete(Refused):
    """The text lacks something that readers need; all problems at once."""

    def __init__(self, problems: list[Problem]) -> None:
        self.problems = problems
        super().__init__(" ".join(str(problem.message) for problem in problems))
