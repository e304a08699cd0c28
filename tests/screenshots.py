"""The pictures in docs/screenshots: `make screenshots`. Makes a demo of its own, so that they show what everybody gets.

Small enough to live in the repository: a palette of 256 colours, no taller than needed.
"""

import io
import json

from PIL import Image
from playwright.sync_api import Browser, Page

from tests.browser.chromium import chromium
from tests.browser.server import ROOT, Portal, demo_portal, manage

FOLDER = ROOT / "docs" / "screenshots"
TALLEST = {360: 3200, 768: 1600, 1280: 2600}
PASSWORD = "portal-demo"
DESK_ADDRESSES = """
import json
from django.urls import reverse
from news.models import Edition, Image
from departments.models import User
def change(edition): return reverse("admin:news_edition_change", args=[edition.pk])
writer, editor = (User.objects.get(username=name) for name in ("bientap", "duyet"))
print(json.dumps({
    "draft": change(Edition.objects.filter(state="draft", created_by=writer).first()),
    "submitted": change(Edition.objects.filter(
        state="submitted", article__department__memberships__user=editor).exclude(writers__user=editor).first()),
    "editions": reverse("admin:news_edition_changelist"),
    "images": reverse("admin:news_image_changelist"),
    "comments": reverse("admin:comments_comment_changelist"),
    "entries": reverse("admin:audit_entry_changelist"),
}))
"""


def store(page: Page, name: str, width: int) -> None:
    """Write what the page shows to docs/screenshots/name-width.png."""
    height = min(int(page.evaluate("document.documentElement.scrollHeight")), TALLEST[width])
    page.set_viewport_size({"width": width, "height": max(height, 600)})
    # Pictures below the fold load when they are about to be seen.
    page.wait_for_load_state("networkidle")
    shot = Image.open(io.BytesIO(page.screenshot(animations="disabled"))).convert("RGB")
    small = shot.quantize(256, method=Image.Quantize.MEDIANCUT, dither=Image.Dither.NONE)
    path = FOLDER / f"{name}-{width}.png"
    small.save(path, optimize=True)
    print(f"{path.relative_to(ROOT)}  {path.stat().st_size // 1024} KiB", flush=True)


def public_pages(portal: Portal, browser: Browser) -> None:
    """Look at what readers see, on a phone and on a desk."""
    pages = {
        "home": "/",
        "list": "/tin-tuc/",
        "article": portal.addresses["reference article"],
        "article-table": portal.addresses["article with a table"],
        "department": portal.addresses["department with leaders"],
        "departments": "/don-vi/",
        "category": portal.addresses["category"],
        "not-found": "/khong-co-trang-nay/",
    }
    for width in (360, 1280):
        for dark, names in ((False, list(pages)), (True, ["home", "article"])):
            context = browser.new_context(
                base_url=portal.url,
                viewport={"width": width, "height": 900},
                color_scheme="dark" if dark else "light",
                locale="vi-VN",
            )
            page = context.new_page()
            for name in names:
                page.goto(pages[name])
                store(page, f"{name}-dark" if dark else name, width)
            context.close()


def desk_pages(portal: Portal, browser: Browser) -> None:
    """Look at what staff see, each page as the person whose it is."""
    desk = json_of(manage(portal.environment, "shell", "-v0", "-c", DESK_ADDRESSES))
    views = {
        "bientap": {"desk-dashboard": "/quan-tri/", "desk-edition": desk["draft"], "desk-editions": desk["editions"]},
        "duyet": {"desk-dashboard-editor": "/quan-tri/", "desk-approve": desk["submitted"]},
        "kiemduyet": {"desk-comments": desk["comments"]},
        "admin": {"desk-images": desk["images"], "desk-entries": desk["entries"]},
    }
    for width in (768, 1280):
        for username, pages in views.items():
            context = browser.new_context(base_url=portal.url, viewport={"width": width, "height": 900}, locale="vi-VN")
            page = context.new_page()
            page.goto("/quan-tri/login/")
            if username == "bientap":
                store(page, "desk-login", width)
            page.fill("input[name=username]", username)
            page.fill("input[name=password]", PASSWORD)
            page.locator("input[name=password]").press("Enter")
            page.wait_for_url("**/quan-tri/")
            for name, address in pages.items():
                page.goto(address)
                store(page, name, width)
            context.close()


def json_of(text: str) -> dict[str, str]:
    """Return the JSON on the last line of `text`."""
    found: dict[str, str] = json.loads(text.strip().splitlines()[-1])
    return found


def main() -> None:
    """Make all pictures anew."""
    FOLDER.mkdir(parents=True, exist_ok=True)
    with demo_portal("sqlite:") as portal, chromium() as browser:
        public_pages(portal, browser)
        desk_pages(portal, browser)


if __name__ == "__main__":
    main()
