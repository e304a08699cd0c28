"""A progress bar on a terminal, silence elsewhere."""

import sys
from collections.abc import Iterable, Iterator
from typing import TypeVar

Item = TypeVar("Item")
_CELLS = 30


def bar(items: Iterable[Item], label: str, total: int) -> Iterator[Item]:
    """Yield `items`, drawing how many of `total` are done where standard error is a terminal."""
    shown = sys.stderr.isatty()
    for done, item in enumerate(items, 1):
        yield item
        if shown and (done == total or done % max(1, total // 100) == 0):
            filled = _CELLS * done // max(1, total)
            sys.stderr.write(f"\r{label} [{'#' * filled}{'.' * (_CELLS - filled)}] {done}/{total}")
    if shown:
        sys.stderr.write("\n")
