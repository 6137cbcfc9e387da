"""`/healthz`: the process answers. `/readyz`: the databases do, and are up to date."""

from django.db import DEFAULT_DB_ALIAS, connections
from django.db.migrations.executor import MigrationExecutor
from django.db.utils import Error
from django.http import HttpRequest, JsonResponse

from samenspel.web.accounts.access import public


@public
def healthz(request: HttpRequest) -> JsonResponse:
    return JsonResponse({"status": "alive"})


@public
def readyz(request: HttpRequest) -> JsonResponse:
    faults = [fault for alias in (DEFAULT_DB_ALIAS, "keys") if (fault := _fault(alias))]
    status = {"status": "not ready", "faults": faults} if faults else {"status": "ready"}
    return JsonResponse(status, status=503 if faults else 200)


def _fault(alias: str) -> str:
    try:
        executor = MigrationExecutor(connections[alias])
        plan = executor.migration_plan(executor.loader.graph.leaf_nodes())
    except Error:
        return f"database {alias!r} does not answer"
    return f"database {alias!r} has {len(plan)} migrations to run" if plan else ""
