"""Words of Django's that its own Vietnamese catalogue lacks and that somebody may see. Marked here, they are translated
in ours, which comes before Django's."""

from django.utils.translation import gettext, gettext_noop, ngettext_lazy, pgettext_lazy

# --- The admin -------------------------------------------------------------------------------------------------

ADMIN = (
    gettext_noop("Select this object for an action - {}"),
    gettext_noop("Select all objects on this page for an action"),
    # Django says "Hoạt động" (an activity) and "Đi đến" (a journey) for these two.
    gettext_noop("Action:"),
    gettext_noop("Go"),
    gettext_noop("Breadcrumbs"),
    gettext_noop("Model name"),
    gettext_noop("Add link"),
    gettext_noop("Change or view list link"),
    gettext_noop("Error:"),
    gettext_noop("Skip to main content"),
    gettext_noop("Hide counts"),
    gettext_noop("Show counts"),
    gettext_noop("Toggle theme (current theme: auto)"),
    gettext_noop("Toggle theme (current theme: light)"),
    gettext_noop("Toggle theme (current theme: dark)"),
    gettext_noop("Forgotten your login credentials?"),
    gettext_noop("Toggle navigation"),
    gettext_noop("View selected %(model)s"),
    gettext_noop("Added:"),
    gettext_noop("Changed:"),
    gettext_noop("Deleted:"),
    ngettext_lazy("entry", "entries"),
    # Django's Vietnamese has the two apart, so that it never finds them.
    ngettext_lazy("Please correct the error below.", "Please correct the errors below."),
    # From here on Django's Vietnamese has words, but no natural ones.
    ngettext_lazy("%(total_count)s selected", "All %(total_count)s selected"),
    gettext_noop("0 of %(cnt)s selected"),
    gettext_noop("Items must be selected in order to perform actions on them. No items have been changed."),
    gettext_noop("No action selected."),
    gettext_noop("Run the selected action"),
    gettext_noop("Any date"),
    gettext_noop("Past 7 days"),
    gettext_noop("Change %s"),
    gettext_noop("View on site"),
    gettext_noop("Add another %(verbose_name)s"),
    gettext_noop("Yes, I’m sure"),
    gettext_noop("No, take me back"),
    gettext_noop("Logged out"),
    gettext_noop("Thanks for spending some quality time with the web site today."),
)

# --- Accounts --------------------------------------------------------------------------------------------------

ACCOUNTS = (
    gettext_noop("Please enter a correct %(username)s and password. Note that both fields may be case-sensitive."),
    gettext_noop(
        "Please enter the correct %(username)s and password for a staff account. Note that both fields may be "
        "case-sensitive."
    ),
    gettext_noop("Set password"),
    gettext_noop("Reset password"),
    gettext_noop("Set password: %s"),
    gettext_noop("Password-based authentication"),
    gettext_noop("Enabled"),
    gettext_noop("Disabled"),
    gettext_noop("Raw passwords are not stored, so there is no way to see the user’s password."),
    gettext_noop("Conflicting form data submitted. Please try again."),
    gettext_noop(
        "Enter a valid username. This value may contain only unaccented lowercase a-z and uppercase A-Z letters, "
        "numbers, and @/./+/-/_ characters."
    ),
    ngettext_lazy(
        "This password is too short. It must contain at least %d character.",
        "This password is too short. It must contain at least %d characters.",
    ),
)

# --- Forms and fields ------------------------------------------------------------------------------------------

FORMS = (
    gettext_noop("Enter a valid date."),
    gettext_noop("Enter a valid time."),
    gettext_noop("Enter a valid “slug” consisting of letters, numbers, underscores or hyphens."),
    gettext_noop("Enter a valid “slug” consisting of Unicode letters, numbers, underscores, or hyphens."),
    gettext_noop("Enter a valid domain name."),
    gettext_noop("Enter a valid %(protocol)s address."),
    gettext_noop("Null characters are not allowed."),
    gettext_noop("Enter a complete value."),
    gettext_noop("The inline value did not match the parent instance."),
    gettext_noop("“%(pk)s” is not a valid value."),
    gettext_noop("Constraint “%(name)s” is violated."),
    gettext_noop("File extension “%(extension)s” is not allowed. Allowed extensions are: %(allowed_extensions)s."),
    gettext_noop("Ensure this value is a multiple of step size %(limit_value)s."),
    gettext_noop("“%(value)s” value must be either True or False."),
    gettext_noop("“%(value)s” value must be an integer."),
    gettext_noop("That page number is not an integer"),
    gettext_noop("That page number is less than 1"),
    gettext_noop("That page contains no results"),
    gettext_noop("Date out of range"),
    gettext_noop(
        "%(datetime)s couldn’t be interpreted in time zone %(current_timezone)s; "
        "it may be ambiguous or it may not exist."
    ),
    gettext_noop(
        "ManagementForm data is missing or has been tampered with. Missing fields: %(field_names)s. "
        "You may need to file a bug report if the issue persists."
    ),
    ngettext_lazy("Please submit at most %(num)d form.", "Please submit at most %(num)d forms."),
    ngettext_lazy("Please submit at least %(num)d form.", "Please submit at least %(num)d forms."),
)

# --- Spans of time ---------------------------------------------------------------------------------------------

AGES = (
    ngettext_lazy("%(num)d year", "%(num)d years"),
    ngettext_lazy("%(num)d month", "%(num)d months"),
    ngettext_lazy("%(num)d week", "%(num)d weeks"),
    ngettext_lazy("%(num)d day", "%(num)d days"),
    ngettext_lazy("%(num)d hour", "%(num)d hours"),
    ngettext_lazy("%(num)d minute", "%(num)d minutes"),
)

# --- The admin's scripts ---------------------------------------------------------------------------------------

_DAYS = (
    gettext_noop("Sunday"),
    gettext_noop("Monday"),
    gettext_noop("Tuesday"),
    gettext_noop("Wednesday"),
    gettext_noop("Thursday"),
    gettext_noop("Friday"),
    gettext_noop("Saturday"),
)
_SHORT_DAYS = (
    pgettext_lazy("abbrev. day Sunday", "Sun"),
    pgettext_lazy("abbrev. day Monday", "Mon"),
    pgettext_lazy("abbrev. day Tuesday", "Tue"),
    pgettext_lazy("abbrev. day Wednesday", "Wed"),
    pgettext_lazy("abbrev. day Thursday", "Thur"),
    pgettext_lazy("abbrev. day Friday", "Fri"),
    pgettext_lazy("abbrev. day Saturday", "Sat"),
)
_SHORT_DAY_NAMES = ("Sun", "Mon", "Tue", "Wed", "Thur", "Fri", "Sat")


def script_words() -> dict[str, str | list[str]]:
    """Return the words that the calendar of the admin needs, in the form of Django's catalogue for scripts."""
    days = dict(zip(_DAYS, (str(gettext(day)) for day in _DAYS), strict=True))
    contexts = (f"abbrev. day {day}\x04{short}" for day, short in zip(_DAYS, _SHORT_DAY_NAMES, strict=True))
    # The bulk bar's count; the script looks the plural up under its singular.
    chosen = "%(sel)s of %(cnt)s selected"
    return {
        **days,
        **dict(zip(contexts, map(str, _SHORT_DAYS), strict=True)),
        chosen: [str(gettext("%(sel)s of %(cnt)s selected"))],
    }
