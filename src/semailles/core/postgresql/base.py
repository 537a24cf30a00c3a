"""The connection. Django finds it by this module's name."""

from django.db.backends.postgresql import base
from psycopg import Error, IsolationLevel

from semailles.core.databases import BUSY

TURN = 0x53656D61696C6C65  # « Semaille »: the advisory lock of whoever writes, one in each database


class DatabaseWrapper(base.DatabaseWrapper):
    """Whoever begins a transaction waits for their turn, on whatever machine the other one stands. Single questions wait for nobody.

    What a gesture reads before it writes is then still true when it writes, as under SQLite's `BEGIN IMMEDIATE`. The turn ends with the
    transaction, however that ends; a process that is killed holds nothing back.
    """

    def get_connection_params(self) -> dict[str, object]:
        params: dict[str, object] = super().get_connection_params()
        params["options"] = f"-c lock_timeout={BUSY}s {params.get('options') or ''}".strip()
        return params

    def _set_autocommit(self, autocommit: bool) -> None:
        super()._set_autocommit(autocommit)  # type: ignore[misc]  # its stubs leave it out
        if not autocommit and not self._only_reads:
            self._take_turn()

    @property
    def _only_reads(self) -> bool:
        """A copy of one moment writes nothing here: see `publication.transfer.databases`."""
        return bool(self.settings_dict["OPTIONS"].get("isolation_level") == IsolationLevel.REPEATABLE_READ)

    def _take_turn(self) -> None:
        with self.wrap_database_errors:
            try:
                self.connection.execute("SELECT pg_advisory_xact_lock(%s)", [TURN])
            except Error:
                self.connection.rollback()
                self.connection.autocommit = True
                raise
