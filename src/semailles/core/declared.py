"""What each app says of itself in a module of its own: its jobs, its words for the journal, its sections."""

from functools import cache
from importlib import import_module
from importlib.util import find_spec
from typing import Any

from django.apps import apps


@cache
def declared(module: str, name: str) -> dict[str, Any]:
    """The mappings called `name` in the modules called `module` of our apps, as one; a word that two apps say is a mistake."""
    found: dict[str, Any] = {}
    for app in apps.get_app_configs():
        path = f"{app.name}.{module}"
        if not app.name.startswith("semailles.") or find_spec(path) is None:
            continue
        said: dict[str, Any] = getattr(import_module(path), name, {})
        if twice := found.keys() & said.keys():
            raise LookupError(f"{path}.{name}: {sorted(twice)}")
        found |= said
    return found
