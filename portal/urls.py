"""All addresses of the portal. A view that isn't in the admin is public on purpose."""

from django.contrib import admin
from django.urls import include, path

urlpatterns = [
    path("quan-tri/", admin.site.urls),
]
