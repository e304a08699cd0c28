"""Dates and times as readers see and type them."""

from datetime import UTC, date, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vietnamese import dates

AFTERNOON = datetime(2020, 7, 2, 9, 54, tzinfo=UTC)


def test_a_moment_is_shown_in_vietnam_with_sa_and_ch() -> None:
    assert dates.day_and_clock(AFTERNOON) == "02/07/2020 4:54 CH"


@pytest.mark.parametrize(("hour_utc", "shown"), [(17, "12:05 SA"), (0, "7:05 SA"), (5, "12:05 CH"), (16, "11:05 CH")])
def test_noon_and_midnight_are_twelve(hour_utc: int, shown: str) -> None:
    assert dates.clock(datetime(2026, 1, 1, hour_utc, 5, tzinfo=UTC)) == shown


def test_article_pages_show_the_day_with_dashes() -> None:
    assert dates.dashed_day(datetime(2019, 4, 7, 18, 0, tzinfo=UTC)) == "08 - 04 - 2019"


def test_the_weekday_is_named() -> None:
    assert dates.weekday_and_day(datetime(2026, 11, 24, 3, tzinfo=UTC)) == "Thứ Ba, 24/11/2026"


@pytest.mark.parametrize("typed", ["8/4/2019", "08-04-2019", "08 - 04 - 2019", " 08.04.2019 "])
def test_a_day_is_read_in_every_usual_form(typed: str) -> None:
    assert dates.parse_day(typed) == date(2019, 4, 8)


@pytest.mark.parametrize("typed", ["31/02/2020", "2019-04-08", "", "0/0/0000", "8/4/19", "٨/٤/٢٠١٩"])
def test_what_is_not_a_day_is_refused(typed: str) -> None:
    with pytest.raises(ValueError, match=r"day|month|year|range"):
        dates.parse_day(typed)


@given(st.dates(max_value=date(9999, 12, 30)))
def test_a_day_is_half_open(day: date) -> None:
    assert (dates.end_of(day) - dates.start_of(day)).days == 1


def test_a_moment_without_zone_is_refused() -> None:
    with pytest.raises(ValueError, match="zone"):
        dates.clock(datetime(2026, 1, 1))  # noqa: DTZ001 - the naive moment is the point
