"""Each variable that docs/settings.md describes does what is said there."""

import re
import runpy
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from semailles.config import settings
from semailles.config.environment import WrongSetting

DESCRIBED = re.findall(r"^\| `([A-Z][A-Z0-9_]+)` \|", (Path(__file__).resolve().parents[2] / "docs/settings.md").read_text(), re.MULTILINE)
KEY = "k" * 40
INSTANCE = {"SEMAILLES_INSTANCE": "1", "SEMAILLES_SECRET_KEY": KEY}
OIDC = {
    "SEMAILLES_OIDC_SERVER": "https://qui.exemple.org",
    "SEMAILLES_OIDC_CLIENT": "c",
    "SEMAILLES_OIDC_SECRET": "s",
    "SEMAILLES_OIDC_NAME": "Pays",
}
Found = dict[str, Any]


def settled(monkeypatch: pytest.MonkeyPatch, environment: dict[str, str]) -> Found:
    """The settings, read again with nothing else in the environment."""
    for name in DESCRIBED:
        monkeypatch.delenv(name, raising=False)
    for name, said in environment.items():
        monkeypatch.setenv(name, said)
    return runpy.run_path(str(settings.__file__))


def mail(found: Found) -> tuple[object, ...]:
    parts = ("BACKEND", "HOST", "PORT", "HOST_USER", "HOST_PASSWORD", "USE_SSL", "USE_TLS")
    return tuple(found[f"EMAIL_{part}"] for part in parts)


def organisation(found: Found) -> tuple[object, ...]:
    (server,) = found["ORGANISATION"]
    return server["settings"]["server_url"], server["client_id"], server["secret"], server["name"]


def address(found: Found) -> tuple[object, ...]:
    return found["ALLOWED_HOSTS"][3:], found["CSRF_TRUSTED_ORIGINS"], found["SESSION_COOKIE_SECURE"], found["DEFAULT_FROM_EMAIL"]


def tells_requests(found: Found) -> tuple[object, ...]:
    return found["INSTANCE"], found["CACHES"]["default"]["LOCATION"], found["LOGGING"]["loggers"]["semailles.web.layout.watch"]["level"]


SMTP, OVER = "django.core.mail.backends.smtp.EmailBackend", ["semailles.exemple.org"]
OIDC_TAKEN = ("https://qui.exemple.org", "c", "s", "Pays")
EFFECTS: dict[str, tuple[dict[str, str], Callable[[Found], object], object]] = {
    "SEMAILLES_WORKSPACE": (
        {"SEMAILLES_WORKSPACE": "/srv/a"},
        lambda found: found["DATABASES"]["default"]["NAME"],
        Path("/srv/a/semailles.sqlite3"),
    ),
    "SEMAILLES_SECRET_KEY": (INSTANCE, lambda found: found["SECRET_KEY"], KEY),
    "SEMAILLES_INSTANCE": (INSTANCE, tells_requests, (True, "core_remembered", "INFO")),
    "DATABASE_URL": (
        {**INSTANCE, "DATABASE_URL": "postgresql://base.exemple.org/semailles"},
        lambda found: found["DATABASES"]["default"]["HOST"],
        "base.exemple.org",
    ),
    "SEMAILLES_PROXIES": (
        {"SEMAILLES_PROXIES": "1"},
        lambda found: (found["ALLAUTH_TRUSTED_PROXY_COUNT"], found["SECURE_PROXY_SSL_HEADER"]),
        (1, ("HTTP_X_FORWARDED_PROTO", "https")),
    ),
    **dict.fromkeys(OIDC, (OIDC, organisation, OIDC_TAKEN)),
    "SEMAILLES_ADDRESS": (
        {**INSTANCE, "SEMAILLES_ADDRESS": "https://semailles.exemple.org"},
        address,
        (OVER, ["https://semailles.exemple.org"], True, "semailles@semailles.exemple.org"),
    ),
    "SEMAILLES_MAIL": (
        {"SEMAILLES_MAIL": "smtps://ana:s%40me@courrier.exemple.org:465"},
        mail,
        (SMTP, "courrier.exemple.org", 465, "ana", "s@me", True, False),
    ),
    "SEMAILLES_MAIL_FROM": (
        {"SEMAILLES_MAIL_FROM": "atelier@exemple.org"},
        lambda found: found["DEFAULT_FROM_EMAIL"],
        "atelier@exemple.org",
    ),
    "SEMAILLES_LOGS": ({"SEMAILLES_LOGS": "json"}, lambda found: len(found["LOGGING"]["formatters"]["line"]["processors"]), 3),
    "SEMAILLES_METRICS_KEY": ({"SEMAILLES_METRICS_KEY": KEY}, lambda found: found["METRICS_KEY"], KEY),
    "PROMETHEUS_MULTIPROC_DIR": ({"PROMETHEUS_MULTIPROC_DIR": "/run/f"}, lambda found: found["FIGURES"], "/run/f"),
    "SEMAILLES_LANG": ({"SEMAILLES_LANG": "en"}, lambda found: found["LANGUAGE_CODE"], "en"),
    "SEMAILLES_TODAY": ({"SEMAILLES_TODAY": "2027-04-12"}, lambda found: found["TODAY"], date(2027, 4, 12)),
    "SEMAILLES_WORD_VECTORS": ({"SEMAILLES_WORD_VECTORS": "/srv/fr.vec"}, lambda found: found["WORD_VECTORS"], Path("/srv/fr.vec")),
}


@pytest.mark.parametrize("name", DESCRIBED)
def test_a_setting_does_what_is_said_of_it(monkeypatch: pytest.MonkeyPatch, name: str) -> None:
    environment, read, expected = EFFECTS[name]

    assert read(settled(monkeypatch, environment)) == expected


@pytest.mark.parametrize("name", DESCRIBED)
def test_without_it_the_settings_are_others(monkeypatch: pytest.MonkeyPatch, name: str) -> None:
    """So that the test above shows something."""
    environment, read, expected = EFFECTS[name]
    without = {
        **({"SEMAILLES_SECRET_KEY": "o" * 40} if name == "SEMAILLES_SECRET_KEY" else {}),
        **{other: said for other, said in environment.items() if other != name},
    }

    try:
        found = read(settled(monkeypatch, without))
    except (KeyError, ValueError, WrongSetting):  # there is nothing of it to be read
        return
    assert found != expected


def test_nothing_has_to_be_set(monkeypatch: pytest.MonkeyPatch) -> None:
    found = settled(monkeypatch, {})

    assert (found["ADDRESS"].netloc, found["PROXIES"], found["LANGUAGE_CODE"], found["TODAY"], found["ORGANISATION"]) == (
        "127.0.0.1:8123",
        0,
        "fr",
        None,
        [],
    )
    assert found["EMAIL_BACKEND"] == "django.core.mail.backends.console.EmailBackend"


@pytest.mark.parametrize(("server", "port"), [("smtps://courrier.exemple.org", 465), ("smtp://courrier.exemple.org", 587)])
def test_a_mail_server_without_a_port_is_asked_at_its_own(monkeypatch: pytest.MonkeyPatch, server: str, port: int) -> None:
    assert settled(monkeypatch, {"SEMAILLES_MAIL": server})["EMAIL_PORT"] == port


@pytest.mark.parametrize(
    "wrong",
    [{"SEMAILLES_INSTANCE": "true"}, {"SEMAILLES_OIDC_SECRET": "s"}, {"SEMAILLES_OIDC_SERVER": "qui", "SEMAILLES_OIDC_CLIENT": "c"}],
)
def test_nothing_starts_on_a_guess(monkeypatch: pytest.MonkeyPatch, wrong: dict[str, str]) -> None:
    with pytest.raises(WrongSetting):
        settled(monkeypatch, wrong)


def test_https_is_asked_for_the_name_of_the_instance_and_no_other(monkeypatch: pytest.MonkeyPatch) -> None:
    """Names under it, or beside it, belong to whoever keeps them."""
    found = settled(monkeypatch, {**INSTANCE, "SEMAILLES_ADDRESS": "https://exemple.org"})

    assert found["SECURE_HSTS_SECONDS"] == 31_536_000
    assert {name for name in found if name.startswith("SECURE_HSTS")} == {"SECURE_HSTS_SECONDS"}
