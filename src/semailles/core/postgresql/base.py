"""The connection. Django finds it by this module's name."""

from django.db.backends.postgresql import base
from psycopg import Error, IsolationLevel

from semailles.core.databases import BUSY, GONE

FROZEN = 300  # seconds: who does nothing for so long in the middle of writing has stopped, and loses its turn to the others
LOOKS = {  # what the server does for the others when a host is gone with its cable: the turn that it held is free at once, not in two hours
    "lock_timeout": f"{BUSY}s",
    "tcp_keepalives_idle": GONE,
    "tcp_keepalives_interval": GONE // 2,
    "tcp_keepalives_count": 2,
    "tcp_user_timeout": f"{BUSY}s",
}
TURN = 0x53656D61696C6C65  # « Semaille »: the advisory lock of whoever writes, one in each database


class DatabaseWrapper(base.DatabaseWrapper):
    """Whoever begins a transaction waits for their turn, on whatever machine the other one stands. Single questions wait for nobody.

    What a gesture reads before it writes is then still true when it writes, as under SQLite's `BEGIN IMMEDIATE`. The turn ends with the
    transaction, however that ends; a process that is killed holds nothing back.
    """

    def get_connection_params(self) -> dict[str, object]:
        """What the address says itself comes after, and counts."""
        params: dict[str, object] = super().get_connection_params()
        asked = LOOKS if self._only_reads else LOOKS | {"idle_in_transaction_session_timeout": f"{FROZEN}s"}
        ours = [f"-c {name}={value}" for name, value in asked.items()]
        params["options"] = " ".join([*ours, str(params.get("options") or "")]).strip()
        return params

    def is_usable(self) -> bool:
        """Not a line to a server that has become the one that follows another: the address may name both, and where one writes is found by asking again."""
        if self.connection is None:
            return False
        try:
            (is_only_read,) = self.connection.execute("SHOW transaction_read_only").fetchone()
        except Error:
            return False
        return bool(is_only_read == "off")

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
