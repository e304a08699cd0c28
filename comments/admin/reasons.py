"""The question why."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

USUAL_REASONS = (
    _("It insults or threatens somebody."),
    _("It has nothing to do with the article."),
    _("It tells private matters of other people (address, telephone, papers)."),
    _("It advertises."),
    _("It can't be read or understood."),
)


class ReasonForm(forms.Form):
    """Why comments are refused: a usual reason, own words, or both."""

    usual = forms.ChoiceField(label=_("Usual reasons"), required=False, widget=forms.RadioSelect)
    words = forms.CharField(
        label=_("In your own words"),
        required=False,
        max_length=1000,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text=_("Added to the usual reason, or in its place."),
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["usual"].choices = [  # type: ignore[attr-defined]
            *((str(reason), reason) for reason in USUAL_REASONS),
            ("", _("Another reason")),
        ]

    def clean(self) -> dict[str, Any]:
        """Put both together as `reason`."""
        typed = super().clean() or {}
        typed["reason"] = " ".join(filter(None, (typed.get("usual", ""), typed.get("words", "").strip())))
        if not typed["reason"] and not self.errors:
            self.add_error("words", _("Choose a reason or write one down."))
        return typed
