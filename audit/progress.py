"""How far a command is, on a terminal; silence elsewhere."""

import sys
from collections.abc import Iterable, Iterator
from typing import TypeVar

Item = TypeVar("Item")
_STEP = 1000


def counted(items: Iterable[Item], total: int) -> Iterator[Item]:
    """Yield `items`, saying how many of `total` are done where standard error is a terminal."""
    shown = sys.stderr.isatty()
    for done, item in enumerate(items, 1):
        yield item
        if shown and (done % _STEP == 0 or done == total):
            sys.stderr.write(f"\r{done}/{total}")
    if shown:
        sys.stderr.write("\n")
