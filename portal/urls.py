"""All addresses of the portal. A view that isn't in the admin is public on purpose."""

from django.contrib import admin
from django.urls import include, path

from portal import health, views
from portal.home import home

handler400 = "portal.errors.bad_request"
handler403 = "portal.errors.permission_denied"
handler404 = "portal.errors.page_not_found"
handler500 = "portal.errors.server_error"

urlpatterns = [
    path("", home, name="home"),
    path("", include("comments.urls")),
    path("", include("news.urls")),
    path("", include("departments.urls")),
    path("quan-tri/", admin.site.urls),
    path("healthz", health.healthz, name="healthz"),
    path("readyz", health.readyz, name="readyz"),
    path("robots.txt", views.robots, name="robots"),
    path("favicon.ico", views.favicon, name="favicon"),
]
