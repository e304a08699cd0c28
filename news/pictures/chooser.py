"""Choosing a picture of the library: in the text (CKEditor's button) and as an article's cover."""

import json
from typing import Any

from django import forms
from django.urls import reverse
from django.utils.translation import gettext as _

# Without JavaScript the cover is chosen from the newest pictures of a plain list.
LISTED = 100


def chooser_settings() -> dict[str, Any]:
    """Return what the chooser's script needs: addresses and words. `0` in `thumb` stands for a picture's id."""
    return {
        "url": reverse("admin:news_image_picker"),
        "thumb": reverse("admin:news_image_thumb", args=[0]),
        "add": reverse("admin:news_image_add"),
        "labels": _labels(),
    }


def _labels() -> dict[str, str]:
    return {
        "button": _("Insert a picture"),
        "picture": _("Picture"),
        "title": _("Choose a picture"),
        "titleChange": _("Change the picture"),
        "search": _("Search the library"),
        "searchHint": _("Words of the description, caption or credit; marks don't matter"),
        "recent": _("Newest pictures"),
        "found": _("Pictures found"),
        "none": _("No picture has all these words. Try fewer words."),
        "empty": _("Your library has no pictures yet. Add the first one."),
        "more": _("Show more"),
        "add": _("Add pictures to the library (new tab)"),
        "alt": _("What it shows here"),
        "altHint": _("One plain sentence for people who can't see the picture."),
        "decorative": _("Decorative, says the library. Write a sentence only if it tells something here."),
        "caption": _("Caption"),
        "captionHint": _("Stands under the picture. The credit is added by itself."),
        "choose": _("Choose a picture in the list above."),
        "insert": _("Insert picture"),
        "change": _("Take over"),
        "use": _("Use this picture"),
        "cancel": _("Cancel"),
        "close": _("Close"),
        "loading": _("Loading…"),
        "failed": _("The library can't be reached. See in a new tab if you are still logged in, then try again."),
        "chooseCover": _("Choose a picture"),
        "changeCover": _("Choose another one"),
        "removeCover": _("Take the picture away"),
        "noCover": _("No cover picture yet."),
    }


class CoverWidget(forms.Select):
    """A select of the library's newest pictures, which the script turns into a preview with the chooser."""

    template_name = "news/picture_cover_widget.html"

    class Media:
        css = {"all": ["editor/editor.css"]}
        js = ["editor/picture/chooser.js", "editor/picture/cover.js"]

    def optgroups(self, name: str, value: list[str], attrs: dict[str, Any] | None = None) -> list[Any]:
        """Offer the newest pictures of the field's queryset and the chosen one, never thousands."""
        queryset = getattr(self.choices, "queryset", None)
        if queryset is None:
            return super().optgroups(name, value, attrs)
        newest = list(queryset.order_by("-pk")[:LISTED])
        chosen = [pk for pk in value if pk.isascii() and pk.isdigit() and len(pk) <= 18]
        listed = {str(image.pk) for image in newest}
        missing = [pk for pk in chosen if pk not in listed]
        pictures = [*(queryset.filter(pk__in=missing) if missing else []), *newest]
        options = [("", _("No cover picture")), *((image.pk, str(image)) for image in pictures)]
        return [
            (None, [self.create_option(name, pk, label, str(pk) in value, index, attrs=attrs)], index)
            for index, (pk, label) in enumerate(options)
        ]

    def get_context(self, name: str, value: Any, attrs: dict[str, Any] | None) -> dict[str, Any]:
        """Add the preview and what the script needs."""
        context = super().get_context(name, value, attrs)
        chosen = next((str(pk) for pk in context["widget"]["value"] if str(pk).isascii() and str(pk).isdigit()), "")
        context["chosen_thumb"] = reverse("admin:news_image_thumb", args=[chosen]) if 0 < len(chosen) <= 18 else ""
        context["settings"] = json.dumps(chooser_settings())
        return context
