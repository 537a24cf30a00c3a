"""A real browser on a real server, on the example's workspace."""

import contextlib
import os
import re
import shutil
import tempfile
import time
from collections.abc import Callable, Iterator
from multiprocessing.context import ForkServerProcess
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, sync_playwright
from tests.command import command
from tests.example import example_run
from tests.forked import started

# The browser's own loop runs in the test's thread; no test here touches the database in it.
os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"] = "true"

CHROMIUM = "/usr/bin/chromium"
QUIET = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]
WIDE, NARROW = {"width": 1280, "height": 900}, {"width": 360, "height": 740}
# Each process of the tests looks for its ports in a hundred of its own.
FIRST_PORT = 8300 + 100 * int(re.sub(r"\D", "", os.environ.get("PYTEST_XDIST_WORKER", "")) or 0)
PATIENCE = 30.0  # seconds for a server to say where it is


@pytest.fixture(scope="session")
def example_workspace(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Each server gets its own copy."""
    return example_run(tmp_path_factory)


@contextlib.contextmanager
def served(out: Path, *, lang: str = "fr", today: str = "", mode: tuple[str, ...] = ()) -> Iterator[str]:
    """The address of a server on this workspace, closed at the end. `today`: the day that it believes it is; `mode`: other words of its command."""
    words = ("serve", str(out), "--no-browser", "--port", str(FIRST_PORT), "--lang", lang, *mode)
    with pytest.MonkeyPatch.context() as here, tempfile.NamedTemporaryFile() as said:
        here.setenv("SEMAILLES_TODAY", today)
        with started(command, *words, said=Path(said.name), complained=Path(said.name)) as server:
            try:
                yield _address(server, Path(said.name))
            finally:
                server.terminate()
                server.join(timeout=20)


def _address(server: ForkServerProcess, said: Path) -> str:
    ends = time.monotonic() + PATIENCE
    while time.monotonic() < ends and server.is_alive():
        if found := re.search(r"http://[\d.:]+/", said.read_text(encoding="utf-8")):
            return found[0]
        time.sleep(0.02)
    raise AssertionError(said.read_text(encoding="utf-8") or "the server said nothing")


@pytest.fixture(scope="session")
def reading_site(example_workspace: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """A server for tests that only read."""
    out = shutil.copytree(example_workspace, tmp_path_factory.mktemp("read") / "out")
    with served(out) as address:
        yield address


@pytest.fixture
def site(example_workspace: Path, tmp_path: Path) -> Iterator[str]:
    """A server of one's own, for a test that writes."""
    with served(shutil.copytree(example_workspace, tmp_path / "out")) as address:
        yield address


@pytest.fixture(scope="session")
def chromium() -> Iterator[Browser]:
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=QUIET)
        yield browser
        browser.close()


@pytest.fixture
def opened(chromium: Browser) -> Iterator[Callable[..., Page]]:
    """Open a page: `opened(url, width=NARROW, scripts=False, dark=True)`. Whatever the page says to the console is an error of the test."""
    contexts: list[BrowserContext] = []

    def open_page(url: str, *, size: dict[str, int] = WIDE, scripts: bool = True, dark: bool = False, lang: str = "fr") -> Page:
        scheme = "dark" if dark else "light"
        context = chromium.new_context(viewport=size, java_script_enabled=scripts, color_scheme=scheme, locale="fr-FR")  # type: ignore[arg-type]  # a plain dict has both keys
        context.add_cookies([{"name": "langue", "value": lang, "url": url}])
        contexts.append(context)
        page = context.new_page()
        page.on("console", lambda message: _silent(message.type, message.text))
        page.on("pageerror", lambda error: pytest.fail(f"a script failed: {error}"))
        page.goto(url)
        return page

    yield open_page
    for context in contexts:
        context.close()


def _silent(kind: str, text: str) -> None:
    if kind == "error" and "status of 4" not in text:
        pytest.fail(f"the console says: {text}")
