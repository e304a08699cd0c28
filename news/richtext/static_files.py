"""Of CKEditor's 1,257 files only those that the editor loads are found, collected and served: no samples, no plugins
and skins that nobody configured, no languages that nobody reads."""

from collections.abc import Iterable, Iterator
from fnmatch import fnmatchcase
from posixpath import normpath
from typing import Any

from django.contrib.staticfiles.finders import AppDirectoriesFinder

_KEPT = (
    "ckeditor/ckeditor-init.js",
    "ckeditor/ckeditor/LICENSE.md",
    "ckeditor/ckeditor/ckeditor.js",
    "ckeditor/ckeditor/lang/vi.js",
    "ckeditor/ckeditor/lang/en.js",
    "ckeditor/ckeditor/skins/moono-lisa/dialog.css",
    "ckeditor/ckeditor/skins/moono-lisa/editor.css",
    "ckeditor/ckeditor/skins/moono-lisa/editor_gecko.css",
    "ckeditor/ckeditor/skins/moono-lisa/icons*.png",
    "ckeditor/ckeditor/skins/moono-lisa/images/*",
    "ckeditor/ckeditor/plugins/icons*.png",
    "ckeditor/ckeditor/plugins/divarea/*",
    "ckeditor/ckeditor/plugins/widget/images/*",
    "ckeditor/ckeditor/plugins/magicline/images/*",
    "ckeditor/ckeditor/plugins/dialog/styles/*",
    "ckeditor/ckeditor/plugins/clipboard/dialogs/*",
    "ckeditor/ckeditor/plugins/find/dialogs/*",
    "ckeditor/ckeditor/plugins/link/dialogs/*",
    "ckeditor/ckeditor/plugins/link/images/*",
    "ckeditor/ckeditor/plugins/table/dialogs/*",
    "ckeditor/ckeditor/plugins/tabletools/dialogs/*",
    "ckeditor/ckeditor/plugins/tableselection/styles/*",
    "ckeditor/ckeditor/plugins/specialchar/dialogs/specialchar.js",
    "ckeditor/ckeditor/plugins/specialchar/dialogs/lang/vi.js",
    "ckeditor/ckeditor/plugins/specialchar/dialogs/lang/en.js",
    "ckeditor/ckeditor/plugins/pastefrom*/filter/*",
    "ckeditor/ckeditor/plugins/pastetools/filter/*",
)


def is_kept(path: str) -> bool:
    """Return whether a static file is served: everything but what of CKEditor isn't used."""
    return not path.startswith("ckeditor/") or any(fnmatchcase(path, pattern) for pattern in _KEPT)


class UsedFilesFinder(AppDirectoriesFinder):
    """Finds the apps' static files without the editor's unused ones."""

    def list(self, ignore_patterns: Iterable[str] | None) -> Iterator[Any]:
        """Yield what is collected."""
        return ((path, storage) for path, storage in super().list(ignore_patterns) if is_kept(path))

    def find_in_app(self, app: str, path: str) -> Any:
        """Return the file that is served without collecting, as in development."""
        return super().find_in_app(app, path) if is_kept(normpath(path)) else None
