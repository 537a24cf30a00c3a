"""What a host copies from `deploy` names commands, settings and addresses that exist; the tools that will read it understand it, where they are."""

import configparser
import json
import re
import shlex
import shutil
import subprocess
from pathlib import Path

import pytest
import yaml
from django.urls import reverse

from semailles.cli.main import _parser
from semailles.core.databases import database_of

PROGRAM = "/opt/semailles/bin/semailles"
SETTING = re.compile(r"\b(SEMAILLES_[A-Z_]+|DATABASE_URL)\b")
SERVICES = sorted(path.name for path in (Path(__file__).resolve().parents[2] / "deploy").glob("*.service"))
TIMERS = sorted(path.name for path in (Path(__file__).resolve().parents[2] / "deploy").glob("*.timer"))
PROXIES = ("nginx.conf", "Caddyfile", "apache.conf")
SAFEST = 3.0  # of ten, as systemd counts what a service could harm


def needs(tool: str) -> pytest.MarkDecorator:
    return pytest.mark.skipif(shutil.which(tool) is None, reason=f"{tool} is not on this machine")


def unit(path: Path) -> configparser.ConfigParser:
    read = configparser.ConfigParser(strict=False, interpolation=None)
    read.optionxform = str  # type: ignore[assignment,method-assign]  # systemd tells capitals apart
    read.read_string(path.read_text())
    return read


def checked(*words: object) -> str:
    """What a tool finds wrong."""
    done = subprocess.run([*map(str, words)], capture_output=True, text=True, check=False)
    return done.stdout + done.stderr if done.returncode else ""


@pytest.mark.parametrize("name", SERVICES)
def test_a_service_starts_a_command_that_exists(root: Path, name: str) -> None:
    program, *words = unit(root / "deploy" / name)["Service"]["ExecStart"].split()

    assert (program, _parser().parse_args(words).command) == (PROGRAM, words[0])


@pytest.mark.parametrize("name", TIMERS)
def test_a_timer_starts_the_service_of_its_name(root: Path, name: str) -> None:
    assert name.replace(".timer", ".service") in SERVICES
    assert set(unit(root / "deploy" / name).sections()) == {"Unit", "Timer", "Install"}


def test_every_service_has_the_same_account_settings_and_walls(root: Path) -> None:
    """What one of them may not do, the others may not either."""
    own = {
        "Type",
        "ExecStart",
        "Restart",
        "RestartSec",
        "RestartPreventExitStatus",
        "TimeoutStopSec",
        "ReadWritePaths",
        "Nice",
        "IOSchedulingClass",
    }
    found = [{key: said for key, said in unit(root / "deploy" / name)["Service"].items() if key not in own} for name in SERVICES]

    assert found[0]["EnvironmentFile"] == "/etc/semailles.env"
    assert all(walls == found[0] for walls in found)


@needs("systemd-analyze")
@pytest.mark.parametrize("name", [*SERVICES, *TIMERS])
def test_systemd_understands_each_unit(root: Path, tmp_path: Path, name: str) -> None:
    for path in (root / "deploy").glob("semailles*.*"):
        (tmp_path / path.name).write_text(path.read_text().replace(PROGRAM, "/bin/true"))

    assert checked("systemd-analyze", "verify", "--man=no", tmp_path / name) == ""


@needs("systemd-analyze")
@pytest.mark.parametrize("name", SERVICES)
def test_a_service_can_harm_little(root: Path, name: str) -> None:
    worst = f"--threshold={int(10 * SAFEST)}"

    assert checked("systemd-analyze", "security", "--offline=yes", worst, root / "deploy" / name) == ""


def test_the_command_of_a_host_runs_as_the_service_does(root: Path) -> None:
    """Same program, same account, same settings."""
    text, service = (root / "deploy/semailles").read_text(), unit(root / "deploy/semailles.service")["Service"]

    assert f"\n. {service['EnvironmentFile']}\n" in text
    assert f"\nexec runuser -u {service['User']} -- {PROGRAM} " in text
    assert checked("sh", "-n", root / "deploy/semailles") == ""


def test_settings_are_read_alike_by_the_shell(root: Path, tmp_path: Path) -> None:
    """With what is proposed there written for real."""
    written = re.sub(r"^#(?=[A-Z_]+=)", "", (root / "deploy/semailles.env").read_text(), flags=re.MULTILINE)
    (tmp_path / "env").write_text(written)
    expected = {name: said for name, _, said in (line.partition("=") for line in written.splitlines() if not line.startswith("#")) if name}

    script = "import json, os; print(json.dumps({n: os.environ[n] for n in os.environ if n.startswith(('SEMAILLES', 'DATABASE'))}))"
    shell = f"set -a; . {tmp_path / 'env'}; exec python3 -c {shlex.quote(script)}"
    found = subprocess.run(["/bin/sh", "-euc", shell], capture_output=True, text=True, check=True, env={"PATH": "/usr/bin:/bin"})

    assert json.loads(found.stdout) == {name: said.strip("'") for name, said in expected.items()}


def test_settings_named_by_recipes_are_described(root: Path) -> None:
    named = {name for path in (root / "deploy").iterdir() for name in SETTING.findall(path.read_text())}
    described = set(SETTING.findall((root / "docs/settings.md").read_text()))

    assert named - described == set()


@pytest.mark.parametrize("name", PROXIES)
def test_a_proxy_keeps_what_watches_the_instance_for_who_keeps_it(root: Path, name: str) -> None:
    """And listens where the service does."""
    text = (root / "deploy" / name).read_text()
    port = unit(root / "deploy/semailles.service")["Service"]["ExecStart"].partition("--port ")[2].split()[0]

    for route in ("health", "metrics"):
        assert reverse(route, urlconf="semailles.config.instance_urls").strip("/") in text
    assert f"127.0.0.1:{port}" in text


def test_nginx_says_who_asked_and_how(root: Path) -> None:
    """What SEMAILLES_PROXIES=1 believes."""
    text = (root / "deploy/nginx.conf").read_text()

    assert re.findall(r"proxy_set_header (\S+)", text) == ["Host", "X-Forwarded-For", "X-Forwarded-Proto"]


@pytest.fixture
def certificate(tmp_path: Path) -> Path:
    words = ["openssl", "req", "-x509", "-newkey", "rsa:2048", "-nodes", "-subj", "/CN=semailles.example.org", "-days", "2"]
    subprocess.run([*words, "-keyout", "privkey.pem", "-out", "fullchain.pem"], cwd=tmp_path, check=True, capture_output=True)
    return tmp_path


def certified(root: Path, name: str, certificate: Path) -> str:
    return (root / "deploy" / name).read_text().replace("/etc/letsencrypt/live/semailles.example.org", str(certificate))


@needs("openssl")
@needs("nginx")
def test_nginx_understands_its_recipe(root: Path, certificate: Path) -> None:
    (certificate / "site.conf").write_text(certified(root, "nginx.conf", certificate))
    (certificate / "nginx.conf").write_text(
        f"pid {certificate}/pid; error_log {certificate}/log; events {{}} http {{ access_log off; include {certificate}/site.conf; }}"
    )

    assert checked("nginx", "-t", "-q", "-c", certificate / "nginx.conf") == ""


@needs("openssl")
@needs("apache2")
def test_apache_understands_its_recipe(root: Path, certificate: Path) -> None:
    modules = "".join(
        f"LoadModule {name}_module /usr/lib/apache2/modules/mod_{name}.so\n"
        for name in ("mpm_event", "authz_core", "authz_host", "alias", "ssl", "proxy", "proxy_http", "headers")
    )
    head = f"ServerRoot {certificate}\nServerName localhost\nPidFile {certificate}/pid\nErrorLog {certificate}/log\nListen 127.0.0.1:1\n"
    (certificate / "apache.conf").write_text(head + modules + certified(root, "apache.conf", certificate))

    assert checked("apache2", "-t", "-f", certificate / "apache.conf") == ""


@needs("caddy")
def test_caddy_understands_its_recipe(root: Path) -> None:
    assert checked("caddy", "validate", "--adapter", "caddyfile", "--config", root / "deploy/Caddyfile") == ""


def instructions(text: str) -> list[tuple[str, str]]:
    """Of a Containerfile, each line with what it goes on with."""
    lines = re.sub(r"\\\n\s*", "", "\n".join(line for line in text.splitlines() if not line.startswith("#"))).splitlines()
    return [(word, said) for word, _, said in (line.partition(" ") for line in lines if line.strip())]


def test_the_container_starts_a_command_that_exists_as_nobody_in_particular(root: Path) -> None:
    read = instructions((root / "deploy/Containerfile").read_text())
    last = dict(read)
    words = [*json.loads(last["ENTRYPOINT"]), *json.loads(last["CMD"])]

    assert _parser().parse_args(words[1:]).command == "serve"
    assert (words[0], last["USER"], last["EXPOSE"] in words, last["VOLUME"]) == ("semailles", "semailles", True, "/var/lib/semailles")
    assert f"http://127.0.0.1:{last['EXPOSE']}{reverse('health', urlconf='semailles.config.instance_urls')}" in last["HEALTHCHECK"]


def test_the_container_installs_what_the_wheel_s_script_leaves(root: Path) -> None:
    (made,) = [said for word, said in instructions((root / "deploy/Containerfile").read_text()) if word == "RUN" and "pip" in said]

    assert "--require-hashes -r /dist/requirements.txt" in made
    assert "--no-deps /dist/semailles-*.whl" in made
    assert (root / ".dockerignore").read_text().split() == ["*", "!dist"]


def test_images_are_named_without_the_address_of_a_registry(root: Path) -> None:
    images = re.findall(
        r"^(?:FROM|\s+image:) (\S+)",
        "\n".join((root / "deploy" / name).read_text() for name in ("Containerfile", "compose.yaml")),
        re.MULTILINE,
    )

    assert images == ["python:3.11-slim-bookworm", "python:3.11-slim-bookworm", "postgres:16"]


def test_the_container_is_reached_by_the_machine_only_and_waits_for_its_database(root: Path) -> None:
    services = yaml.safe_load((root / "deploy/compose.yaml").read_text())["services"]
    own = services["semailles"]
    expose = dict(instructions((root / "deploy/Containerfile").read_text()))["EXPOSE"]

    assert (own["ports"], own["depends_on"]) == ([f"127.0.0.1:{expose}:{expose}"], {"database": {"condition": "service_healthy"}})
    assert (root / "deploy" / own["build"]["context"] / own["build"]["dockerfile"]).resolve() == (root / "deploy/Containerfile").resolve()
    assert "ports" not in services["database"]
    assert database_of(root, own["environment"]["DATABASE_URL"])["HOST"] in services


def test_commands_shown_for_containers_exist(root: Path) -> None:
    text = (root / "deploy/compose.yaml").read_text()
    shown = re.findall(r"(?:run --rm semailles|exec semailles semailles) (.+)$", text, re.MULTILINE)

    assert [_parser().parse_args(line.split()).command for line in shown] == ["instance", "doctor", "backup"]
