"""One time for all the hosts of an instance: that of the server where its rows are."""

import time
from datetime import datetime, timedelta

from django.db import connection
from django.utils import timezone

ASKED_AGAIN = 60.0  # seconds


class SharedClock:
    """Hosts whose clocks disagree would take each other's work for abandoned. Asked once a minute; between two, this machine counts the seconds."""

    def __init__(self) -> None:
        self._asked = (time.monotonic(), server_time())

    def __call__(self) -> datetime:
        now = time.monotonic()
        if now - self._asked[0] >= ASKED_AGAIN:
            self._asked = (now, server_time())
        at, told = self._asked
        return told + timedelta(seconds=now - at)


def server_time() -> datetime:
    """This machine's own when rows are in a file of it."""
    if connection.vendor != "postgresql":
        return timezone.now()
    with connection.cursor() as cursor:
        cursor.execute("SELECT clock_timestamp()")
        told: datetime = cursor.fetchone()[0]
    return told
