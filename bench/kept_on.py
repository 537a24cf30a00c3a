"""The settings of one machine, its rows on the server that BENCH_SERVER names; « »: in a file of the workspace, as everywhere."""

import os

from semailles.config.settings import *  # noqa: F403  # every setting, but one
from semailles.config.settings import WORKSPACE
from semailles.core.databases import database_of

DATABASES = {"default": database_of(WORKSPACE, os.environ["BENCH_SERVER"])}
