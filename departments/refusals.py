"""Why an act on departments and people was not done, in words for the person who tried it."""


class Refused(Exception):
    """An act was refused and nothing has changed. `str()` says why and what to do next."""


class NotAllowed(Refused):
    """The person's roles don't allow it."""
