"""Tables laid at once in a database that has none, as migrations would leave them: going through each takes a hundred times longer."""

from collections.abc import Iterable

from django.apps.registry import Apps
from django.db.backends.base.base import BaseDatabaseWrapper
from django.db.migrations.loader import MigrationLoader
from django.db.migrations.recorder import MigrationRecorder
from django.db.models import Model

from semailles.core.search.shelves import shelf


def lay(connection: BaseDatabaseWrapper, apps: Apps, migrations: Iterable[tuple[str, str]]) -> None:
    """All of them or none; each of these migrations is then said to be done."""
    done = MigrationRecorder(connection).Migration
    with connection.schema_editor() as editor:
        for model in apps.get_models():
            editor.create_model(model)
        editor.create_model(done)
        shelf(connection.vendor).create(editor)
        done.objects.using(connection.alias).bulk_create(done(app=app, name=name) for app, name in migrations)


def take_away(connection: BaseDatabaseWrapper) -> None:
    """On a server, where tables come and go in a transaction, and within one: all those of this version. Whatever else stands in the database stays."""
    known: list[type[Model]] = MigrationLoader(None).project_state().apps.get_models(include_auto_created=True)
    known.append(MigrationRecorder(connection).Migration)
    names = {model._meta.db_table for model in known}  # noqa: SLF001  # Django gives its description of a model no other name
    ours = sorted(names & set(connection.introspection.table_names()))
    with connection.schema_editor() as editor:
        editor.execute(f"DROP TABLE {', '.join(map(connection.ops.quote_name, ours))} CASCADE")
