"""What load balancers and operators ask: is it alive, is it ready to serve."""

import logging
from collections.abc import Callable

from django.core.files.base import ContentFile
from django.core.files.storage import default_storage
from django.db import connection
from django.db.migrations.executor import MigrationExecutor
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.utils.crypto import get_random_string
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from audit import database_rules

log = logging.getLogger(__name__)


@never_cache
@require_safe
def healthz(request: HttpRequest) -> HttpResponse:
    """Say that the process answers; nothing else is looked at, so that a lost database doesn't restart it."""
    return HttpResponse("ok\n", content_type="text/plain; charset=utf-8")


@never_cache
@require_safe
def readyz(request: HttpRequest) -> JsonResponse:
    """Say what is missing for serving pages: 200 when nothing is, 503 otherwise. Reasons go to the log, not out."""
    results = {name: _holds(name, check) for name, check in CHECKS.items()}
    ready = all(results.values())
    body = {"ready": ready, "checks": {name: "ok" if holds else "failed" for name, holds in results.items()}}
    return JsonResponse(body, status=200 if ready else 503)


def _holds(name: str, check: Callable[[], str]) -> bool:
    try:
        problem = check()
    except Exception:
        # Whatever fails here is the answer to the question.
        log.exception("Not ready: %s", name)
        return False
    if problem:
        log.error("Not ready: %s: %s", name, problem)
    return not problem


def _database() -> str:
    with connection.cursor() as cursor:
        cursor.execute("SELECT 1")
    return ""


def _migrations() -> str:
    executor = MigrationExecutor(connection)
    plan = executor.migration_plan(executor.loader.graph.leaf_nodes())
    return ", ".join(str(migration) for migration, _backwards in plan)


def _database_rules() -> str:
    return ", ".join(database_rules.missing())


def _storage() -> str:
    name = default_storage.save(f"readyz-{get_random_string(12)}", ContentFile(b"ok"))
    default_storage.delete(name)
    return ""


CHECKS: dict[str, Callable[[], str]] = {
    "database": _database,
    "migrations": _migrations,
    "database_rules": _database_rules,
    "storage": _storage,
}
