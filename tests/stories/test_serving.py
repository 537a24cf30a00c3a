"""A workspace opened in the browser: the server, its worker, and what happens when they are stopped."""

import socket
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import psutil
import pytest
from tests.command import semailles
from tests.e2e.conftest import FIRST_PORT

PATIENCE = 40  # seconds for processes to notice


def test_what_is_no_workspace_is_said(tmp_path: Path) -> None:
    done = semailles("serve", tmp_path / "rien", "--no-browser")

    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr.strip().startswith(f"{tmp_path / 'rien'} n’est pas un espace de travail de Semailles")


@pytest.mark.parametrize("port", [-1, 0, 65536])
def test_what_is_no_port_is_said(workspace: Path, port: int) -> None:
    done = semailles("serve", workspace, "--no-browser", "--port", port)

    assert (done.returncode, done.stdout, done.stderr.strip()) == (
        2,
        "",
        f"{port} n’est pas un port : donnez un nombre de 1 à 65535 avec --port.",
    )


def test_a_workspace_opens_to_no_other_machine(workspace: Path) -> None:
    """There, whoever asks has every right, whatever name they give in their request."""
    everywhere, nowhere = (semailles("serve", workspace, "--no-browser", "--host", host) for host in ("0.0.0.0", "ici"))  # noqa: S104  # refused

    assert (everywhere.returncode, everywhere.stderr.strip()) == (
        2,
        (
            "Un espace de travail n’a pas de comptes : qui l’atteint pourrait tout y changer, il ne s’ouvre donc que sur cette machine. "
            "Pour plusieurs personnes, faites une instance avec « semailles instance create DOSSIER »."
        ),
    )
    assert (nowhere.returncode, nowhere.stderr.strip()) == (
        2,
        "ici n’est pas une adresse où écouter : donnez ses chiffres avec --host, comme 127.0.0.1.",
    )


def test_an_instance_whose_address_people_know_takes_no_other_port(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Another one would not be found by the server that stands before it."""
    assert semailles("instance", "create", tmp_path / "instance").returncode == 0
    monkeypatch.setenv("SEMAILLES_ADDRESS", "https://semailles.exemple.org")

    with socket.create_server(("127.0.0.1", 0)) as other:
        port = other.getsockname()[1]
        done = semailles("serve", "--instance", tmp_path / "instance", "--no-browser", "--port", port)

    assert (done.returncode, done.stderr.strip()) == (
        1,
        f"Le port {port} est pris par un autre programme : arrêtez celui-ci, ou donnez un autre port avec --port.",
    )


@contextmanager
def served_afresh(out: Path) -> Iterator[list[psutil.Process]]:
    """The server, then what it started, once it has said where it is."""
    words = ["serve", str(out), "--no-browser", "--port", str(FIRST_PORT)]
    with subprocess.Popen([sys.executable, "-u", "-m", "semailles.cli.main", *words], stdout=subprocess.PIPE, text=True) as server:
        assert server.stdout is not None
        assert "http://127.0.0.1" in server.stdout.readline()
        own = psutil.Process(server.pid)
        yield [own, *own.children(recursive=True)]
        server.terminate()


def test_nothing_runs_on_when_the_server_is_stopped(workspace: Path) -> None:
    with served_afresh(workspace) as started:
        assert len(started) > 1

    assert psutil.wait_procs(started, timeout=PATIENCE)[1] == []


def test_nothing_runs_on_when_the_server_is_killed(workspace: Path) -> None:
    with served_afresh(workspace) as started:
        started[0].kill()

    assert psutil.wait_procs(started, timeout=PATIENCE)[1] == []
