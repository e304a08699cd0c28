"""The texts of the demo, as TOML files; `articles` and the others read them."""

import tomllib
from datetime import datetime, time, timedelta
from pathlib import Path
from typing import Any

from vietnamese.dates import ZONE

FOLDER = Path(__file__).resolve().parent
ARTICLE_FILES = ("articles-reference", "articles-01", "articles-02", "articles-03")


def read(name: str) -> dict[str, Any]:
    """Return the content of one file, `name` without its ending."""
    return tomllib.loads((FOLDER / f"{name}.toml").read_text(encoding="utf-8"))


def articles(now: datetime) -> list[dict[str, Any]]:
    """Return all published articles, oldest first, each with `published` set to an aware moment before `now`."""
    found = [article for name in ARTICLE_FILES for article in read(name)["article"]]
    for article in found:
        article["published"] = moment(article, now)
    return sorted(found, key=lambda article: (article["published"], article["key"]))


def moment(article: dict[str, Any], now: datetime) -> datetime:
    """Return when the article came out: its own date, or so many days before `now`."""
    if "published" in article:
        return article["published"].astimezone(ZONE)
    day = now.astimezone(ZONE).date() - timedelta(days=article["days_ago"])
    at = datetime.combine(day, time.fromisoformat(article["time"]), ZONE)
    # Early in the morning, today's news is yesterday's.
    return at if at < now else at - timedelta(days=1)
