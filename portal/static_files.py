"""One small stylesheet, written as one file per component."""

import re
from collections.abc import Iterator
from typing import Any

from django.core.files.base import ContentFile
from whitenoise.storage import CompressedManifestStaticFilesStorage

BUNDLE = "portal/portal.css"
_IMPORT = re.compile(r'@import "([a-z-]+\.css)";\s*')
_COMMENT = re.compile(r"/\*.*?\*/", re.DOTALL)
_SPACE = re.compile(r"\s*\n\s*")


class BundlingStorage(CompressedManifestStaticFilesStorage):
    """Puts the components in place of the bundle's @import lines when static files are collected.

    In development browsers follow the imports themselves; in production that would cost a round trip each.
    """

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        # Whatever the mode of library files is: these are public, and another account's nginx may serve them.
        super().__init__(*args, **{"file_permissions_mode": 0o644, **kwargs})

    def post_process(self, paths: dict[str, Any], dry_run: bool = False, **options: Any) -> Iterator[Any]:
        """Write the bundle, then go on as usual: hashed names, compressed copies."""
        if BUNDLE in paths and not dry_run:
            self.delete(BUNDLE)
            self._save(BUNDLE, ContentFile(self._bundle(paths).encode()))
            paths[BUNDLE] = (self, BUNDLE)
        yield from super().post_process(paths, dry_run, **options)

    def _bundle(self, paths: dict[str, Any]) -> str:
        folder = BUNDLE.rpartition("/")[0]
        whole = _IMPORT.sub(lambda line: _read(paths, f"{folder}/{line[1]}"), _read(paths, BUNDLE))
        return _SPACE.sub("\n", _COMMENT.sub("", whole)).strip() + "\n"


def _read(paths: dict[str, Any], name: str) -> str:
    storage, path = paths[name]
    with storage.open(path) as file:
        return str(file.read().decode())
