"""The editor in a real Chromium, under its content security policy: a picture comes into the text and is stored."""

import json
import re
from collections.abc import Callable
from io import BytesIO

import pytest
from PIL import Image
from playwright.sync_api import Locator, Page, expect

from tests.browser.server import Portal, manage

STORED = """
import json
from news.models import Edition
edition = Edition.objects.get(pk={pk})
uses = sorted(edition.image_uses.values_list("image", "place"))
print(json.dumps({{"body": edition.body, "cover": edition.cover_id, "uses": uses}}))
"""


@pytest.fixture
def desk(new_page: Callable[..., Page]) -> Page:
    """The form of a new article, as its writer sees it."""
    page = new_page()
    page.goto("/quan-tri/login/")
    page.fill("#id_username", "bientap")
    page.fill("#id_password", "portal-demo")
    page.press("#id_password", "Enter")
    page.wait_for_url("**/quan-tri/")
    page.goto("/quan-tri/news/edition/add/")
    expect(text(page)).to_be_visible()
    return page


def text(page: Page) -> Locator:
    return page.locator(".cke_wysiwyg_div")


def data(page: Page) -> str:
    return page.evaluate("CKEDITOR.instances.id_body.getData()")


def chooser(page: Page) -> Locator:
    return page.locator("dialog.picture-chooser")


def save(page: Page) -> int:
    page.get_by_role("button", name="Lưu nháp").first.click()
    page.wait_for_url(re.compile(r"/edition/\d+/"))
    expect(text(page)).to_be_visible()
    return int(re.search(r"/edition/(\d+)/", page.url)[1])


def stored(portal: Portal, pk: int) -> dict:
    return json.loads(manage(portal.environment, "shell", "-v0", "-c", STORED.format(pk=pk)))


def test_a_picture_is_found_captioned_inserted_changed_and_stored(desk: Page, portal: Portal) -> None:
    desk.fill("#id_title", "Bài có ảnh trong nội dung")
    text(desk).click()
    desk.keyboard.type("Đoạn đầu.")
    desk.locator(".cke_button__picture").click()
    expect(chooser(desk).get_by_role("searchbox")).to_be_focused()
    chooser(desk).get_by_role("searchbox").fill("hoi nghi")
    expect(chooser(desk).locator("legend")).to_have_text("Ảnh tìm thấy")
    chooser(desk).get_by_role("radio").first.check()
    assert chooser(desk).get_by_label("Mô tả ảnh ở đây").input_value(), "prefilled from the library"
    chooser(desk).get_by_label("Chú thích").fill('Toàn cảnh "Hội nghị" & bạn')
    chooser(desk).get_by_role("button", name="Chèn ảnh").click()

    figure = text(desk).locator("figure")
    expect(figure.locator("img")).to_have_js_property("complete", True)
    assert figure.locator("img").evaluate("image => image.naturalWidth") == 320
    desk.keyboard.type("Đoạn sau ảnh.")
    figure.locator("figcaption").click()
    desk.keyboard.press("End")
    desk.keyboard.type(" thân mến")
    assert "<img" not in data(desk)

    figure.locator("img").dblclick()
    expect(chooser(desk).get_by_role("heading")).to_have_text("Sửa hình ảnh")
    expect(chooser(desk).get_by_label("Chú thích")).to_have_value('Toàn cảnh "Hội nghị" & bạn thân mến')
    chooser(desk).get_by_label("Mô tả ảnh ở đây").fill("Hội trường đông người")
    chooser(desk).get_by_role("button", name="Cập nhật").click()

    edition = stored(portal, save(desk))
    pk = edition["uses"][0][0]
    assert edition["uses"] == [[pk, "body"]]
    assert edition["body"] == (
        f'<p>Đoạn đầu.</p><figure data-image="{pk}" data-alt="Hội trường đông người">'
        '<figcaption>Toàn cảnh "Hội nghị" &amp; bạn thân mến</figcaption></figure><p>Đoạn sau ảnh.</p>'
    )
    expect(text(desk).locator("figure img")).to_be_visible()
    assert data(desk).count("<figure") == 1, "opening the text again changes nothing"


def test_the_cover_is_chosen_in_the_same_dialog_and_taken_away(desk: Page, portal: Portal) -> None:
    desk.fill("#id_title", "Bài có ảnh đại diện")
    desk.get_by_role("button", name="Chọn hình ảnh").click()
    chooser(desk).get_by_role("radio").nth(1).check()
    chooser(desk).get_by_role("button", name="Dùng ảnh này").click()
    expect(desk.locator(".cover-preview")).to_be_visible()
    pk = save(desk)
    assert stored(portal, pk)["uses"] == [[stored(portal, pk)["cover"], "cover"]]
    desk.get_by_role("button", name="Bỏ ảnh").click()
    expect(desk.locator(".cover-preview")).to_be_hidden()
    assert stored(portal, save(desk))["cover"] is None


def test_escape_leaves_the_text_as_it_was(desk: Page) -> None:
    text(desk).click()
    desk.keyboard.type("Chữ.")
    desk.locator(".cke_button__picture").click()
    expect(chooser(desk).get_by_role("radio").first).to_be_visible()
    desk.keyboard.press("Escape")
    expect(chooser(desk)).to_have_count(0)
    desk.keyboard.type(" Thêm.")
    assert data(desk) == "<p>Chữ. Thêm.</p>"


def test_what_is_pasted_keeps_its_structure_and_nothing_else(desk: Page) -> None:
    html = (
        '<h2 style="color:red">Đề mục</h2><p class="MsoNormal" onclick="x()">Chữ <b>đậm</b> <span>thường</span></p>'
        '<img src="https://foreign.example/x.png"><ul><li>một</li></ul><script>window.broken = 1</script>'
    )
    text(desk).click()
    desk.evaluate(
        "html => CKEDITOR.instances.id_body.execCommand('paste', {dataValue: html, notification: false})", html
    )
    expect(text(desk)).to_contain_text("một")
    assert data(desk) == "<h2>Đề mục</h2><p>Chữ <strong>đậm</strong> thường</p><ul><li>một</li></ul>"
    assert desk.evaluate("window.broken") is None


@pytest.mark.parametrize("button", ["table", "link", "specialchar", "find"])
def test_each_dialog_of_the_editor_works_under_the_policy(desk: Page, button: str) -> None:
    text(desk).click()
    desk.locator(f".cke_button__{button}").click()
    dialog = desk.locator(".cke_dialog:visible")
    expect(dialog).to_be_visible()
    dialog.locator(".cke_dialog_ui_button_cancel").first.click()
    expect(dialog).to_have_count(0)


def test_formats_are_chosen_by_vietnamese_names(desk: Page) -> None:
    text(desk).click()
    desk.keyboard.type("Kết quả")
    desk.locator(".cke_combo_button").click()
    desk.frame_locator(".cke_combopanel iframe").get_by_role("option", name="Đề mục", exact=True).click()
    assert data(desk) == "<h2>Kết quả</h2>"


def test_the_samples_are_not_served(desk: Page) -> None:
    for path in ("samples/index.html", "plugins/flash/plugin.js", "plugins/exportpdf/plugin.js"):
        assert desk.request.get(f"/static/ckeditor/ckeditor/{path}").status == 404


def test_an_upload_refused_keeps_the_words_and_the_next_one_is_taken(desk: Page) -> None:
    desk.goto("/quan-tri/news/image/add/")
    desk.set_input_files("#id_file", {"name": "anh.jpg", "mimeType": "image/jpeg", "buffer": b"van ban"})
    desk.fill("#id_alt", "Con đê mới đắp")
    desk.locator("input[name=_save]").click()
    expect(desk.locator(".field-file .errorlist")).to_contain_text("không phải ảnh")
    expect(desk.locator("#id_alt")).to_have_value("Con đê mới đắp")
    picture = BytesIO()
    Image.effect_noise((900, 600), 90).save(picture, "JPEG")
    desk.set_input_files("#id_file", {"name": "de.jpg", "mimeType": "image/jpeg", "buffer": picture.getvalue()})
    desk.locator("input[name=_save]").click()
    expect(desk.locator("#result_list")).to_contain_text("Con đê mới đắp")
    expect(desk.locator("#result_list .thumbnail").first).to_have_js_property("naturalWidth", 320)
