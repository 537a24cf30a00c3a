"""Which versions of the program opened a database: what to install when this one cannot read it, or must be left."""

from django.db import DEFAULT_DB_ALIAS, connections
from django.utils import timezone

import semailles
from semailles.core.models import Release

TABLE = "core_release"


def note_release(using: str = DEFAULT_DB_ALIAS) -> None:
    """Written once for each version."""
    if not Release.objects.using(using).filter(version=semailles.__version__).exists():
        Release.objects.using(using).create(version=semailles.__version__, since=timezone.now())


def last_release(using: str = DEFAULT_DB_ALIAS) -> str:
    """Empty for a database of before versions were written in it."""
    if TABLE not in connections[using].introspection.table_names():
        return ""
    return Release.objects.using(using).order_by("pk").values_list("version", flat=True).last() or ""
