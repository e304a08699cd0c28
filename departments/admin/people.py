"""Staff accounts: managers open accounts for their departments and look after them."""

from typing import Any

from django import forms
from django.contrib import admin, messages
from django.contrib.auth.forms import AdminPasswordChangeForm
from django.contrib.auth.password_validation import validate_password
from django.core.exceptions import PermissionDenied
from django.db.models import Prefetch, QuerySet
from django.http import HttpRequest, HttpResponseBase, HttpResponseRedirect
from django.template.response import TemplateResponse
from django.urls import path, reverse
from django.utils.html import format_html_join
from django.utils.safestring import SafeString
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from audit.names import name_acts
from departments import accounts
from departments.access import RightsAdmin, moment_of, rights_in
from departments.admin.memberships import people_of
from departments.choices import DepartmentChoice
from departments.models import Department, Membership, Role, User
from departments.refusals import Refused, busy_is_refused

name_acts(
    {
        "account.opened": _("account opened"),
        "account.edited": _("account changed"),
        "account.closed": _("account closed"),
        "account.reopened": _("account opened again"),
        "account.password_set": _("password changed"),
    }
)


class OpenAccountForm(forms.ModelForm):
    """A new account, with its first role."""

    password1 = forms.CharField(
        label=_("password"),
        strip=False,
        widget=forms.PasswordInput(attrs={"autocomplete": "new-password"}),
        help_text=_("The person changes it after the first login."),
    )
    password2 = forms.CharField(
        label=_("password again"), strip=False, widget=forms.PasswordInput(attrs={"autocomplete": "new-password"})
    )
    department = DepartmentChoice(label=_("department"), queryset=Department.objects.none())
    role = forms.ChoiceField(label=_("role"), choices=[("", "—"), *Role.choices])

    class Meta:
        model = User
        fields = ["full_name", "username", "email"]

    asked_by: HttpRequest

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        managed = rights_in(self.asked_by).departments(Role.MANAGER)
        self.fields["department"].queryset = Department.objects.filter(pk__in=managed)  # type: ignore[attr-defined]
        for name in ("department", "role"):
            self.fields[name].required = not self.asked_by.user.is_superuser  # type: ignore[union-attr]

    def clean(self) -> dict[str, Any]:
        """Compare and judge the passwords; ask for department and role together."""
        cleaned = super().clean() or self.cleaned_data
        first, second = cleaned.get("password1"), cleaned.get("password2")
        if first and second and first != second:
            self.add_error("password2", gettext("The two passwords differ."))
        elif first:
            try:
                validate_password(first, self.instance)
            except forms.ValidationError as error:
                self.add_error("password1", error)
        if cleaned.get("department") and not cleaned.get("role"):
            self.add_error("role", gettext("Choose a role."))
        if cleaned.get("role") and "department" in cleaned and not cleaned["department"]:
            self.add_error("department", gettext("Choose a department."))
        return cleaned


class AccountForm(forms.ModelForm):
    """What may be changed of an account."""

    class Meta:
        model = User
        fields = ["full_name", "email", "is_active"]
        labels = {"is_active": _("may log in")}
        help_texts = {"is_active": _("Take the tick away when somebody leaves; what they did stays on record.")}


class RolesInline(admin.TabularInline):
    """The roles of the account, to be read; they are given and ended under “memberships”."""

    model = Membership
    fk_name = "user"
    verbose_name_plural = _("roles")
    fields = ["department", "role", "since", "until"]
    readonly_fields = fields
    extra = 0
    can_delete = False

    def has_view_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        """Whoever sees the account."""
        return True

    def has_add_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        """Elsewhere."""
        return False

    has_change_permission = has_add_permission
    has_delete_permission = has_add_permission

    def get_queryset(self, request: HttpRequest) -> QuerySet[Any]:
        """Fetch the departments along."""
        return super().get_queryset(request).select_related("department", "user")


@admin.register(User)
class UserAdmin(RightsAdmin):
    """Staff accounts."""

    roles = (Role.MANAGER,)
    list_display = ["full_name", "username", "email", "current_roles", "is_active", "last_login"]
    list_filter = ["is_active"]
    search_fields = ["full_name", "username", "email"]
    search_help_text = _("Name, account name or e-mail")
    ordering = ["full_name", "username"]
    list_per_page = 50
    inlines = [RolesInline]
    change_form_template = "admin/departments/user/change_form.html"

    def visible(self, objects: Any, request: HttpRequest) -> QuerySet[Any]:
        """Narrow to the people of the departments that this person manages."""
        now = moment_of(request)
        roles = Prefetch(
            "memberships", Membership.objects.holding(now).select_related("department"), to_attr="roles_now"
        )
        return (objects & people_of(request)).prefetch_related(roles)

    def has_add_permission(self, request: HttpRequest) -> bool:
        """Managers'."""
        return self.has_view_permission(request)

    def has_change_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        """Of those who look after the account."""
        if obj is None:
            return self.has_view_permission(request)
        return accounts.may_look_after(obj, by=request.user, now=moment_of(request))  # type: ignore[arg-type]

    def get_fieldsets(self, request: HttpRequest, obj: Any = None) -> Any:
        """Ask for the first role with a new account."""
        if obj is None:
            return [
                (_("The person"), {"fields": ["full_name", "username", "email"]}),
                (_("First password"), {"fields": ["password1", "password2"]}),
                (_("First role"), {"fields": ["department", "role"]}),
            ]
        return [(None, {"fields": ["full_name", "username", "email", "is_active", "last_login"]})]

    def get_readonly_fields(self, request: HttpRequest, obj: Any = None) -> list[str]:
        """The account name stays: the record names it."""
        return ["username", "last_login"] if obj is not None else []

    def get_inlines(self, request: HttpRequest, obj: Any) -> list[Any]:
        """Show the roles of an account that is there."""
        return self.inlines if obj is not None else []

    def get_form(self, request: HttpRequest, obj: Any = None, change: bool = False, **kwargs: Any) -> Any:
        """Return the form for opening or for changing."""
        if obj is None:
            kwargs |= {"form": OpenAccountForm, "fields": ["full_name", "username", "email"]}
            form = super().get_form(request, obj, change, **kwargs)
            return type(form.__name__, (form,), {"asked_by": request})
        return super().get_form(request, obj, change, **{**kwargs, "form": AccountForm})

    @admin.display(description=_("roles"))
    def current_roles(self, person: Any) -> SafeString:
        """Return the roles that hold now."""
        rows = [(held.get_role_display(), held.department) for held in person.roles_now]
        return format_html_join("", '<span class="role"><b>{}</b> {}</span>', rows) or "—"

    def save_model(self, request: HttpRequest, obj: Any, form: Any, change: bool) -> None:
        """Call the acts."""
        by, now, data = request.user, moment_of(request), form.cleaned_data
        if not change:
            opened = accounts.open_account(
                obj.username,
                obj.full_name,
                obj.email,
                data["password1"],
                by=by,  # type: ignore[arg-type]
                now=now,
                department=data.get("department"),
                role=data.get("role") or "",
            )
            obj.pk = opened.pk
            return
        accounts.edit(obj, by=by, now=now, full_name=data["full_name"], email=data["email"])  # type: ignore[arg-type]
        if "is_active" in form.changed_data:
            accounts.set_active(obj, data["is_active"], by=by, now=now)  # type: ignore[arg-type]

    def get_urls(self) -> list[Any]:
        """Add the address that gives a new password."""
        password = path(
            "<int:object_id>/password/",
            self.admin_site.admin_view(self.password_view),
            name="departments_user_password",
        )
        return [password, *super().get_urls()]

    def password_view(self, request: HttpRequest, object_id: int) -> HttpResponseBase:
        """Give the account a new password."""
        person = self.visible_or_404(request, str(object_id))
        if not self.has_change_permission(request, person):
            raise PermissionDenied
        form = AdminPasswordChangeForm(person, request.POST or None)
        form.fields.pop("usable_password", None)
        if request.method == "POST" and form.is_valid():
            try:
                with busy_is_refused():
                    accounts.set_password(
                        person,
                        form.cleaned_data["password1"],
                        by=request.user,  # type: ignore[arg-type]
                        now=moment_of(request),
                    )
            except Refused as refusal:
                form.add_error(None, str(refusal))
            else:
                messages.success(request, gettext("The password has been changed."))
                return HttpResponseRedirect(reverse("admin:departments_user_change", args=[person.pk]))
        context = {
            **self.admin_site.each_context(request),
            "title": gettext("New password for %(person)s") % {"person": person},
            "opts": self.opts,
            "original": person,
            "form": form,
            "media": self.media,
        }
        return TemplateResponse(request, "admin/departments/user/password.html", context)
