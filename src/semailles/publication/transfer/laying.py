"""The tables of another database, laid as they are in this one: those of this version, or of an earlier one."""

from django.apps import apps as ours
from django.apps.registry import Apps
from django.db import connections
from django.db.migrations.loader import MigrationLoader
from django.db.migrations.recorder import MigrationRecorder

from semailles.core.laying import lay
from semailles.publication.transfer.belonging import Model, described


def lay_as(source: str, target: str) -> list[Model]:
    """`source`, `target`: names of databases; the second one has no table. Gives the models of these tables, as they were."""
    applied = set(MigrationRecorder(connections[source]).applied_migrations())
    apps = _apps_of(applied)
    lay(connections[target], apps, sorted(applied))
    return models_of(apps)


def models_of(apps: Apps = ours) -> list[Model]:
    """Those that have a table of their own, which migrations make."""
    return [model for model in apps.get_models(include_auto_created=True) if described(model).managed and not described(model).proxy]


def _apps_of(applied: set[tuple[str, str]]) -> Apps:
    loader = MigrationLoader(None)
    known = applied & set(loader.graph.nodes)
    return ours if known == set(loader.graph.nodes) else loader.project_state(sorted(known)).apps
