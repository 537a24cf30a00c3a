"""All settings, in one file. The environment is read here, once; docs/settings.md describes each variable."""

import os
import secrets
from pathlib import Path

PACKAGE = Path(__file__).resolve().parent.parent

# The folder of a workspace: its database and its media. `semailles run` sets it before Django starts.
WORKSPACE = Path(os.environ.get("SEMAILLES_WORKSPACE", "workspace"))

SECRET_KEY = secrets.token_urlsafe(48)  # nothing is signed yet: a key of the process is enough
DEBUG = False
USE_TZ = True
TIME_ZONE = "UTC"

INSTALLED_APPS = [
    "semailles.core",
    "semailles.workshop",
    "semailles.intake",
    "semailles.convergence",
    "semailles.projects",
    "semailles.publication",
]

DATABASES = {
    "default": {
        "ENGINE": "django.db.backends.sqlite3",
        "NAME": WORKSPACE / "semailles.sqlite3",
        "ATOMIC_REQUESTS": False,
        "OPTIONS": {
            "timeout": 20,
            "transaction_mode": "IMMEDIATE",
            "init_command": "PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL;",
        },
        "TEST": {"NAME": ":memory:"},
    }
}
MEDIA_ROOT = WORKSPACE / "media"
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

LANGUAGE_CODE = "fr"
LANGUAGES = [("fr", "français"), ("en", "English")]
LOCALE_PATHS = [PACKAGE / "locale"]
USE_I18N = True
