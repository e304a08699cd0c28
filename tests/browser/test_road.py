"""The whole road as five people: a writer drafts with a picture, an editor may not approve what she touched, a
publisher approves, a citizen on a phone without scripts reads and comments, a moderator lets the comment appear."""

import re
from collections.abc import Callable
from uuid import uuid4

import pytest
from playwright.sync_api import Page, expect

from portal.demo.people import PASSWORD

OpenPage = Callable[..., Page]


def signed_in(new_page: OpenPage, username: str) -> Page:
    page = new_page()
    page.goto("/quan-tri/")
    page.get_by_label("Tên đăng nhập").fill(username)
    page.get_by_label("Mật khẩu").fill(PASSWORD)
    page.get_by_role("button", name="Đăng nhập").click()
    expect(page).to_have_url(re.compile("/quan-tri/$"))
    return page


def type_into_editor(page: Page, text: str) -> None:
    editor = page.locator(".cke_wysiwyg_div")
    editor.wait_for()
    editor.click()
    page.keyboard.type(text)


def put_picture_in_text(page: Page, caption: str) -> None:
    """Choose the first picture of the library with the editor's own button."""
    page.locator(".cke_button__picture").click()
    chooser = page.locator("dialog.picture-chooser")
    chooser.get_by_role("radio").first.check()
    chooser.get_by_label("Chú thích").fill(caption)
    chooser.get_by_role("button", name="Chèn ảnh").click()
    expect(page.locator(".cke_wysiwyg_div figure")).to_be_visible()


def write_and_submit(writer: Page, title: str) -> str:
    """Write an article with a picture and hand it over; return the address of its desk."""
    writer.get_by_role("link", name="Viết bài mới").first.click()
    writer.get_by_label("Tiêu đề").fill(title)
    writer.get_by_label("Tóm tắt").fill("Lớp học miễn phí, có hỗ trợ tiền đi lại cho người ở xa.")
    writer.get_by_label("Đơn vị").select_option(label="Sở Lao động - Thương binh và Xã hội")
    writer.get_by_label("Chuyên mục").select_option(index=1)
    type_into_editor(writer, "Lớp khai giảng sáng thứ Hai tại nhà văn hóa xã.")
    put_picture_in_text(writer, "Học viên trong giờ thực hành")
    writer.get_by_role("button", name="Lưu nháp").click()
    expect(writer.get_by_text("Đã lưu")).to_be_visible()
    writer.get_by_role("button", name="Gửi duyệt").click()
    expect(writer.get_by_text("Đã gửi duyệt").first).to_be_visible()
    expect(writer.get_by_role("button", name="Duyệt và đăng")).to_have_count(0)
    return writer.url.split("?")[0]


def correct_and_be_refused(editor: Page, desk: str) -> None:
    """Correct a word of somebody's text; whoever does is no longer the one to approve it."""
    editor.goto(f"{desk}?edit=1")
    editor.get_by_label("Tóm tắt").fill("Lớp học miễn phí; người ở xa được hỗ trợ tiền đi lại.")
    editor.get_by_role("button", name="Lưu thay đổi").click()
    editor.goto(desk)
    expect(editor.get_by_text("người khác phải duyệt").first).to_be_visible()
    expect(editor.get_by_role("button", name="Duyệt và đăng")).to_have_count(0)


def approve(publisher: Page, title: str) -> str:
    """Find the article on the first page, put it out, and return its public address."""
    publisher.get_by_role("link", name=title).first.click()
    publisher.get_by_role("button", name="Duyệt và đăng").click()
    publisher.get_by_role("link", name="Xem trên cổng").first.click()
    return publisher.url


def read_and_comment(citizen: Page, address: str, title: str) -> None:
    """Read the article with its picture, and send a comment."""
    citizen.goto(address)
    expect(citizen.get_by_role("heading", level=1)).to_have_text(title)
    expect(citizen.get_by_text("Học viên trong giờ thực hành")).to_be_visible()
    assert citizen.locator("figure img").first.bounding_box()
    citizen.get_by_label("Tên của bạn").fill("Bà Tư")
    citizen.get_by_label("Ý kiến của bạn").fill("Cho tôi hỏi lớp có nhận người trên 50 tuổi không?")
    citizen.get_by_label("Tôi đồng ý").check()
    citizen.wait_for_timeout(3500)  # a form sent sooner than a person could type is taken for a robot's
    citizen.get_by_role("button", name="Gửi ý kiến").click()
    expect(citizen.get_by_role("heading", level=1)).to_contain_text("Cảm ơn")
    assert citizen.context.cookies() == []


def test_from_a_draft_to_a_comment_that_is_shown(new_page: OpenPage) -> None:
    title = f"Mở lớp nghề may tại xã Lam Khê {uuid4().hex[:6]}"
    desk = write_and_submit(signed_in(new_page, "bientap"), title)
    correct_and_be_refused(signed_in(new_page, "duyet"), desk)
    address = approve(signed_in(new_page, "dang"), title)
    citizen = new_page(width=360, scripts=False)
    read_and_comment(citizen, address, title)
    citizen.goto(address)
    expect(citizen.get_by_text("người trên 50 tuổi")).to_have_count(0)
    moderator = signed_in(new_page, "kiemduyet")
    moderator.goto("/quan-tri/comments/comment/?q=nguoi+tren+50+tuoi")
    moderator.get_by_role("button", name="Duyệt").first.click()
    citizen.goto(address)
    expect(citizen.get_by_text("người trên 50 tuổi")).to_be_visible()
    expect(citizen.get_by_text("Bà Tư")).to_be_visible()


@pytest.mark.parametrize("scripts", [True, False])
def test_text_size_changes_with_and_without_scripts(new_page: OpenPage, scripts: bool) -> None:
    page = new_page(width=360, scripts=scripts)
    page.goto("/tin-tuc/")
    page.locator("main article a, main h2 a, main h3 a").first.click()
    body = page.locator("article p").last
    before = body.evaluate("e => parseFloat(getComputedStyle(e).fontSize)")
    page.get_by_text("150%").click()
    assert body.evaluate("e => parseFloat(getComputedStyle(e).fontSize)") > before * 1.3
