"""The settings, on the PostgreSQL server that `tests.on_postgresql` started."""

import os

from semailles.config.settings import *  # noqa: F403  # every setting, but one
from semailles.config.settings import WORKSPACE
from semailles.core.databases import database_of

DATABASES = {"default": database_of(WORKSPACE, os.environ["TESTS_POSTGRESQL"])}
