"""The form under an article."""

from collections.abc import Mapping
from typing import Any

from django import forms
from django.conf import settings
from django.utils.translation import gettext_lazy as _

from comments import submission
from comments.checks_of_text import MIN_LENGTH, Facts, Finding, Verdict, length
from vietnamese.text import nfc


class CommentForm(forms.Form):
    """What a reader types. It has no token of the reader's: see `comments.protection`.

    The field `text` has no `maxlength`: browsers cut a pasted text silently. Too long is said at the field instead.
    """

    name = forms.CharField(
        label=_("Your name"),
        required=False,
        max_length=80,
        widget=forms.TextInput(attrs={"autocomplete": "name"}),
        help_text=_("Shown beside your comment. Left empty, it says “Reader”."),
        error_messages={
            "max_length": _("A name may have %(limit_value)d characters at most; this has %(show_value)d.")
        },
    )
    text = forms.CharField(
        label=_("Your comment"),
        widget=forms.Textarea(attrs={"rows": 6}),
        error_messages={"required": _("Write your comment.")},
        strip=False,
    )
    email = forms.EmailField(
        label=_("Your e-mail"),
        required=False,
        max_length=254,
        widget=forms.EmailInput(attrs={"autocomplete": "email"}),
        help_text=_("Never shown. Only for an answer to you."),
        error_messages={
            "invalid": _("This isn't an e-mail address. Write one like ten@example.vn, or leave it empty."),
            "max_length": _("This is too long for an e-mail address. Leave it empty if you have none."),
        },
    )
    consent = forms.BooleanField(
        label=_("I agree that the portal keeps what I wrote and shows comment and name after moderation."),
        error_messages={
            "required": _("The portal may keep your comment only with your consent: tick the box to agree.")
        },
    )
    # The trap: people don't see it, machines fill it in.
    website = forms.CharField(
        label=_("Leave this field empty"),
        required=False,
        widget=forms.TextInput(attrs={"autocomplete": "off", "tabindex": "-1"}),
    )

    # Browsers' own messages speak the browser's language and show one problem at a time.
    use_required_attribute = False

    def __init__(self, typed: Mapping[str, str] | None = None) -> None:
        super().__init__(typed, auto_id="comment-%s")
        self.retry_after: int | None = None
        self.is_closed = False
        self.fields["text"].help_text = _("%(least)d to %(most)s characters. Shown after a moderator has read it.") % {
            "least": MIN_LENGTH,
            "most": f"{settings.COMMENT_MAX_LENGTH:,}".replace(",", "."),
        }

    @classmethod
    def sent(cls, post: Mapping[str, str]) -> "CommentForm":
        """Return the form with what was posted, freed of what can't be shown again (NUL, overrides of direction)."""
        return cls({name: nfc(post.get(name, "")) for name in cls.base_fields})

    def clean_text(self) -> str:
        """Say what is wrong with the length together with everything else."""
        text = submission.normal(self.cleaned_data["text"])
        if text:
            self._complain(length(Facts(text)))
        elif "text" not in self.errors:
            raise forms.ValidationError(self.fields["text"].error_messages["required"], code="required")
        return text

    def take(self, refusal: submission.NotTaken) -> None:
        """Show at their fields the reasons for which the comment was not taken."""
        for finding in refusal.findings:
            self._complain(finding)
        self.is_closed = refusal.first(Verdict.CLOSED) is not None

    def _complain(self, finding: Finding) -> None:
        if finding.message:
            self.add_error(finding.field, forms.ValidationError(str(finding.message), code=finding.check))

    @property
    def problems(self) -> list[dict[str, Any]]:
        """Everything that is wrong, in the order of the fields, each with the id of its field; None: of the whole."""
        whole = [{"id": None, "message": message} for message in self.non_field_errors()]
        return whole + [
            {"id": field.id_for_label, "message": message}
            for field in self.visible_fields()
            for message in field.errors
        ]
