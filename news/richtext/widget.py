"""The only way by which CKEditor 4 is reached. What it offers is made from the allow-list; it loads only in the admin.

CKEditor 4 gets no security fixes any more. So it runs without its file browser, source view, update check and samples
(see `static_files`), and nothing that it sends is trusted: `cleaning` has the last word.
"""

from typing import Any

from ckeditor.widgets import CKEditorWidget
from csp.constants import SELF, UNSAFE_INLINE
from csp.decorators import csp_replace
from django.forms.widgets import Media
from django.templatetags.static import static
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from js_asset import Script  # type: ignore[import-untyped]

from news.pictures.chooser import chooser_settings
from richtext import allowlist

# For the views that show the editor, and only those. CKEditor's buttons are wired by attributes and its parts are laid
# out by inline styles. Script elements still come from files of ours alone, and nothing is ever evaluated.
editor_csp = csp_replace(
    {
        "style-src": [SELF, UNSAFE_INLINE],
        "script-src-elem": [SELF],
        "script-src-attr": [UNSAFE_INLINE],
        # One transparent pixel, with which CKEditor draws the handle of a picture.
        "img-src": [SELF, "data:"],
    }
)

# Each button, and the elements that it makes: it is offered only where the allow-list has them all. None is a line
# between groups.
_BUTTONS: tuple[tuple[str, tuple[str, ...]] | None, ...] = (
    ("Format", ("h2", "h3", "h4")),
    None,
    ("Bold", ("strong",)),
    ("Italic", ("em",)),
    ("Subscript", ("sub",)),
    ("Superscript", ("sup",)),
    ("RemoveFormat", ()),
    None,
    ("NumberedList", ("ol", "li")),
    ("BulletedList", ("ul", "li")),
    ("Blockquote", ("blockquote",)),
    None,
    ("Link", ("a",)),
    ("Unlink", ("a",)),
    None,
    ("Picture", ("figure", "figcaption")),
    ("Table", ("table", "tr", "td")),
    ("HorizontalRule", ("hr",)),
    ("SpecialChar", ()),
    None,
    ("PasteText", ()),
    ("Find", ()),
    None,
    ("Undo", ()),
    ("Redo", ()),
    None,
    ("Maximize", ()),
)
# What the build brings and writers of news don't need; a few of these would ask foreign hosts.
_UNWANTED = (
    "a11yhelp,about,bidi,colorbutton,colordialog,copyformatting,dialogadvtab,div,editorplaceholder,elementspath,"
    "exportpdf,filebrowser,flash,font,forms,htmlwriter,iframe,image,indentblock,justify,language,liststyle,newpage,"
    "pagebreak,preview,print,save,scayt,selectall,showblocks,smiley,sourcearea,stylescombo,templates,uploadimage,"
    "uploadwidget,wsc"
)
_REQUIRED_ATTRIBUTES = {"a": {"href"}, "figure": {"data-image"}}


def allowed_content() -> str:
    """Return the allow-list in the words of CKEditor's content filter."""
    return "; ".join(f"{tag}{_attributes(tag)}" for tag in allowlist.TAGS)


def _attributes(tag: str) -> str:
    required = _REQUIRED_ATTRIBUTES.get(tag, set())
    names = [f"!{name}" if name in required else name for name in sorted(allowlist.TAGS[tag])]
    return f"[{','.join(names)}]" if names else ""


def toolbar() -> list[list[str]]:
    """Return the buttons, in groups, that make nothing but what the allow-list has."""
    groups: list[list[str]] = [[]]
    for button in _BUTTONS:
        if button is None:
            groups.append([])
        elif set(button[1]) <= set(allowlist.TAGS):
            groups[-1].append(button[0])
    return [group for group in groups if group]


def configuration() -> dict[str, Any]:
    """Return CKEditor's configuration in the current language."""
    return {
        "language": get_language(),
        "contentsLanguage": "vi",
        "versionCheck": False,
        "customConfig": "",
        "stylesSet": False,
        "contentsCss": [],
        "skin": "moono-lisa",
        "extraPlugins": "divarea,picture",
        "removePlugins": _UNWANTED,
        "toolbar": toolbar(),
        "toolbarCanCollapse": False,
        "format_tags": ";".join(["p", *(tag for tag in ("h2", "h3", "h4") if tag in allowlist.TAGS)]),
        "allowedContent": allowed_content(),
        "removeDialogTabs": "link:target;link:advanced;link:upload;table:advanced",
        "linkDefaultProtocol": "https://",
        "linkShowTargetTab": False,
        "linkShowAdvancedTab": False,
        "entities": False,
        "disableNativeSpellChecker": False,
        "clipboard_handleImages": False,
        "width": "auto",
        "height": 420,
        "resize_dir": "vertical",
        "title": _("Text of the article"),
        "portalPictures": chooser_settings(),
        "portalWords": _words(),
    }


def _words() -> dict[str, dict[str, str]]:
    """Return the words that CKEditor's own Vietnamese lacks, by the part of the editor that says them."""
    return {
        "format": {
            "tag_p": _("Paragraph"),
            "tag_h2": _("Heading"),
            "tag_h3": _("Smaller heading"),
            "tag_h4": _("Smallest heading"),
        },
        "common": {"url": _("Web address")},
        "link": {
            "displayText": _("Words that carry the link"),
            "toUrl": _("Web page"),
            "toPhone": _("Phone"),
            "phoneNumber": _("Phone number"),
            "noUrl": _("Type the web address."),
            "noTel": _("Type the phone number."),
        },
        "table": {"caption": _("Name of the table"), "headers": _("Heading cells")},
    }


class RichTextWidget(CKEditorWidget):
    """CKEditor for an article's text."""

    def __init__(self, attrs: dict[str, Any] | None = None) -> None:
        super().__init__(template_name="news/rich_text_widget.html", attrs=attrs)

    def _set_config(self) -> None:
        # Addresses and words depend on the request, so nothing of it is settled when the form class is made.
        self.config = configuration()
        self.external_plugin_resources = [("picture", static("editor/picture/"), "plugin.js")]

    @property
    def media(self) -> Media:
        """Return what the form's page loads."""
        init = {"id": "ckeditor-init-script", "data-ckeditor-basepath": static("ckeditor/ckeditor/")}
        return Media(
            css={"all": ["editor/editor.css"]},
            js=[
                Script("ckeditor/ckeditor-init.js", **init),
                "ckeditor/ckeditor/ckeditor.js",
                "editor/picture/chooser.js",
            ],
        )
