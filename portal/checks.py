"""What an operator can mis-set, each with an id and a hint; docs/van-hanh.md lists them."""

import os
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

from django.apps import AppConfig
from django.conf import settings
from django.core.checks import CheckMessage, Error, Tags, Warning, register

LOOPBACK = frozenset({"127.0.0.1", "localhost", "[::1]", "::1", "testserver"})
ABOVE_ZERO = (
    "PICTURE_MAX_BYTES",
    "PICTURE_MAX_PIXELS",
    "COMMENT_MAX_LENGTH",
    "COMMENT_RATE_PER_SENDER",
    "COMMENT_RATE_PER_ARTICLE",
    "COMMENT_RATE_OVERALL",
    "COMMENT_STAMP_MAX_SECONDS",
    "SESSION_COOKIE_AGE",
)
NOT_BELOW_ZERO = ("COMMENT_MAX_LINKS", "COMMENT_STAMP_MIN_SECONDS", "PORTAL_TRUSTED_PROXIES")
SHORTEST_KEY = 32
# TCVN 14423:2026, level 2: where no second factor is asked for.
SHORTEST_PASSWORD = 14

Apps = Sequence[AppConfig] | None


@register()
def demo_and_debug_stay_at_home(app_configs: Apps = None, **kwargs: Any) -> list[CheckMessage]:
    """portal.E001, portal.E002: the demo's known passwords and Django's debug pages only answer on this machine."""
    public = sorted(set(settings.ALLOWED_HOSTS) - LOOPBACK)
    found: list[CheckMessage] = []
    if settings.PORTAL_DEMO and public:
        found.append(
            Error(
                f"PORTAL_DEMO is on and the portal answers to {', '.join(public)}.",
                hint="The demo has known passwords and insecure cookies. Unset PORTAL_DEMO or ALLOWED_HOSTS.",
                id="portal.E001",
            )
        )
    if settings.DEBUG and public:
        found.append(
            Error(
                f"DEBUG is on and the portal answers to {', '.join(public)}.",
                hint="Debug pages show settings and data to everybody. Unset DEBUG.",
                id="portal.E002",
            )
        )
    return found


@register()
def files_have_their_places(app_configs: Apps = None, **kwargs: Any) -> list[CheckMessage]:
    """portal.E003, portal.E004: the library's files are apart from the public static files, and can be written."""
    media, static = Path(settings.MEDIA_ROOT).resolve(), Path(settings.STATIC_ROOT).resolve()
    found: list[CheckMessage] = []
    if media.is_relative_to(static) or static.is_relative_to(media):
        found.append(
            Error(
                f"MEDIA_ROOT ({media}) and STATIC_ROOT ({static}) lie in one another.",
                hint="Static files are public; pictures of drafts must not be. Give them separate folders.",
                id="portal.E003",
            )
        )
    if not _can_write(media):
        found.append(
            Error(
                f"MEDIA_ROOT ({media}) can't be written by this process.",
                hint="Make the folder and give it to the user that runs the portal.",
                id="portal.E004",
            )
        )
    return found


@register()
def limits_let_something_through(app_configs: Apps = None, **kwargs: Any) -> list[CheckMessage]:
    """portal.E005, portal.E006: a limit of zero would refuse every picture, comment or log-in."""
    bounds = [(name, 1) for name in ABOVE_ZERO] + [(name, 0) for name in NOT_BELOW_ZERO]
    found: list[CheckMessage] = [
        Error(
            f"{name} is {getattr(settings, name)}; it must be {least} or more.",
            hint=f"Unset {name} to get its default.",
            id="portal.E005",
        )
        for name, least in bounds
        if getattr(settings, name) < least
    ]
    if settings.COMMENT_STAMP_MIN_SECONDS >= settings.COMMENT_STAMP_MAX_SECONDS:
        found.append(
            Error(
                "COMMENT_STAMP_MIN_SECONDS is not below COMMENT_STAMP_MAX_SECONDS: no comment could ever be sent.",
                hint="Unset both to get their defaults.",
                id="portal.E006",
            )
        )
    return found


@register(Tags.security)
def proxies_are_told_alike(app_configs: Apps = None, **kwargs: Any) -> list[CheckMessage]:
    """portal.W001, portal.E007: who is asked for the reader's address is who is asked for the scheme."""
    behind = settings.SECURE_PROXY_SSL_HEADER is not None
    if behind and not settings.PORTAL_TRUSTED_PROXIES:
        return [
            Warning(
                "PORTAL_BEHIND_PROXY is on and PORTAL_TRUSTED_PROXIES is 0: all readers share the proxy's address.",
                hint="Set PORTAL_TRUSTED_PROXIES to the number of your proxies in front, usually 1.",
                id="portal.W001",
            )
        ]
    if settings.PORTAL_TRUSTED_PROXIES and not behind:
        return [
            Error(
                "PORTAL_TRUSTED_PROXIES is set and PORTAL_BEHIND_PROXY is off: anyone could invent an address.",
                hint="Set PORTAL_BEHIND_PROXY=1 behind a proxy that overwrites X-Forwarded-Proto, else unset both.",
                id="portal.E007",
            )
        ]
    return []


@register(Tags.security, deploy=True)
def production_is_meant_to_last(app_configs: Apps = None, **kwargs: Any) -> list[CheckMessage]:
    """portal.W002 to W006: what works on one machine for a while and fails a province later."""
    return list(_of_production())


def _of_production() -> Iterator[CheckMessage]:
    if not settings.DATABASES["default"]["ENGINE"].endswith("postgresql"):
        yield Warning(
            "The database is not PostgreSQL.",
            hint="SQLite serves one machine only. Set DATABASE_URL=postgres://… (docs/van-hanh.md).",
            id="portal.W002",
        )
    if settings.COMMENT_HASH_KEY == settings.SECRET_KEY or len(settings.COMMENT_HASH_KEY) < SHORTEST_KEY:
        yield Warning(
            f"COMMENT_HASH_KEY is not set, or shorter than {SHORTEST_KEY} characters.",
            hint="Without a key of its own a new SECRET_KEY forgets who sent too much. Set a long random text.",
            id="portal.W003",
        )
    if "*" in settings.ALLOWED_HOSTS:
        yield Warning(
            "ALLOWED_HOSTS lets every host name through.",
            hint="Name the portal's own hosts, so that nobody can make it write links to another.",
            id="portal.W004",
        )
    if insecure := [origin for origin in settings.CSRF_TRUSTED_ORIGINS if not origin.startswith("https://")]:
        yield Warning(
            f"CSRF_TRUSTED_ORIGINS trusts {', '.join(insecure)} over plain HTTP.",
            hint="Use https:// origins, or none: the portal needs none for its own host.",
            id="portal.W005",
        )
    validators: Any = settings.AUTH_PASSWORD_VALIDATORS
    for validator in validators:
        shortest = validator.get("OPTIONS", {}).get("min_length", SHORTEST_PASSWORD)
        if shortest < SHORTEST_PASSWORD:
            yield Warning(
                f"Passwords of {shortest} characters are let in.",
                hint=f"Unset PASSWORD_MIN_LENGTH; TCVN 14423:2026 asks for {SHORTEST_PASSWORD} without second factor.",
                id="portal.W006",
            )


def _can_write(folder: Path) -> bool:
    """Return whether this process may write in `folder`, or may make it where it isn't there yet."""
    while not folder.exists() and folder != folder.parent:
        folder = folder.parent
    return folder.is_dir() and os.access(folder, os.W_OK | os.X_OK)
