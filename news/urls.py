"""Addresses of news. The id of an article decides; whatever stands before it is decoration."""

from django.urls import path, re_path

from news import views
from news.pictures.serving import picture

app_name = "news"

urlpatterns = [
    path("tin-tuc/", views.news_list, name="list"),
    re_path(r"^tin-tuc/(?P<slug>[^/]+)-(?P<pk>[0-9]{1,12})/\Z", views.article, name="article"),
    # An address that lost its words.
    re_path(r"^tin-tuc/(?P<pk>[0-9]{1,12})/\Z", views.article),
    path("chuyen-muc/", views.categories, name="categories"),
    path("chuyen-muc/<slug:slug>/", views.category, name="category"),
    path("hinh-anh/<str:token>/<int:width>.webp", picture, name="picture"),
]
