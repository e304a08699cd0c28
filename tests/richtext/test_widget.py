"""The editor: what it offers is what the server lets through, and it loads only what it needs."""

import json
import re
from itertools import chain

import pytest
from django.contrib.staticfiles import finders
from django.utils.translation import override

from news.richtext.static_files import is_kept
from news.richtext.widget import RichTextWidget, allowed_content, configuration, toolbar
from richtext import allowlist


def test_the_editor_allows_exactly_the_allow_list() -> None:
    offered = {}
    for rule in allowed_content().split("; "):
        tag, attributes = re.fullmatch(r"(\w+)(?:\[(.*)\])?", rule).groups()
        offered[tag] = frozenset(name.lstrip("!") for name in (attributes or "").split(",") if name)
    assert offered == allowlist.TAGS


def test_a_button_goes_when_its_element_goes(monkeypatch: pytest.MonkeyPatch) -> None:
    assert {"Table", "Picture", "Format"} <= set(chain(*toolbar()))
    monkeypatch.delitem(allowlist.TAGS, "table")
    monkeypatch.delitem(allowlist.TAGS, "h4")
    assert not {"Table", "Format"} & set(chain(*toolbar()))


def test_the_configuration_is_vietnamese_and_closed() -> None:
    with override("vi"):
        config = configuration()
    assert (config["language"], config["versionCheck"], config["customConfig"]) == ("vi", False, "")
    assert not [key for key in config if key.startswith("filebrowser")]
    assert {"sourcearea", "filebrowser", "exportpdf", "scayt", "wsc", "uploadimage"} <= set(
        config["removePlugins"].split(",")
    )
    assert config["portalPictures"]["labels"]["button"] == "Chèn hình ảnh"
    assert (config["portalWords"]["link"]["toPhone"], config["portalWords"]["common"]["url"]) == (
        "Điện thoại",
        "Địa chỉ trang web",
    )


def test_the_widget_needs_no_inline_code() -> None:
    html = RichTextWidget().render("body", "<p>a & b</p>", {"id": "id_body"})
    assert "<script" not in html and "style=" not in html and not re.search(r"\son\w+=", html)
    assert "&lt;p&gt;a &amp; b&lt;/p&gt;" in html
    config = json.loads(re.search(r'data-config="([^"]*)"', html)[1].replace("&quot;", '"').replace("&amp;", "&"))
    assert config["extraPlugins"] == "divarea,picture"


def test_every_file_that_the_widget_names_exists() -> None:
    media = str(RichTextWidget().media)
    for address in re.findall(r'(?:src|href)="/static/([^"]+)"', media):
        assert finders.find(address), address


@pytest.mark.parametrize(
    "path",
    [
        "ckeditor/ckeditor/samples/index.html",
        "ckeditor/ckeditor/plugins/flash/dialogs/flash.js",
        "ckeditor/ckeditor/plugins/exportpdf/notices/x.md",
        "ckeditor/ckeditor/adapters/jquery.js",
        "ckeditor/ckeditor/lang/fr.js",
        "ckeditor/galleriffic/js/jquery-1.3.2.js",
    ],
)
def test_what_of_the_editor_is_not_used_is_not_served(path: str) -> None:
    assert not is_kept(path)
    assert finders.find(path) is None


def test_about_fifty_of_its_files_are_collected_and_the_admins_stay() -> None:
    collected = [path for finder in finders.get_finders() for path, _storage in finder.list([])]
    assert 30 < len([path for path in collected if path.startswith("ckeditor/")]) < 60
    assert "admin/js/vendor/jquery/jquery.js" in collected
