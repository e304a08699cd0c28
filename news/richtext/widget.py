"""The only way by which CKEditor 4 is reached. Its toolbar is made from the allow-list; it loads only in the admin."""

from ckeditor.widgets import CKEditorWidget


class RichTextWidget(CKEditorWidget):
    """CKEditor for an article's text."""
