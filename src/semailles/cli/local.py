"""What the server of local mode calls. It ends with the command that started it, however that one ends."""

import os
import threading
import time

from django.core.wsgi import get_wsgi_application
from django.db import connection

PAUSE = 0.5  # seconds between two looks


def stand_by(parent: int, ready: threading.Event) -> None:
    """A server that nobody holds any more would keep its port and the workspace."""
    try:
        _keep_open()
    finally:
        ready.set()
    while os.getppid() == parent:
        time.sleep(PAUSE)
    os._exit(0)


def _keep_open() -> None:
    """What SQLite keeps beside its database goes with the last who has it open; on a full disk it could not be made again, and nothing could be read."""
    if connection.vendor == "sqlite":
        connection.introspection.table_names()


application = get_wsgi_application()
is_ready = threading.Event()
threading.Thread(target=stand_by, args=(os.getppid(), is_ready), daemon=True).start()
is_ready.wait()
