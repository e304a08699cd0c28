"""Who holds which role where: managers give and end roles in the departments that they manage."""

from typing import Any

from django import forms
from django.contrib import admin, messages
from django.contrib.admin.views.main import ChangeList
from django.db.models import Q, QuerySet
from django.http import HttpRequest, HttpResponse, HttpResponseNotAllowed, HttpResponseRedirect
from django.urls import path, reverse
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from audit.names import name_acts
from departments import membership as acts
from departments.access import RightsAdmin, moment_of, rights_in
from departments.choices import DepartmentChoice
from departments.models import Department, Membership, Role, User
from departments.moments import MomentWidget
from departments.refusals import Refused, busy_is_refused

name_acts(
    {
        "membership.granted": _("role given"),
        "membership.ended": _("role ended"),
        "membership.called_off": _("role called off before it began"),
    }
)


class HoldingFilter(admin.SimpleListFilter):
    """Those that hold now (shown at first), and the past ones."""

    title = _("validity")
    parameter_name = "holding"

    def lookups(self, request: HttpRequest, model_admin: Any) -> list[tuple[str, Any]]:
        """Return the choices beside the default."""
        return [("ended", _("ended")), ("all", _("all"))]

    def choices(self, changelist: ChangeList) -> Any:
        """Name the default for what it shows."""
        first, *others = super().choices(changelist)
        return [{**first, "display": _("in force or to come")}, *others]

    def queryset(self, request: HttpRequest, queryset: QuerySet[Any]) -> QuerySet[Any]:
        """Narrow the list."""
        now = moment_of(request)
        if self.value() == "ended":
            return queryset.filter(until__lte=now)
        if self.value() == "all":
            return queryset
        return queryset.filter(Q(until=None) | Q(until__gt=now))


class MembershipForm(forms.ModelForm):
    """Gives a role."""

    department = DepartmentChoice(label=_("department"), queryset=Department.objects.none())

    class Meta:
        model = Membership
        fields = ["user", "department", "role", "until"]
        widgets = {"until": MomentWidget}

    asked_by: HttpRequest

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if "user" in self.fields:
            managed = rights_in(self.asked_by).departments(Role.MANAGER)
            self.fields["department"].queryset = Department.objects.filter(pk__in=managed)  # type: ignore[attr-defined]
            people = people_of(self.asked_by).filter(is_active=True).order_by("full_name")
            self.fields["user"].queryset = people  # type: ignore[attr-defined]


@admin.register(Membership)
class MembershipAdmin(RightsAdmin):
    """Roles of people."""

    form = MembershipForm
    roles = (Role.MANAGER,)
    list_display = ["user", "department", "role", "since", "until", "validity"]
    list_filter = [HoldingFilter, "role"]
    list_select_related = ["user", "department"]
    search_fields = ["user__full_name", "user__username", "department__name"]
    search_help_text = _("Name of the person, account name or department")
    fields = ["user", "department", "role", "until"]
    list_per_page = 50
    change_form_template = "admin/departments/membership/change_form.html"

    def visible(self, objects: Any, request: HttpRequest) -> QuerySet[Any]:
        """Narrow to the departments that this person manages."""
        return objects.filter(department__in=rights_in(request).departments(Role.MANAGER))

    def has_add_permission(self, request: HttpRequest) -> bool:
        """Managers'."""
        return self.has_view_permission(request)

    def get_fields(self, request: HttpRequest, obj: Any = None) -> Any:
        """Show the start too once there is one."""
        return ["user", "department", "role", "since", "until"] if obj else self.fields

    def get_form(self, request: HttpRequest, obj: Any = None, change: bool = False, **kwargs: Any) -> Any:
        """Let the form offer the departments that one manages and the people that one sees."""
        form = super().get_form(request, obj, change, **kwargs)
        return type(form.__name__, (form,), {"asked_by": request})

    @admin.display(description=_("validity"))
    def validity(self, membership: Membership) -> SafeString:
        """Return whether the role holds, as a badge."""
        from django.utils import timezone

        now = timezone.now()
        if membership.until is not None and membership.until <= now:
            return format_html('<span class="badge badge-past">{}</span>', gettext("ended"))
        if membership.since > now:
            return format_html('<span class="badge badge-scheduled">{}</span>', gettext("to come"))
        return format_html('<span class="badge badge-live">{}</span>', gettext("in force"))

    def save_model(self, request: HttpRequest, obj: Any, form: Any, change: bool) -> None:
        """Call the act."""
        granted = acts.grant(
            obj.user,
            obj.department,
            obj.role,
            by=request.user,  # type: ignore[arg-type]
            now=moment_of(request),
            until=obj.until,
        )
        obj.pk, obj.since = granted.pk, granted.since

    def get_urls(self) -> list[Any]:
        """Add the address that ends a role."""
        end = path("<int:object_id>/end/", self.admin_site.admin_view(self.end_view), name="departments_membership_end")
        return [end, *super().get_urls()]

    def end_view(self, request: HttpRequest, object_id: int) -> HttpResponse:
        """End a role now."""
        membership = self.visible_or_404(request, str(object_id))
        if request.method != "POST":
            return HttpResponseNotAllowed(["POST"])
        try:
            with busy_is_refused():
                acts.end(
                    membership,
                    by=request.user,  # type: ignore[arg-type]
                    now=moment_of(request),
                    reason=request.POST.get("reason", "")[:1000],
                )
        except Refused as refusal:
            messages.error(request, str(refusal))
            return HttpResponseRedirect(reverse("admin:departments_membership_change", args=[membership.pk]))
        messages.success(request, gettext("The role has ended."))
        return HttpResponseRedirect(reverse("admin:departments_membership_changelist"))


def people_of(request: HttpRequest) -> QuerySet[User]:
    """Return the accounts that this person sees: a superuser all, a manager those of their departments."""
    if request.user.is_superuser:  # type: ignore[union-attr]
        return User.objects.all()
    managed = rights_in(request).departments(Role.MANAGER)
    return User.objects.filter(pk__in=Membership.objects.filter(department__in=managed).values("user"))
