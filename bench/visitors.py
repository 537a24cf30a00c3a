"""People in front of their browsers: each clicks on a page of their own every few seconds, and writes now and then."""

import http.client
import random
import threading
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from time import perf_counter, sleep
from urllib.parse import quote, urlencode

SECRET = "m" * 32  # a form's secret is what the browser's cookie says
FINE, GONE = (200, 302), "/compte/login/"


@dataclass(frozen=True)
class Click:
    name: str
    seconds: float  # from when it was due: whoever waits for the page before is late
    trouble: str = ""


@dataclass
class Visitor:
    role: str
    session: str
    port: int
    chance: random.Random
    pages: list[str]
    forms: list[tuple[str, dict[str, str]]]
    clicks: list[Click] = field(default_factory=list)

    def settle(self) -> None:
        """What one may not open is no page of theirs."""
        self.pages = [page for page in self.pages if self._status("GET", page) == "200"]
        self.forms = [form for form in self.forms if self._status("POST", *form) == "302"]

    def sit(self, seconds: float, every: float, writes: float) -> None:
        due = perf_counter() + self.chance.uniform(0, every)
        ends = perf_counter() + seconds
        while due < ends:
            sleep(max(0.0, due - perf_counter()))
            self.clicks.append(self._click(due, is_write=bool(self.forms) and self.chance.random() < writes))
            due += every

    def _click(self, due: float, *, is_write: bool) -> Click:
        method, (path, typed) = ("POST", self.chance.choice(self.forms)) if is_write else ("GET", (self.chance.choice(self.pages), {}))
        status = self._status(method, path, typed)
        return Click(method, perf_counter() - due, "" if status in map(str, FINE) else f"{method} {path}: {status}")

    def _status(self, method: str, path: str, typed: dict[str, str] | None = None) -> str:
        body = urlencode({**typed, "csrfmiddlewaretoken": SECRET}) if typed else None
        headers = {
            "Cookie": f"sessionid={self.session}; csrftoken={SECRET}; langue=fr",
            "Accept-Encoding": "gzip",
            "Content-Type": "application/x-www-form-urlencoded",
        }
        line = http.client.HTTPConnection("127.0.0.1", self.port, timeout=30)
        try:
            line.request(method, quote(path, safe="/?=&%+"), body, headers)
            answer = line.getresponse()
            answer.read()
        except (OSError, http.client.HTTPException) as error:
            return type(error).__name__
        finally:
            line.close()
        return "signed out" if GONE in answer.headers.get("Location", "") else str(answer.status)


def together(visitors: Sequence[Visitor], gesture: Callable[[Visitor], None]) -> None:
    threads = [threading.Thread(target=gesture, args=(visitor,)) for visitor in visitors]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
