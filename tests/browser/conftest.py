"""One served demo and one Chromium for all tests of the browser."""

import os
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, BrowserContext, Page

from tests.browser.chromium import chromium
from tests.browser.server import Portal, demo_portal

HERE = Path(__file__).parent


# Before `-m` chooses by the marks.
@pytest.hookimpl(tryfirst=True)
def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Mark everything here."""
    for item in items:
        if HERE in item.path.parents:
            item.add_marker("browser")
            item.add_marker("slow")


@pytest.fixture(scope="session")
def portal() -> Iterator[Portal]:
    """A served demo on the database that is tested."""
    with demo_portal(os.environ["DATABASE_URL"]) as running:
        yield running


@pytest.fixture(scope="session")
def portal_url(portal: Portal) -> str:
    """The address of the served demo, without a slash at its end."""
    return portal.url


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """A real Chromium."""
    with chromium() as running:
        yield running


@pytest.fixture
def new_page(browser: Browser, portal: Portal) -> Iterator[Callable[..., Page]]:
    """A function that opens an empty page as a person of their own: `new_page(width=360, dark=True, scripts=False)`.

    At the end of the test it fails if a page asked another host, or wrote an error (a breach of the content security
    policy is one) to the console.
    """
    contexts: list[BrowserContext] = []
    wrong: list[str] = []

    def open_page(*, width: int = 1280, dark: bool = False, scripts: bool = True, **options: Any) -> Page:
        context = browser.new_context(
            base_url=portal.url,
            viewport={"width": width, "height": 800},
            color_scheme="dark" if dark else "light",
            java_script_enabled=scripts,
            locale="vi-VN",
            **options,
        )
        contexts.append(context)
        context.on("request", lambda request: _own(request.url, portal.url) or wrong.append(f"asked {request.url}"))
        context.on("console", lambda message: message.type == "error" and wrong.append(message.text))
        context.on("weberror", lambda error: wrong.append(str(error.error)))
        return context.new_page()

    yield open_page
    for context in contexts:
        context.close()
    # Chromium writes a line for each page that answers 4xx; such pages are looked at on purpose.
    assert [line for line in wrong if "the server responded with a status of 4" not in line] == []


def _own(url: str, portal: str) -> bool:
    return url.startswith((f"{portal}/", "data:", "blob:", "about:"))
