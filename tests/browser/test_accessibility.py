"""Every kind of public page, for everybody: WCAG 2.2 AA by axe-core, narrow phones, without scripts, light pages."""

import gzip
import re
from collections.abc import Callable
from urllib.error import HTTPError
from urllib.parse import urljoin
from urllib.request import Request, urlopen

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page

from tests.browser.server import Portal

pytestmark = pytest.mark.once

AXE = {
    "runOnly": {"type": "tag", "values": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]},
    # The strip above the header belongs to no landmark: it says what the whole page is.
    "rules": {"region": {"enabled": False}},
}
BUDGET = 30 * 1024
# Buttons that a script brings along with what they do.
BY_SCRIPT = {"In bài", "Nghe đọc"}
# Fixed addresses, and names of those that the server knows (tests/browser/server.py).
PAGES = {
    "home": "/",
    "list": "/tin-tuc/",
    "list with nothing found": "/tin-tuc/?q=khong-co-bai-nao-nhu-the",
    "departments": "/don-vi/",
    "categories": "/chuyen-muc/",
    "personal data": "/bao-ve-du-lieu-ca-nhan/",
    "page not found": "/khong-co-trang-nay/",
    "nonsense": "/tin-tuc/?q=%00",
    "log-in": "/quan-tri/login/",
}
KNOWN = (
    "reference article",
    "article with a table",
    "article with pictures",
    "article with a long title",
    "article with a short text",
    "article closed for comments",
    "department with a long name",
    "department with leaders",
    "category",
)
EVERY = [*PAGES, *KNOWN]


def address(portal: Portal, name: str) -> str:
    """Return the path of the page that is called so."""
    return PAGES.get(name) or portal.addresses[name]


def complaints(page: Page) -> list[str]:
    """Return what axe-core finds, a line for each place."""
    found = Axe().run(page, options=AXE).response["violations"]
    return [f"{rule['id']}: {node['html'][:200]}" for rule in found for node in rule["nodes"]]


def width_of_content(page: Page) -> int:
    """Return how wide the page wants to be."""
    return int(page.evaluate("document.documentElement.scrollWidth"))


@pytest.mark.parametrize("dark", [False, True], ids=["light", "dark"])
@pytest.mark.parametrize("width", [360, 1280])
@pytest.mark.parametrize("name", EVERY)
def test_axe_finds_nothing(portal: Portal, new_page: Callable[..., Page], name: str, width: int, dark: bool) -> None:
    page = new_page(width=width, dark=dark)
    page.goto(address(portal, name))
    assert complaints(page) == []


def test_axe_sees_a_picture_without_words(portal: Portal, new_page: Callable[..., Page]) -> None:
    page = new_page()
    page.goto("/")
    page.evaluate("document.querySelector('main').append(document.createElement('img'))")
    assert any(line.startswith("image-alt") for line in complaints(page))


@pytest.mark.parametrize("dark", [False, True], ids=["light", "dark"])
@pytest.mark.parametrize("width", [360, 1280])
def test_axe_finds_nothing_in_a_refused_comment(
    portal: Portal, new_page: Callable[..., Page], width: int, dark: bool
) -> None:
    page = new_page(width=width, dark=dark)
    page.goto(portal.addresses["reference article"])
    form = page.locator("form[method=post]")
    form.locator("textarea").fill("Bài viết rất có ích.")
    with page.expect_navigation():
        form.evaluate("form => { form.noValidate = true; form.submit() }")
    assert page.locator("[aria-invalid=true]").count() > 0
    assert page.locator("textarea").input_value() == "Bài viết rất có ích."
    assert complaints(page) == []


@pytest.mark.parametrize("name", EVERY)
def test_nothing_scrolls_sideways_on_the_narrowest_phone(
    portal: Portal, new_page: Callable[..., Page], name: str
) -> None:
    page = new_page(width=320)
    page.goto(address(portal, name))
    assert width_of_content(page) <= 320


@pytest.mark.parametrize("name", EVERY)
def test_letters_twice_as_large_still_fit(portal: Portal, new_page: Callable[..., Page], name: str) -> None:
    page = new_page(width=1280)
    page.goto(address(portal, name))
    page.evaluate("document.documentElement.style.setProperty('font-size', '200%', 'important')")
    assert width_of_content(page) <= 1280


@pytest.mark.parametrize("name", EVERY)
def test_the_page_says_the_same_without_scripts(portal: Portal, new_page: Callable[..., Page], name: str) -> None:
    lines = {}
    for scripts in (True, False):
        page = new_page(scripts=scripts)
        page.goto(address(portal, name))
        assert page.locator("h1").count() == 1
        lines[scripts] = [line for line in page.locator("main").inner_text().splitlines() if line.strip()]
    assert lines[False] == [line for line in lines[True] if line.strip() not in BY_SCRIPT]
    assert len("".join(lines[False])) > 20


@pytest.mark.parametrize("name", EVERY)
def test_the_page_weighs_little(portal: Portal, name: str) -> None:
    html = read(portal.url + address(portal, name)).decode()
    links = re.findall(r'<link[^>]+rel="stylesheet"[^>]*>|<script[^>]+src="[^"]+"[^>]*>', html)
    parts = {urljoin(portal.url, re.search(r'(?:href|src)="([^"]+)"', link)[1]) for link in links}
    weight = compressed(html.encode()) + sum(compressed(read(part)) for part in parts)
    assert links
    if name != "log-in":
        assert weight <= BUDGET


def read(url: str) -> bytes:
    """Return what is at `url`, an error page's text included."""
    try:
        with urlopen(Request(url, headers={"Accept-Encoding": "identity"}), timeout=20) as response:
            return response.read()
    except HTTPError as error:
        return error.read()


def compressed(content: bytes) -> int:
    """Return how many bytes travel."""
    return len(gzip.compress(content, 6))
