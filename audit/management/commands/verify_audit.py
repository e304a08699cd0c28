"""`manage.py verify_audit`: does the record hold together?"""

import os
import re
from argparse import ArgumentParser, ArgumentTypeError
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError
from django.utils.translation import gettext as _

from audit import verification
from audit.chain import START, Link
from audit.models import Entry
from audit.progress import counted


class Command(BaseCommand):
    """Goes along the chain of the record, and names the first row that doesn't fit."""

    help = (
        "Verifies the chain of the record of acts: names the first row that was changed, put in or taken out, and "
        "exits with 1. A tail that was cut off shows only against something known: --expect or --checkpoint."
    )

    def add_arguments(self, parser: ArgumentParser) -> None:
        """Take where to begin, and what is known from earlier."""
        parser.add_argument("--from", type=row_number, default=1, dest="start", metavar="N", help="begin with row N")
        parser.add_argument("--expect", type=row_hash, metavar="HASH", help="some row must have this hash")
        parser.add_argument(
            "--checkpoint",
            type=Path,
            metavar="FILE",
            help="the row that FILE names from the last time must still be there; afterwards FILE names the last row",
        )

    def handle(self, *args: Any, **options: Any) -> None:
        """Verify, then say how far the chain reaches."""
        known = read_checkpoint(options["checkpoint"])
        try:
            last = self._verify(options["start"])
            if options["expect"]:
                verification.require_hash(options["expect"], last)
            verification.require(known, last)
        except verification.Broken as broken:
            raise CommandError(str(broken)) from broken
        if options["checkpoint"]:
            write_checkpoint(options["checkpoint"], last)
        self.stdout.write(
            _("The record holds together up to row %(number)d, whose hash is %(hash)s")
            % {"number": last.number, "hash": last.hash}
        )

    def _verify(self, start: int) -> Link:
        last = verification.link_before(start)
        total = Entry.objects.filter(number__gte=start).count()
        return verification.verify(counted(verification.rows_from(start), total), last)


def row_number(text: str) -> int:
    """Return the number of a row, from 1."""
    if not text.isdecimal() or int(text) < 1:
        raise ArgumentTypeError("a whole number from 1 up")
    return int(text)


def row_hash(text: str) -> str:
    """Return the hash of a row: 64 hexadecimal figures."""
    if not re.fullmatch(r"[0-9a-f]{64}", text):
        raise ArgumentTypeError("64 figures 0-9 and a-f")
    return text


def read_checkpoint(path: Path | None) -> Link:
    """Return the row that the file names; where there is no file yet, nothing is known."""
    if path is None or not path.exists():
        return START
    found = re.fullmatch(r"(\d+) ([0-9a-f]{64})\s*", path.read_text())
    if not found:
        raise CommandError(_("%(path)s doesn't hold the number and the hash of a row.") % {"path": path})
    return Link(int(found[1]), found[2])


def write_checkpoint(path: Path, last: Link) -> None:
    """Name the last row in the file, which is the old one or the new one at any moment."""
    fresh = path.with_name(f"{path.name}.new")
    fresh.write_text(f"{last.number} {last.hash}\n")
    os.replace(fresh, path)
