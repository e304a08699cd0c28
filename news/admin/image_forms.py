"""The forms of the picture library."""

from collections.abc import Collection
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.urls import reverse
from django.utils.html import format_html
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from departments.choices import DepartmentChoice
from departments.models import Department
from news.models import Image
from news.pictures import library
from news.pictures.processing import FILE_TYPES, PictureRefused, Prepared, prepare


class DescriptionForm(forms.ModelForm):
    """What the library says of a picture."""

    writable: Collection[int] = ()

    class Meta:
        model = Image
        fields = ("alt", "decorative", "caption", "credit")
        widgets = {
            "alt": forms.Textarea(attrs={"rows": 2, "class": "vLargeTextField"}),
            "caption": forms.Textarea(attrs={"rows": 2, "class": "vLargeTextField"}),
            "credit": forms.TextInput(attrs={"class": "vTextField"}),
        }

    def clean(self) -> dict[str, Any]:
        """Ask for words, unless there is nothing to say (`library` holds the same rule)."""
        data = super().clean() or self.cleaned_data
        if "alt" in data and not data["alt"].strip() and not data.get("decorative"):
            self.add_error("alt", _("Say what the picture shows, or mark it decorative."))
        return data


class UploadForm(DescriptionForm):
    """A new picture."""

    file = forms.FileField(
        label=gettext_lazy("Picture file"),
        widget=forms.FileInput(attrs={"accept": FILE_TYPES}),
        error_messages={"required": gettext_lazy("Choose the picture's file.")},
        help_text=gettext_lazy("JPEG, PNG, WebP or AVIF. Position and other data in the file are removed."),
    )
    department = DepartmentChoice(queryset=Department.objects.none(), label=gettext_lazy("Owner"))
    prepared: Prepared

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        writable = Department.objects.filter(pk__in=self.writable)
        self.fields["department"].queryset = writable  # type: ignore[attr-defined]
        # The highest department for which the person writes: mostly the only one.
        highest = writable.with_tree_fields().first()
        self.fields["department"].initial = highest.pk if highest else None

    def clean_file(self) -> Any:
        """Decode the picture; what can't be used is refused here, at its field."""
        try:
            self.prepared = prepare(self.cleaned_data["file"])
        except PictureRefused as refused:
            raise ValidationError(str(refused)) from refused
        return self.cleaned_data["file"]

    def clean(self) -> dict[str, Any]:
        """Refuse what the department has already, with the way to it."""
        data = super().clean()
        if data.get("file") and data.get("department"):
            try:
                library.refuse_duplicate(self.prepared.sha256, data["department"])
            except library.AlreadyInLibrary as known:
                address = reverse("admin:news_image_change", args=[known.image.pk])
                message = format_html('{} <a href="{}">{}</a>', known, address, _("Open it"))
                self.add_error("file", ValidationError(message))
        return data

    def validate_constraints(self) -> None:
        """The row's other columns come with the act."""
