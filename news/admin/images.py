"""The picture library in the admin. Every change is an act of `news.pictures.library`."""

from typing import Any

from django.contrib import admin, messages
from django.db.models import Count, QuerySet
from django.http import HttpRequest, HttpResponseRedirect
from django.urls import URLPattern, path, reverse
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext_lazy

from departments.refusals import busy_is_refused
from departments.rights import WRITING
from news.admin.access import RightsAdmin, moment_of, rights_in
from news.admin.image_forms import DescriptionForm, UploadForm
from news.admin.image_views import large_width, picker, thumb
from news.models import Edition, Image
from news.pictures import library
from news.refusals import Refused
from vietnamese.dates import short_day
from vietnamese.text import fold


class UsedFilter(admin.SimpleListFilter):
    """Whether some version of an article shows the picture."""

    title = gettext_lazy("use")
    parameter_name = "used"

    def lookups(self, request: HttpRequest, model_admin: Any) -> list[tuple[str, Any]]:
        """Offer both."""
        return [("1", gettext_lazy("in articles")), ("0", gettext_lazy("not used yet"))]

    def queryset(self, request: HttpRequest, queryset: QuerySet) -> QuerySet | None:
        """Narrow the list."""
        return queryset.filter(uses__isnull=self.value() == "0").distinct() if self.value() in ("0", "1") else None


@admin.register(Image)
class ImageAdmin(RightsAdmin):
    """Pictures of the departments for which a person writes."""

    list_display = ("thumbnail", "name", "owner", "size", "use_count", "uploaded")
    list_display_links = ("thumbnail", "name")
    list_filter = (("department", admin.RelatedOnlyFieldListFilter), UsedFilter, "decorative")
    list_select_related = ("department",)
    list_per_page = 40
    show_full_result_count = False
    search_fields = ("search_text",)
    search_help_text = gettext_lazy("Words of the description, caption or credit; marks don't matter.")
    actions = None

    class Media:
        css = {"all": ["editor/library.css"]}

    def visible(self, objects: Any, request: HttpRequest) -> QuerySet[Image]:
        """Return the pictures that the person may see, with how often each is used."""
        return super().visible(objects, request).annotate(times_used=Count("uses"))

    def has_add_permission(self, request: HttpRequest) -> bool:
        """Let add who writes somewhere."""
        return rights_in(request).anywhere(*WRITING)

    def has_change_permission(self, request: HttpRequest, obj: Image | None = None) -> bool:
        """Let change who writes for the picture's department."""
        rights = rights_in(request)
        return rights.anywhere(*WRITING) if obj is None else rights.may(WRITING, obj.department_id)

    def has_delete_permission(self, request: HttpRequest, obj: Image | None = None) -> bool:
        """Let delete who writes for the picture's department; `library.remove` refuses a used one."""
        return self.has_change_permission(request, obj)

    # --- The list ---------------------------------------------------------------------------------------------

    def get_search_results(self, request: HttpRequest, queryset: Any, search_term: str) -> tuple[QuerySet, bool]:
        """Find words with or without marks."""
        return queryset.containing(fold(search_term).split()[:8]), False

    @admin.display(description="")
    def thumbnail(self, image: Image) -> SafeString:
        """Show the picture, small; its name stands beside it."""
        return format_html('<img class="thumbnail" src="{}" alt="" loading="lazy">', thumb_url(image))

    @admin.display(description=gettext_lazy("picture"), ordering="search_text")
    def name(self, image: Image) -> str:
        """Say what it is."""
        return str(image)

    @admin.display(description=gettext_lazy("owner"), ordering="department__name")
    def owner(self, image: Image) -> str:
        """Say whose it is."""
        return image.department.short_name or image.department.name

    @admin.display(description=gettext_lazy("uploaded"), ordering="id")
    def uploaded(self, image: Image) -> str:
        """Say on which day it came."""
        return short_day(image.uploaded_at)

    @admin.display(description=gettext_lazy("size"), ordering="width")
    def size(self, image: Image) -> str:
        """Say how many pixels it has."""
        return f"{image.width} × {image.height}"

    @admin.display(description=gettext_lazy("shown in"), ordering="times_used")
    def use_count(self, image: Image) -> str:
        """Say how many places show it."""
        return str(image.times_used) if image.times_used else "–"  # type: ignore[attr-defined]

    # --- The form ---------------------------------------------------------------------------------------------

    def get_form(self, request: HttpRequest, obj: Image | None = None, change: bool = False, **kwargs: Any) -> Any:
        """Return the form for an upload or for what the library says of a picture."""
        form = super().get_form(request, obj, change, **{**kwargs, "form": DescriptionForm if obj else UploadForm})
        form.writable = rights_in(request).departments(*WRITING)
        return form

    def get_fields(self, request: HttpRequest, obj: Image | None = None) -> tuple[str, ...]:
        """The file comes first; later it is shown and can't be replaced."""
        words = ("alt", "decorative", "caption", "credit")
        return words if obj else ("file", "department", *words)

    def save_model(self, request: HttpRequest, obj: Image, form: Any, change: bool) -> None:
        """Do the act."""
        words = {name: form.cleaned_data[name] for name in ("alt", "decorative", "caption", "credit")}
        by: Any = request.user
        if change:
            library.change_description(obj, by=by, now=moment_of(request), **words)
        else:
            department = form.cleaned_data["department"]
            obj.pk = library.add(form.prepared, department=department, by=by, now=moment_of(request), **words).pk

    def render_change_form(self, request: HttpRequest, context: dict[str, Any], *args: Any, **kwargs: Any) -> Any:
        """Add the picture itself and where it is used."""
        image = kwargs.get("obj")
        if image:
            width, uses = large_width(image), self._uses(request, image)
            context |= {
                "image_url": thumb_url(image, "large"),
                "image_size": (width, image.height_at(width)),
                "uses": uses,
                "show_delete": not any(uses.values()),
            }
        return super().render_change_form(request, context, *args, **kwargs)

    def _uses(self, request: HttpRequest, image: Image) -> dict[str, Any]:
        """The editions that show the picture: named where the person may see them, else only counted."""
        showing = Edition.objects.filter(image_uses__image=image).distinct()
        visible = showing.visible_to(rights_in(request)).select_related("article__department").order_by("-pk")
        shown = [(edition, _address_of(edition)) for edition in visible.defer("body")[:50]]
        return {"editions": shown, "others": showing.count() - visible.count()}

    def delete_view(self, request: HttpRequest, object_id: str, extra_context: dict[str, Any] | None = None) -> Any:
        """Refuse a used picture before anybody confirms anything."""
        image = self.visible_or_404(request, object_id)
        try:
            library.refuse_used(image)
            with busy_is_refused():
                return super().delete_view(request, object_id, extra_context)
        except Refused as refused:
            self.message_user(request, str(refused), messages.ERROR)
            return HttpResponseRedirect(reverse("admin:news_image_change", args=[image.pk]))

    def delete_model(self, request: HttpRequest, obj: Image) -> None:
        """Do the act."""
        by: Any = request.user
        library.remove(obj, by=by, now=moment_of(request))

    def get_urls(self) -> list[URLPattern]:
        """Add the chooser's list and the thumbnails."""
        # "cacheable" only means that these say by themselves how long an answer may be kept.
        return [
            path("chon/", self.admin_site.admin_view(picker, cacheable=True), name="news_image_picker"),
            path("<int:pk>/thumb/", self.admin_site.admin_view(thumb, cacheable=True), name="news_image_thumb"),
            *super().get_urls(),
        ]


def thumb_url(image: Image, size: str = "") -> str:
    """Return the admin's address of a picture, which asks the library's rule."""
    address = reverse("admin:news_image_thumb", args=[image.pk])
    return f"{address}?size={size}" if size else address


def _address_of(edition: Edition) -> str:
    """Return where the desk reads that version."""
    return reverse("admin:news_edition_change", args=[edition.pk])
