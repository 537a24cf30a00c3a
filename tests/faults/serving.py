"""The server as a host starts it, which tests may kill; and somebody in front of a browser, who notes what they were told."""

import contextlib
import http.client
import os
import re
import signal
import tempfile
import time
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from email.message import Message
from multiprocessing.context import ForkServerProcess
from pathlib import Path
from typing import NamedTuple
from urllib.parse import urlencode

import pytest
from tests.command import command
from tests.forked import started

SECRET = "m" * 32  # a form's secret is what the browser's cookie says
PATIENCE = 180.0  # seconds for a server to say where it is
FIRST_PORT = 18_410 + 40 * int(re.sub(r"\D", "", os.environ.get("PYTEST_XDIST_WORKER", "")) or 0)


class Answer(NamedTuple):
    status: int
    headers: Message
    page: str

    @property
    def to(self) -> str:
        return str(self.headers.get("Location", ""))


@dataclass
class Served:
    """`within`, `known`: of an instance, where its initiative is and what the browser keeps of whoever takes part in it."""

    port: int
    process: ForkServerProcess
    within: str = ""
    known: str = ""

    def get(self, path: str, *, cookies: str = "") -> Answer:
        return self._ask("GET", self.within + path, None, {"Cookie": f"langue=en; {cookies or self.known}"})

    def post(self, path: str, fields: Mapping[str, str], *, cookies: str = "") -> Answer:
        body = urlencode({**fields, "csrfmiddlewaretoken": SECRET})
        return self._ask("POST", self.within + path, body, self._headers("application/x-www-form-urlencoded", cookies or self.known))

    def remark(self, words: str, key: str) -> Answer:
        """A remark on the first project; `key`: of the page where it was written."""
        return self.post("/porter/1/remarques/ajouter/", {"text": words, "sent_once": key})

    def upload(self, path: str, fields: Mapping[str, str], name: str, content: bytes) -> Answer:
        parts = [f'--b\r\nContent-Disposition: form-data; name="{key}"\r\n\r\n{value}\r\n' for key, value in fields.items()]
        parts += [f'--b\r\nContent-Disposition: form-data; name="csrfmiddlewaretoken"\r\n\r\n{SECRET}\r\n']
        head = f'--b\r\nContent-Disposition: form-data; name="given"; filename="{name}"\r\nContent-Type: text/plain\r\n\r\n'
        body = "".join([*parts, head]).encode() + content + b"\r\n--b--\r\n"
        return self._ask("POST", path, body, self._headers("multipart/form-data; boundary=b", ""))

    def kill(self) -> None:
        """The server, its processes and its worker, all at once."""
        assert self.process.pid
        with contextlib.suppress(ProcessLookupError):
            os.killpg(self.process.pid, signal.SIGKILL)
        self.process.join()

    def _headers(self, kind: str, cookies: str) -> dict[str, str]:
        return {"Cookie": f"csrftoken={SECRET}; langue=en; {cookies}", "Content-Type": kind}

    def _ask(self, method: str, path: str, body: str | bytes | None, headers: dict[str, str]) -> Answer:
        line = http.client.HTTPConnection("127.0.0.1", self.port, timeout=180)
        try:
            line.request(method, path, body, headers)
            answer = line.getresponse()
            return Answer(answer.status, answer.headers, answer.read().decode())
        finally:
            line.close()


@contextlib.contextmanager
def serving(out: Path, *mode: str, perform: object = command, before: tuple[object, ...] = (), port: int = FIRST_PORT) -> Iterator[Served]:
    """A server on this workspace, ended afterwards; one that a test killed is no harm. `perform`, `before`: what starts it, with its first words."""
    words = (*before, "serve", str(out), "--no-browser", "--port", str(port), "--lang", "en", *mode)
    with tempfile.NamedTemporaryFile() as said, pytest.MonkeyPatch.context() as here:
        here.setenv("SEMAILLES_TODAY", "2027-03-10")
        with started(perform, *words, said=Path(said.name), complained=Path(said.name)) as process:  # type: ignore[arg-type]  # a function of these words
            try:
                yield Served(_port(process, Path(said.name)), process)
            finally:
                process.terminate()
                process.join(timeout=60)


def _port(process: ForkServerProcess, said: Path) -> int:
    ends = time.monotonic() + PATIENCE
    while time.monotonic() < ends and process.is_alive():
        if found := re.search(r"http://[\d.]+:(\d+)/", said.read_text(encoding="utf-8")):
            return int(found[1])
        time.sleep(0.02)
    raise AssertionError(said.read_text(encoding="utf-8") or "the server said nothing")
