"""Puts the demo's content together. A second run finds everything and changes nothing."""

from datetime import datetime

from departments.models import User
from portal.demo import articles, people, remarks
from portal.demo.library import Library


def load(now: datetime) -> dict[str, User]:
    """Make whatever is missing of the demo, as of the aware moment `now`; return its accounts by username."""
    departments = people.load_departments()
    accounts = people.load_accounts(departments)
    newsroom = articles.Newsroom(accounts, departments, Library(by=accounts["admin"], now=now))
    editions = articles.load_published(newsroom, now)
    articles.load_desk(newsroom, now)
    articles.load_corrections(newsroom, editions, now)
    remarks.load(editions, accounts, now)
    return accounts
