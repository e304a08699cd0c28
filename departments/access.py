"""Rights in the admin: worked out once per request, and asked before anything is shown or done."""

from collections.abc import Callable
from datetime import datetime
from typing import Any, NoReturn

from django.contrib import admin
from django.core.exceptions import BadRequest, PermissionDenied
from django.db import DataError, models
from django.db.models import QuerySet
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseBase
from django.utils import timezone
from django.utils.text import capfirst

from departments.models import Department, Role
from departments.models.department import Kind
from departments.refusals import Busy, Refused, busy_is_refused
from departments.rights import Rights, rights_of

_MOMENT = "_portal_moment"
_RIGHTS = "_portal_rights"
_WHOLE = "_portal_manages_everything"
_REFUSAL = "_portal_refusal"


def moment_of(request: HttpRequest) -> datetime:
    """Return the one moment at which everything in this request is judged."""
    if not hasattr(request, _MOMENT):
        setattr(request, _MOMENT, timezone.now())
    return getattr(request, _MOMENT)


def rights_in(request: HttpRequest) -> Rights:
    """Return the rights of the person who asks, worked out once per request."""
    if not hasattr(request, _RIGHTS):
        setattr(request, _RIGHTS, rights_of(request.user, moment_of(request)))
    return getattr(request, _RIGHTS)


def manages_everything(request: HttpRequest) -> bool:
    """Return whether this is a superuser or a manager of the province itself."""
    if not hasattr(request, _WHOLE):
        root = Department.objects.filter(kind=Kind.PROVINCE).values_list("pk", flat=True).first()
        whole = root is not None and rights_in(request).may((Role.MANAGER,), root)
        setattr(request, _WHOLE, whole or bool(request.user.is_superuser))  # type: ignore[union-attr]
    return getattr(request, _WHOLE)


def _refusing(form: Any, refusal: str) -> Callable[[Any], Any]:
    def clean(self: Any) -> Any:
        cleaned = form.clean(self)
        self.add_error(None, refusal)
        return cleaned

    return clean


class RightsAdmin(admin.ModelAdmin):
    """An admin that asks the portal's rights and not Django's permissions.

    A subclass says in `roles` whose members have anything to see, and its model's default manager has `visible_to`.
    What someone may not see answers 404, so that an address tells nothing. Nothing is added, changed or deleted here
    unless a subclass says so; then it calls an act, which writes the record (Django's own admin log stays empty).
    """

    roles: tuple[str, ...] = ()
    # What people call the objects, where that isn't the model's name.
    menu_name: Any = ""
    # Django's own way there asks no right; a subclass names the address itself.
    view_on_site: Any = False
    show_facets = admin.ShowFacets.NEVER
    refusals: tuple[type[Exception], ...] = (Refused,)

    def get_queryset(self, request: HttpRequest) -> QuerySet[Any]:
        """Return what this person may see."""
        return self.visible(super().get_queryset(request), request)

    def visible(self, objects: Any, request: HttpRequest) -> QuerySet[Any]:
        """Narrow `objects` to what this person may see."""
        return objects.visible_to(rights_in(request))

    def has_module_permission(self, request: HttpRequest) -> bool:
        """Show the model in the menu of those who have something to see."""
        return self.has_view_permission(request)

    def has_view_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        """Objects come from the visible set, so that the roles alone decide here."""
        return bool(request.user.is_superuser or rights_in(request).anywhere(*self.roles))  # type: ignore[union-attr]

    def has_add_permission(self, request: HttpRequest) -> bool:
        """Adding is an act; subclasses that offer it say to whom."""
        return False

    def has_change_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        """Changing is an act; subclasses that offer it say to whom."""
        return False

    def has_delete_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        """Nothing is deleted in the admin."""
        return False

    def changelist_view(self, request: HttpRequest, extra_context: dict[str, Any] | None = None) -> HttpResponse:
        """Show the list, or 404; 400 where the address or the form has what no column can hold."""
        self.require_view(request)
        name = self.menu_name or self.opts.verbose_name_plural
        try:
            return super().changelist_view(request, {"title": capfirst(str(name)), **(extra_context or {})})
        except (ValueError, OverflowError, DataError) as error:
            raise BadRequest("not a value of that column") from error

    def changeform_view(
        self,
        request: HttpRequest,
        object_id: str | None = None,
        form_url: str = "",
        extra_context: dict[str, Any] | None = None,
    ) -> Any:
        """Show or take the form, or 404. A refused act shows the form again, with the reason and all that was typed."""
        self.require_view(request)
        refusals: tuple[type[Exception], ...] = (*self.refusals, Busy)
        try:
            with busy_is_refused():
                return super().changeform_view(request, object_id, form_url, extra_context)
        except refusals as refusal:
            setattr(request, _REFUSAL, str(refusal))
            # Past Django's transaction: the form is refused for certain, and a locked database would refuse again.
            return super()._changeform_view(request, object_id, form_url, extra_context)  # type: ignore[misc]

    def render_change_form(self, request: HttpRequest, context: dict[str, Any], *args: Any, **kwargs: Any) -> Any:
        """Offer one way to save: what it does is clear."""
        context |= {"show_save_and_add_another": False, "show_save_and_continue": False}
        return super().render_change_form(request, context, *args, **kwargs)

    def get_form(self, request: HttpRequest, obj: Any = None, change: bool = False, **kwargs: Any) -> Any:
        """Return the form, which carries the reason if the act was refused."""
        form = super().get_form(request, obj, change, **kwargs)
        if refusal := getattr(request, _REFUSAL, ""):
            return type(form.__name__, (form,), {"clean": _refusing(form, refusal)})
        return form

    def delete_view(
        self, request: HttpRequest, object_id: str, extra_context: dict[str, Any] | None = None
    ) -> HttpResponse:
        """Refuse: 404 for what one may not see, 403 for the rest."""
        self.visible_or_404(request, object_id)
        if not self.has_delete_permission(request):
            raise PermissionDenied
        return super().delete_view(request, object_id, extra_context)

    def history_view(
        self, request: HttpRequest, object_id: str, extra_context: dict[str, Any] | None = None
    ) -> HttpResponseBase:
        """Show what the record says of the object (`departments.history`), in place of Django's own log."""
        from departments.history import history_page

        obj = self.visible_or_404(request, object_id)
        return history_page(self, request, obj, self.histories(obj))

    def histories(self, obj: Any) -> list[models.Model]:
        """Return the objects whose record tells the history of `obj`."""
        return [obj]

    def require_view(self, request: HttpRequest) -> None:
        """Raise Http404 where the person has nothing to see."""
        if not self.has_view_permission(request):
            raise Http404

    def visible_or_404(self, request: HttpRequest, object_id: str) -> Any:
        """Return the object if this person may see it."""
        self.require_view(request)
        obj = self.get_object(request, object_id)
        if obj is None:
            raise Http404
        return obj

    def _get_obj_does_not_exist_redirect(self, request: HttpRequest, opts: Any, object_id: str) -> NoReturn:
        # Django leads back to the first page with a message that names the id.
        raise Http404

    def log_addition(self, request: HttpRequest, obj: Any, message: Any) -> None:
        """Leave Django's log empty: `audit` holds the record."""

    def log_change(self, request: HttpRequest, obj: Any, message: Any) -> None:
        """Leave Django's log empty: `audit` holds the record."""

    def log_deletions(self, request: HttpRequest, queryset: QuerySet[Any]) -> None:
        """Leave Django's log empty: `audit` holds the record."""
