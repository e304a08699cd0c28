"""Is the message catalogue complete? Extracts the messages of the tree anew and compares; run by `make lint`.

Everything that people see is in Vietnamese only if each message of the code has its translation, with the same
placeholders, and the catalogue has nothing that the code no longer says.
"""

import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

from babel.messages.catalog import Catalog
from babel.messages.pofile import read_po

ROOT = Path(__file__).resolve().parent.parent
CATALOGUE = Path("locale/vi/LC_MESSAGES/django.po")
# What the code is, beside everything that was made here.
NOT_CODE = shutil.ignore_patterns(
    ".*", "var", "node_modules", "__pycache__", "*.mo", "static", "docs", "tests", "bench"
)


def read(path: Path) -> Catalog:
    """Return the catalogue in `path`."""
    with path.open("rb") as file:
        return read_po(file, locale="vi", abort_invalid=True)


def ids(catalogue: Catalog) -> set[tuple[str, str]]:
    """Return (context, message) of each entry."""
    return {(message.context or "", key(message.id)) for message in catalogue if message.id}


def key(message: str | tuple[str, ...]) -> str:
    """Return the text by which an entry is known: of a plural, its singular."""
    return message if isinstance(message, str) else message[0]


def extracted() -> Catalog:
    """Return what `makemessages` finds in a copy of the tree."""
    with tempfile.TemporaryDirectory(prefix="portal-messages-") as folder:
        copy = Path(folder) / "portal"
        shutil.copytree(ROOT, copy, ignore=NOT_CODE)
        command = ["django-admin", "makemessages", "-l", "vi", "--no-location", "--no-obsolete", "--no-wrap"]
        command[0] = str(Path(sys.executable).with_name("django-admin"))
        result = subprocess.run(command, cwd=copy, capture_output=True, text=True)
        if result.returncode:
            sys.exit(f"makemessages failed:\n{result.stderr}")
        return read(copy / CATALOGUE)


def problems() -> list[str]:
    """Return everything wrong with the catalogue, one sentence each."""
    if not shutil.which("xgettext"):
        sys.exit("The gettext tools are missing. On Debian or Ubuntu: apt-get install gettext")
    ours, code = read(ROOT / CATALOGUE), extracted()
    found = [f"not in the catalogue: {message!r} (make messages)" for _, message in sorted(ids(code) - ids(ours))]
    found += [f"no longer in the code: {message!r} (make messages)" for _, message in sorted(ids(ours) - ids(code))]
    if ours.fuzzy:
        found.append("the catalogue's head is marked fuzzy, so that Babel would not compile it: take the mark away")
    for message in ours:
        translations = [message.string] if isinstance(message.string, str) else message.string
        if message.id and not all(translations):
            found.append(f"not translated: {key(message.id)!r}")
        if message.id and message.fuzzy:
            found.append(f"fuzzy: {key(message.id)!r}")
        found += [f"{key(message.id)!r}: {error}" for error in message.check()]
    command = ["msgfmt", "--check-format", "--check-header", "--output-file=/dev/null", str(ROOT / CATALOGUE)]
    result = subprocess.run(command, capture_output=True, text=True)
    return found + (result.stderr.splitlines() if result.returncode else [])


if __name__ == "__main__":
    lines = problems()
    print("\n".join(lines) if lines else "The message catalogue is complete.")
    sys.exit(1 if lines else 0)
