"""`manage.py export_audit`: the record for an auditor."""

import os
from argparse import ArgumentParser
from collections.abc import Iterator
from contextlib import contextmanager
from typing import IO, Any

from django.core.management.base import BaseCommand, OutputWrapper
from django.utils.translation import gettext as _

from audit.chain import line
from audit.management.commands.verify_audit import row_number
from audit.models import Entry
from audit.progress import counted
from audit.verification import rows_from


class Command(BaseCommand):
    """Writes the record as JSON lines, each a row with all that its hash covers."""

    help = "Writes the record of acts as JSON lines, which an auditor verifies as docs/kiem-toan.md tells."

    def add_arguments(self, parser: ArgumentParser) -> None:
        """Take where to begin and where to write."""
        parser.add_argument("--from", type=row_number, default=1, dest="start", metavar="N", help="begin with row N")
        parser.add_argument("--output", metavar="FILE", help="write to FILE, readable by its owner alone")

    def handle(self, *args: Any, **options: Any) -> None:
        """Write row after row."""
        start, written = options["start"], 0
        total = Entry.objects.filter(number__gte=start).count()
        with self._opened(options["output"]) as output:
            for row in counted(rows_from(start), total):
                output.write(line(row) + "\n")
                written += 1
        if options["output"]:
            self.stdout.write(_("%(rows)d rows written.") % {"rows": written})

    @contextmanager
    def _opened(self, path: str | None) -> Iterator[IO[str] | OutputWrapper]:
        if path is None:
            yield self.stdout
            return
        with open(path, "w", encoding="utf-8", newline="\n", opener=_for_owner) as output:
            yield output


def _for_owner(path: str, flags: int) -> int:
    # The record names people and reasons.
    return os.open(path, flags, 0o600)
