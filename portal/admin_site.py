"""The admin in the portal's clothes: who may enter, its menu, its first page, and its words."""

from typing import Any

from django.contrib import admin, messages
from django.contrib.admin.forms import AdminPasswordChangeForm
from django.contrib.auth import update_session_auth_hash
from django.contrib.auth.views import PasswordChangeView
from django.http import HttpRequest, HttpResponse, HttpResponseBase, HttpResponseRedirect
from django.template.response import TemplateResponse
from django.urls import reverse_lazy
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.i18n import JavaScriptCatalog

from departments import accounts
from departments.access import moment_of
from departments.login import LoginForm
from departments.refusals import Refused, busy_is_refused

# The menu in the order of the day's work; whatever isn't named comes last.
MENU = (
    "news.Edition",
    "news.Image",
    "comments.Comment",
    "departments.Department",
    "departments.Membership",
    "departments.User",
    "news.Category",
    "audit.Entry",
)


class PortalAdminSite(admin.AdminSite):
    """The staff's side of the portal."""

    site_title = gettext_lazy("Editorial desk")
    site_header = gettext_lazy("Editorial desk")
    index_title = gettext_lazy("What waits for me")
    enable_nav_sidebar = False
    empty_value_display = "—"
    index_template = "admin/index.html"
    login_form = LoginForm

    def get_urls(self) -> list[Any]:
        """Leave out Django's way from any object to its page: it would tell the title of a foreign draft."""
        return [url for url in super().get_urls() if getattr(url, "name", "") != "view_on_site"]

    def has_permission(self, request: HttpRequest) -> bool:
        """Let in active staff; what each may do there is for their roles to say."""
        return bool(request.user.is_active and request.user.is_staff)  # type: ignore[union-attr]

    def each_context(self, request: HttpRequest) -> dict[str, Any]:
        """Add the menu."""
        context = super().each_context(request)
        context["menu"] = self._menu(context["available_apps"], request.path)
        return context

    def _menu(self, apps: list[dict[str, Any]], path: str) -> list[dict[str, Any]]:
        """The lists that this person has, in the order of the day's work; the one being looked at is marked."""
        found = {}
        for model in (model for app in apps for model in app["models"]):
            if url := model.get("admin_url"):
                name = getattr(self._registry[model["model"]], "menu_name", "") or model["name"]
                found[model["model"]._meta.label] = {"name": name, "url": url, "current": path.startswith(url)}
        rest = [label for label in found if label not in MENU]
        return [found[label] for label in (*MENU, *rest) if label in found]

    def index(self, request: HttpRequest, extra_context: dict[str, Any] | None = None) -> TemplateResponse:
        """Show what waits for this person."""
        from portal.dashboard import dashboard

        return super().index(request, {**dashboard(request), **(extra_context or {})})

    def app_index(
        self, request: HttpRequest, app_label: str, extra_context: dict[str, Any] | None = None
    ) -> HttpResponseBase:
        """Have no page per app: the menu has everything."""
        from django.shortcuts import redirect

        return redirect("admin:index")

    def password_change(self, request: HttpRequest, extra_context: dict[str, Any] | None = None) -> HttpResponseBase:
        """Change one's own password, which is an act like any other."""
        view = OwnPasswordView.as_view(
            extra_context={**self.each_context(request), **(extra_context or {})},
            template_name="registration/password_change_form.html",
        )
        request.current_app = self.name  # type: ignore[attr-defined]
        return view(request)

    def i18n_javascript(self, request: HttpRequest, extra_context: dict[str, Any] | None = None) -> HttpResponse:
        """Give the admin's scripts their words, those that Django's catalogue lacks included."""
        return _ScriptWords.as_view(packages=["django.contrib.admin"])(request)


class OwnPasswordView(PasswordChangeView):
    """Changes one's own password through the act that records it."""

    form_class = AdminPasswordChangeForm
    success_url = reverse_lazy("admin:index")

    def form_valid(self, form: Any) -> HttpResponse:
        """Call the act, stay logged in here, and say what happened."""
        try:
            with busy_is_refused():
                person = accounts.set_password(
                    self.request.user,  # type: ignore[arg-type]
                    form.cleaned_data["new_password1"],
                    by=self.request.user,  # type: ignore[arg-type]
                    now=moment_of(self.request),
                )
        except Refused as refusal:
            messages.error(self.request, str(refusal))
            return self.form_invalid(form)
        update_session_auth_hash(self.request, person)
        messages.success(self.request, _("Your password has been changed."))
        return HttpResponseRedirect(self.get_success_url())


class _ScriptWords(JavaScriptCatalog):
    def get_catalog(self) -> dict[str, Any]:
        from portal.borrowed_messages import script_words

        return {**super().get_catalog(), **script_words()}
