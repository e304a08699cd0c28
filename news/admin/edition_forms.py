"""The forms of the desk: the text, and what each act asks for."""

from typing import Any

from django import forms
from django.contrib.admin.widgets import AdminTextareaWidget, AdminTextInputWidget
from django.http import HttpRequest
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from departments.choices import DepartmentChoice
from departments.models import Department
from departments.moments import MomentWidget
from departments.rights import WRITING
from news.admin.access import moment_of, rights_in
from news.models import Category, Edition, Image
from news.models.takedown import Kind
from news.pictures.borrowing import foreign_pictures
from news.pictures.chooser import CoverWidget
from news.publishing import TEXT_FIELDS
from news.refusals import Problem
from news.richtext.widget import RichTextWidget


class EditionForm(forms.ModelForm):
    """The text of an edition. Only its form is judged here: whether it is complete is judged when it is submitted."""

    class Meta:
        model = Edition
        fields = TEXT_FIELDS
        widgets = {
            "title": AdminTextareaWidget(attrs={"rows": 2, "class": "vLargeTextField wide-title"}),
            "lead": AdminTextareaWidget(attrs={"rows": 4}),
            "body": RichTextWidget,
            "cover": CoverWidget,
            "cover_alt": AdminTextInputWidget(attrs={"class": "vTextField"}),
            "byline": AdminTextInputWidget(),
            "source": AdminTextInputWidget(),
            "change_note": AdminTextInputWidget(),
        }

    def __init__(self, *args: Any, asked_by: HttpRequest, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.asked_by = asked_by
        self.fields["title"].required = False
        self.fields["category"].queryset = Category.objects.all()  # type: ignore[attr-defined]
        self.fields["category"].empty_label = _("Choose a category")  # type: ignore[attr-defined]
        images = Image.objects.visible_to(rights_in(asked_by))
        if self.instance.cover_id:
            images |= Image.objects.filter(pk=self.instance.cover_id)
        self.fields["cover"].queryset = images  # type: ignore[attr-defined]
        if self.instance.number == 1:
            # Readers are told of changes to what they have seen before.
            del self.fields["change_note"], self.fields["minor_change"]

    def clean(self) -> dict[str, Any]:
        """Ask for at least something to know the draft by."""
        cleaned = super().clean() or self.cleaned_data
        if not self.errors and not any(cleaned.get(name, "").strip() for name in ("title", "lead", "body")):
            self.add_error("title", gettext("Give the article a title."))
        for problem in self._foreign_pictures(cleaned):
            self.add_error(problem.field, problem.message)  # type: ignore[arg-type]
        return cleaned

    def _foreign_pictures(self, cleaned: dict[str, Any]) -> list[Problem]:
        return foreign_pictures(
            cleaned.get("body") or "",
            cleaned.get("cover"),
            by=self.asked_by.user,  # type: ignore[arg-type]
            now=moment_of(self.asked_by),
            article=self.instance.article if self.instance.article_id else None,
        )

    def text(self) -> dict[str, Any]:
        """Return the typed text as it would be stored: normalised and cleaned."""
        return {name: getattr(self.instance, name) for name in TEXT_FIELDS if name in self.fields}


class StartForm(EditionForm):
    """A new article: its first text, the department it stands in, and whether readers may comment."""

    department = DepartmentChoice(
        label=_("department"), queryset=Department.objects.none(), empty_label=_("Choose a department")
    )
    comments_open = forms.BooleanField(label=_("readers may comment"), required=False, initial=True)

    def __init__(self, *args: Any, asked_by: HttpRequest, **kwargs: Any) -> None:
        super().__init__(*args, asked_by=asked_by, **kwargs)
        writes_for = Department.objects.filter(pk__in=rights_in(asked_by).departments(*WRITING))
        field = self.fields["department"]
        field.queryset = writes_for  # type: ignore[attr-defined]
        first = list(writes_for.with_tree_fields()[:1])
        if first:
            # The highest department in which the person writes: mostly the only one.
            field.initial = first[0].pk


class NoteForm(forms.Form):
    """An act that asks why."""

    note = forms.CharField(label=_("why"), max_length=2000, widget=AdminTextareaWidget(attrs={"rows": 3}), strip=True)

    def __init__(self, *args: Any, label: Any = None, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if label:
            self.fields["note"].label = label


class DiscardForm(NoteForm):
    """Giving up asks for no reason, but takes one."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["note"].required = False
        self.fields["note"].label = _("why (may stay empty)")


class ScheduleForm(forms.Form):
    """When the text appears and, perhaps, when it disappears."""

    live_from = forms.SplitDateTimeField(
        label=_("shown from"), widget=MomentWidget, help_text=_("Day and time in Vietnam.")
    )
    live_until = forms.SplitDateTimeField(
        label=_("shown until"),
        widget=MomentWidget,
        required=False,
        help_text=_("Empty: until somebody ends it or a newer version replaces it."),
    )


class TakedownForm(NoteForm):
    """Why an article is taken down: a kind, and a reason that readers see."""

    kind = forms.ChoiceField(label=_("kind"), choices=Kind.choices)
    field_order = ["kind", "note"]
