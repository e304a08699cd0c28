"""Dates and times as Vietnamese readers write and read them. All readings are in Asia/Ho_Chi_Minh."""

import re
from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

ZONE = ZoneInfo("Asia/Ho_Chi_Minh")
_DAY = re.compile(r"(\d{1,2})\s*[/.\-]\s*(\d{1,2})\s*[/.\-]\s*(\d{4})", re.ASCII)
_WEEKDAYS = ("Thứ Hai", "Thứ Ba", "Thứ Tư", "Thứ Năm", "Thứ Sáu", "Thứ Bảy", "Chủ Nhật")


def local(moment: datetime) -> datetime:
    """Return an aware `moment` (any zone) in Vietnam's time. Raises ValueError for a naive one."""
    if moment.tzinfo is None:
        raise ValueError("a moment needs a time zone")
    return moment.astimezone(ZONE)


def dashed_day(moment: datetime) -> str:
    """Return the day as article pages show it: `08 - 04 - 2019`."""
    return f"{local(moment):%d - %m - %Y}"


def short_day(moment: datetime) -> str:
    """Return the day as `08/04/2019`."""
    return f"{local(moment):%d/%m/%Y}"


def clock(moment: datetime) -> str:
    """Return the time of day as `4:54 CH` (SA = morning, CH = afternoon, 12-hour)."""
    at = local(moment)
    return f"{at.hour % 12 or 12}:{at:%M} {'SA' if at.hour < 12 else 'CH'}"


def day_and_clock(moment: datetime) -> str:
    """Return day and time as lists show them: `02/07/2020 4:54 CH`."""
    return f"{short_day(moment)} {clock(moment)}"


def weekday_and_day(moment: datetime) -> str:
    """Return `Thứ Ba, 24/11/2026`."""
    return f"{_WEEKDAYS[local(moment).weekday()]}, {short_day(moment)}"


def parse_day(text: str) -> date:
    """Read `8/4/2019`, `08-04-2019` or `08 - 04 - 2019`. Raises ValueError for anything else, 31/02 included."""
    match = _DAY.fullmatch(text.strip())
    if not match:
        raise ValueError("not a day")
    day, month, year = map(int, match.groups())
    return date(year, month, day)


def start_of(day: date) -> datetime:
    """Return the first moment of `day` in Vietnam."""
    return datetime(day.year, day.month, day.day, tzinfo=ZONE)


def end_of(day: date) -> datetime:
    """Return the first moment after `day` in Vietnam: a half-open end. Raises OverflowError past the calendar."""
    return start_of(day + timedelta(days=1))
