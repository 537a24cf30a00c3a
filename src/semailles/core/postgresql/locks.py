"""What one connection holds at a time, on whatever host it stands; let go when it ends, however that ends."""

import zlib
from collections.abc import Iterator
from contextlib import contextmanager

from django.db import connection

FAMILY = 0x53656D61  # « Sema »: of our own locks, beside the turn of who writes


@contextmanager
def held_on_server(name: str) -> Iterator[bool]:
    """False when another connection holds it."""
    lock = [FAMILY, zlib.crc32(name.encode()) >> 1]  # the server takes signed numbers
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_try_advisory_lock(%s, %s)", lock)
        is_held: bool = cursor.fetchone()[0]
        try:
            yield is_held
        finally:
            if is_held:
                cursor.execute("SELECT pg_advisory_unlock(%s, %s)", lock)
