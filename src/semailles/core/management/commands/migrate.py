"""`migrate`, but a new database gets its tables at once, as all the migrations would leave them: going through each takes a hundred times longer."""

from typing import Any

from django.apps import apps
from django.core.management.commands import migrate
from django.db import connections
from django.db.backends.base.base import BaseDatabaseWrapper
from django.db.migrations.loader import MigrationLoader
from django.db.migrations.recorder import MigrationRecorder

from semailles.core.releases import note_release
from semailles.core.search.shelves import shelf


class Command(migrate.Command):
    def handle(self, *args: Any, **options: Any) -> None:
        connection = self._connection = connections[options["database"]]
        if options["app_label"] or options["plan"] or options["check_unapplied"] or connection.introspection.table_names():
            super().handle(*args, **options)
        else:
            _lay_tables(connection)

    def migration_progress_callback(self, action: str, migration: Any = None, fake: bool = False) -> None:
        """A server alters no table as long as rows written in it wait to be checked, and when tables are brought up to date all changes are
        one transaction."""
        super().migration_progress_callback(action, migration, fake)
        if action == "apply_success" and self._connection.vendor == "postgresql":
            self._connection.check_constraints()


def _lay_tables(connection: BaseDatabaseWrapper) -> None:
    """All of them or none; every migration is then said to be done."""
    done = MigrationRecorder(connection).Migration
    with connection.schema_editor() as editor:
        for model in apps.get_models():
            editor.create_model(model)
        editor.create_model(done)
        shelf(connection.vendor).create(editor)
        done.objects.using(connection.alias).bulk_create(done(app=app, name=name) for app, name in MigrationLoader(None).disk_migrations)
        note_release(connection.alias)
