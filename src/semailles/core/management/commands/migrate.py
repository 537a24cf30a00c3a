"""`migrate`, but a new database gets its tables at once."""

from typing import Any

from django.apps import apps
from django.core.management.commands import migrate
from django.db import connections
from django.db.migrations.loader import MigrationLoader

from semailles.core.laying import lay
from semailles.core.releases import note_release


class Command(migrate.Command):
    def handle(self, *args: Any, **options: Any) -> None:
        connection = self._connection = connections[options["database"]]
        if options["app_label"] or options["plan"] or options["check_unapplied"] or connection.introspection.table_names():
            super().handle(*args, **options)
        else:
            lay(connection, apps, MigrationLoader(None).disk_migrations)
            note_release(connection.alias)

    def migration_progress_callback(self, action: str, migration: Any = None, fake: bool = False) -> None:
        """A server alters no table as long as rows written in it wait to be checked, and when tables are brought up to date all changes are
        one transaction."""
        super().migration_progress_callback(action, migration, fake)
        if action == "apply_success" and self._connection.vendor == "postgresql":
            self._connection.check_constraints()
