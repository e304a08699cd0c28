"""The yardstick: the smallest Django project that answers with a given number of bytes, with the middleware of
`startproject`. Settings and addresses in one module; no part of the portal."""

from django.http import HttpRequest, HttpResponse
from django.urls import path

SECRET_KEY = "bench-only"
ALLOWED_HOSTS = ["127.0.0.1"]
ROOT_URLCONF = "bench.bare"
INSTALLED_APPS = [
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
]
MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
]
_LARGEST = b"x" * 2**20


def bare(request: HttpRequest, size: int) -> HttpResponse:
    """Answer with `size` bytes."""
    return HttpResponse(_LARGEST[:size])


urlpatterns = [path("<int:size>/", bare)]
