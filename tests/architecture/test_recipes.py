"""What a host copies from `deploy` names commands, settings and addresses that exist."""

import configparser
import re
from pathlib import Path

import pytest
from django.urls import reverse

from semailles.cli.main import _parser

PROGRAM = "/opt/semailles/bin/semailles"
SETTING = re.compile(r"\b(SEMAILLES_[A-Z_]+)\b")


def unit(path: Path) -> configparser.ConfigParser:
    read = configparser.ConfigParser(strict=False, interpolation=None)
    read.optionxform = str  # type: ignore[assignment,method-assign]  # systemd tells capitals apart
    read.read_string(path.read_text())
    return read


@pytest.mark.parametrize("name", ["semailles.service", "semailles-digest.service"])
def test_a_service_starts_a_command_that_exists(root: Path, name: str) -> None:
    program, *words = unit(root / "deploy" / name)["Service"]["ExecStart"].split()

    assert (program, _parser().parse_args(words).command) == (PROGRAM, words[0])


def test_the_timer_starts_the_service_of_its_name(root: Path) -> None:
    assert (root / "deploy/semailles-digest.service").is_file()
    assert set(unit(root / "deploy/semailles-digest.timer").sections()) == {"Unit", "Timer", "Install"}


def test_settings_named_by_recipes_are_described(root: Path) -> None:
    named = {name for path in (root / "deploy").iterdir() for name in SETTING.findall(path.read_text())}
    described = set(SETTING.findall((root / "docs/settings.md").read_text()))

    assert named - described == set()


@pytest.mark.parametrize("name", ["nginx.conf", "Caddyfile"])
def test_a_proxy_keeps_what_watches_the_instance_for_who_keeps_it(root: Path, name: str) -> None:
    """And listens where the service does."""
    text = (root / "deploy" / name).read_text()
    port = unit(root / "deploy/semailles.service")["Service"]["ExecStart"].partition("--port ")[2].split()[0]

    for route in ("health", "metrics"):
        assert reverse(route, urlconf="semailles.config.instance_urls") in text
    assert f"127.0.0.1:{port}" in text


def test_nginx_says_who_asked_and_how(root: Path) -> None:
    """What SEMAILLES_PROXIES=1 believes."""
    text = (root / "deploy/nginx.conf").read_text()

    assert re.findall(r"proxy_set_header (\S+)", text) == ["Host", "X-Forwarded-For", "X-Forwarded-Proto"]
