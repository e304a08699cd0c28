"""Addresses under an article, and the page on personal data."""

from django.urls import path, re_path

from comments import views

app_name = "comments"

# As in news: the id after the last dash decides, the slug is decoration.
_ARTICLE = r"^tin-tuc/(?P<slug>[^/]+)-(?P<pk>[0-9]{1,12})/y-kien/"

urlpatterns = [
    re_path(rf"{_ARTICLE}\Z", views.write, name="write"),
    re_path(rf"{_ARTICLE}da-gui/\Z", views.thanks, name="thanks"),
    path("bao-ve-du-lieu-ca-nhan/", views.privacy, name="privacy"),
]
