"""The rule of "public": the query and the predicate agree on every combination of state, interval and time."""

from datetime import datetime, timedelta
from itertools import product

import pytest
from django.utils import timezone

from news.models import Edition, State, Takedown
from tests import factories
from tests.conftest import Cast

T = timezone.now().replace(microsecond=0)
STEP = timedelta(microseconds=1)
INSTANTS = [T + n * STEP for n in range(-3, 4)]


def _edition(cast: Cast, state: State, live_from: datetime, live_until: datetime | None) -> Edition:
    edition = factories.draft(cast.department, cast.writer)
    edition.state = state
    if state == State.APPROVED:
        edition.live_from, edition.live_until, edition.dated_at = live_from, live_until, live_from
        edition.approved_at, edition.approved_by = T, cast.editor
    edition.save()
    return edition


@pytest.mark.parametrize("state", State)
def test_query_and_predicate_agree_for_every_state_interval_and_edge(cast: Cast, state: State) -> None:
    starts = [T - STEP, T, T + STEP]
    ends = [T - STEP, T, T + STEP, None]
    intervals = [(a, b) for a, b in product(starts, ends) if b is None or b >= a]
    editions = [_edition(cast, state, a, b) for a, b in intervals]
    for at in INSTANTS:
        found = set(Edition.objects.public(at).values_list("pk", flat=True))
        assert found == {edition.pk for edition in editions if edition.is_public(at)}
        if state == State.APPROVED:
            expected = {
                e.pk for e, (a, b) in zip(editions, intervals, strict=True) if a <= at and (b is None or at < b)
            }
            assert found == expected
        else:
            assert found == set()


def test_a_takedown_hides_the_article_in_its_own_interval(cast: Cast) -> None:
    for since, until in product([T - STEP, T, T + STEP], [T, T + STEP, T + 2 * STEP, None]):
        if until is not None and until < since:
            continue
        edition = _edition(cast, State.APPROVED, T - 10 * STEP, None)
        Takedown.objects.create(
            article=edition.article, kind="error", reason="Sai", since=since, until=until, taken_down_by=cast.publisher
        )
        fresh = Edition.objects.get(pk=edition.pk)
        for at in INSTANTS:
            hidden = since <= at and (until is None or at < until)
            assert Edition.objects.public(at).filter(pk=edition.pk).exists() is not hidden
            assert fresh.is_public(at) is not hidden
