"""A workspace opened in the browser: the server, its worker, and what happens when they are stopped."""

from pathlib import Path

import psutil
import pytest
from tests.command import semailles
from tests.e2e.conftest import served

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


def server_and_its_own() -> list[psutil.Process]:
    """The server started last, first; a browser and a server of other tests may run beside it."""
    server = max((one for one in psutil.Process().children() if "serve" in one.cmdline()), key=psutil.Process.create_time)
    return [server, *server.children(recursive=True)]


def test_nothing_runs_on_when_the_server_is_stopped(workspace: Path) -> None:
    with served(workspace):
        started = server_and_its_own()

    assert len(started) > 1
    assert psutil.wait_procs(started, timeout=PATIENCE)[1] == []


def test_nothing_runs_on_when_the_server_is_killed(workspace: Path) -> None:
    with served(workspace):
        started = server_and_its_own()
        started[0].kill()

    assert psutil.wait_procs(started, timeout=PATIENCE)[1] == []
