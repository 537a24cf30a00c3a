"""Imported before the fork by the process that `tests.forked` forks from."""

import importlib
import os
import sys

import django
import granian  # noqa: F401  # for who is forked
from django.conf import LazySettings, settings
from django.db import connections
from django.utils.functional import empty

from semailles.engines.extracting import extract, national_gazetteer
from semailles.engines.grouping import Corpus, Text
from semailles.engines.reading import read

SETTINGS = "semailles.config.settings"


def learn() -> None:
    """What engines learn of their own files, they keep."""
    blocks = read("n.txt", b"On pourrait planter une haie le long du chemin de la gare.\n").blocks
    extract(blocks, gazetteer=national_gazetteer())
    Corpus([Text("1", "A", blocks[0].text)]).group()


def import_all() -> None:
    """Models need settings to be imported; the next look reads these again, from the environment of who is forked."""
    os.environ["DJANGO_SETTINGS_MODULE"] = SETTINGS
    django.setup()
    from semailles.cli import doctor, export, pipeline, replay, run, single, summary, verify  # noqa: F401  # the same
    from semailles.config import urls  # noqa: F401  # the same

    del sys.modules[SETTINGS]
    settings._wrapped = empty
    del connections["default"], connections.settings
    connections._settings = None


def renew_defaults() -> None:
    """axes writes its defaults into the settings when it is imported: into those of who is forked too, once they are read."""
    read_settings = LazySettings._setup

    def renewed(self: LazySettings, name: str | None = None) -> None:
        read_settings(self, name)
        importlib.reload(sys.modules["axes.conf"])

    LazySettings._setup = renewed  # type: ignore[method-assign]  # in this process alone, and in those forked from it


learn()
import_all()
renew_defaults()
