"""Acts that meet: run in real transactions at the same moment."""

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from threading import Barrier

from django.db import connections

from news.refusals import Refused


def at_once(*acts: Callable[[], object]) -> list[object]:
    """Run the acts in as many threads at the same moment; return each result or the Refused that it met."""
    gate = Barrier(len(acts))

    def run(act: Callable[[], object]) -> object:
        gate.wait()
        try:
            return act()
        except Refused as refusal:
            return refusal
        finally:
            connections.close_all()

    with ThreadPoolExecutor(len(acts)) as pool:
        return list(pool.map(run, acts))


def refusals(results: list[object]) -> int:
    """Return how many of the acts were refused."""
    return sum(isinstance(result, Refused) for result in results)
