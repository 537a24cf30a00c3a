"""What a host installs: the wheel, in an environment of its own, away from the repository."""

import re
import shutil
import subprocess
import sysconfig
import urllib.request
import venv
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from tests.command import EXAMPLE
from tests.e2e.conftest import FIRST_PORT

from semailles import __version__

pytestmark = pytest.mark.full
ROOT = EXAMPLE.parents[1]
SMALL = "equipe-1-echelle-humaine"


@pytest.fixture(scope="module")
def installed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The command, in an environment that has our libraries and nothing of this tree."""
    place = tmp_path_factory.mktemp("host")
    subprocess.run([ROOT / "script/wheel", place / "dist"], check=True, capture_output=True)
    venv.create(place / "venv", with_pip=True)
    (wheel,) = (place / "dist").glob("*.whl")
    pip = [place / "venv/bin/python", "-m", "pip", "install", "--quiet", "--disable-pip-version-check", "--no-deps", wheel]
    subprocess.run(pip, check=True, capture_output=True)
    (packages,) = (place / "venv/lib").glob("python*/site-packages")
    (packages / "libraries.pth").write_text(sysconfig.get_paths()["purelib"])
    return place / "venv/bin/semailles"


def typed(installed: Path, *words: object) -> "subprocess.CompletedProcess[str]":
    return subprocess.run([installed, *map(str, words)], cwd=installed.parent, capture_output=True, text=True, check=False)


def test_the_wheel_asks_for_what_the_tests_ran_with(installed: Path) -> None:
    (known,) = installed.parents[1].glob("lib/python*/site-packages/semailles-*.dist-info/METADATA")
    asked = re.findall(r"^Requires-Dist: (\S+)$", known.read_text(), re.MULTILINE)
    pinned = re.findall(r"^(\S+==\S+)", (ROOT / "requirements/base.txt").read_text(), re.MULTILINE)

    assert sorted(asked) == sorted(pinned) != []


def test_what_a_host_reads_and_copies_is_beside(installed: Path) -> None:
    dist = installed.parents[2] / "dist"

    assert {path.name for path in dist.iterdir()} - {path.name for path in dist.glob("*.whl")} == {
        "requirements.txt",
        "deploy",
        "heberger.md",
        "reglages.md",
        "hosting.md",
        "settings.md",
    }
    named = set(re.findall(r"deploy/[\w.]+", (dist / "hosting.md").read_text()))
    assert sorted(name for name in named if not (dist / name).is_file()) == []


def test_the_command_says_which_version_it_is(installed: Path) -> None:
    assert typed(installed, "--version").stdout == f"semailles {__version__}\n"


def test_the_doctor_finds_all_it_needs(installed: Path) -> None:
    assert typed(installed, "doctor").returncode == 0


@contextmanager
def served(installed: Path, out: Path) -> Iterator[str]:
    command = [installed, "serve", out, "--no-browser", "--port", str(FIRST_PORT)]
    with subprocess.Popen(command, cwd=out.parent, stdout=subprocess.PIPE, text=True, env={"PYTHONUNBUFFERED": "1"}) as server:
        try:
            assert server.stdout is not None
            found = re.search(r"http://\S+:\d+", server.stdout.readline())
            assert found is not None
            yield found[0]
        finally:
            server.terminate()


def fetched(address: str) -> tuple[int, bytes]:
    with urllib.request.urlopen(address, timeout=30) as answer:  # noqa: S310  # our own server
        return answer.status, answer.read()


def test_the_wheel_does_the_main_job_and_shows_it(installed: Path, tmp_path: Path) -> None:
    shutil.copytree(EXAMPLE / SMALL, tmp_path / "atelier" / SMALL)
    done = typed(installed, "run", tmp_path / "atelier", "--output", tmp_path / "resultat")
    assert done.returncode == 0, done.stderr
    assert (tmp_path / "resultat/feuille-de-route.pdf").read_bytes().startswith(b"%PDF-")

    with served(installed, tmp_path / "resultat") as address:
        status, page = fetched(address)
        borrowed = re.findall(r'(?:href|src)="(/static/[^"]+)"', page.decode())
        pictures = re.findall(r'<img src="(/static/guide/[^"]+)"', fetched(f"{address}/aide/porter/")[1].decode())
        answers = [(name, fetched(address + name)) for name in [*borrowed, *pictures]]

    assert status == 200
    assert len(pictures) == 6  # the guide came along, with what it shows
    assert {name.rpartition(".")[2] for name in borrowed} >= {"css", "js"}
    assert [name for name, (found, body) in answers if (found, bool(body)) != (200, True)] == []
    assert "note sur le papier marche aussi" in page.decode()  # French words are there
