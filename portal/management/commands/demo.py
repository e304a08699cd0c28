"""`manage.py demo`: illustrative content."""

from argparse import ArgumentParser
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError
from django.utils import timezone

from news.models import Edition
from portal.demo import bulk
from portal.demo.load import load


class Command(BaseCommand):
    """Fills an installation with the demo's departments, accounts, articles, pictures and comments."""

    help = "Makes the demo's content; a second run changes nothing. --articles adds short articles for measuring."

    def add_arguments(self, parser: ArgumentParser) -> None:
        """Take how many more articles are wanted."""
        parser.add_argument("--articles", type=int, default=0, metavar="N", help="add N more short published articles")

    def handle(self, *args: Any, **options: Any) -> None:
        """Refuse anything but a demo: its accounts have a password that everybody knows."""
        if not settings.PORTAL_DEMO:
            raise CommandError("PORTAL_DEMO is off: the demo's accounts would be open to everybody.")
        if options["articles"] < 0:
            raise CommandError("--articles takes a whole number from 0 up.")
        now = timezone.now()
        accounts = load(now)
        if options["articles"]:
            bulk.add(options["articles"], now=now, by=accounts["bientap.tinh"], approver=accounts["duyet.tinh"])
        self.stdout.write(f"The demo has {Edition.objects.public(now).count()} public articles.")
