"""What the pages cost beside time: queries and bytes. Prints JSON; the measured database is in the environment."""

import gzip
import json
import sys

import django


def facts() -> dict[str, dict[str, object]]:
    """Return, by name, the path, queries and bytes of each measured page."""
    from django.db import connection
    from django.test import Client
    from django.test.utils import CaptureQueriesContext
    from django.utils import timezone

    from news.models import Edition

    # The demo's first article: the reference page's own, with picture and comments.
    article = Edition.objects.public(timezone.now()).order_by("article_id").first()
    if article is None:
        sys.exit("bench: the database has no public article")
    found: dict[str, dict[str, object]] = {}
    client = Client(HTTP_HOST="127.0.0.1")
    for name, path in (("article", article.get_absolute_url()), ("list", "/tin-tuc/"), ("home", "/")):
        client.get(path)
        with CaptureQueriesContext(connection) as queries:
            response = client.get(path)
        if response.status_code != 200:
            sys.exit(f"bench: {path} answers {response.status_code}")
        found[name] = {
            "path": path,
            "queries": len(queries),
            "bytes": len(response.content),
            "compressed": len(gzip.compress(response.content, 6)),
        }
    return found


if __name__ == "__main__":
    django.setup()
    print(json.dumps(facts()))
