"""Lists of fifty among ten thousand ideas, against the same rows rendered by a bare Django view and template; and what a first visit weighs.

Ours is the whole answer of the WSGI application: who asks, rules, navigation, filters, typography, compression. The peer is a view of the same
project called through a handler without any middleware: the same selection, order and page of fifty, one `select_related`, one
`prefetch_related`, one plain table with the same words and links, its template parsed beforehand. Both in turns in one run, over pages spread
through the list, each asked once before; medians. The database is in a temporary folder. A first visit is the page and all that it asks for, as a browser gets them,
compressed (gzip and Brotli); fonts included.
Another list is one more line of LISTS. Usage: python bench/pages.py
"""

import gc
import gzip
import json
import os
import re
import sys
import tempfile
from collections.abc import Iterable
from io import BytesIO
from pathlib import Path
from statistics import median
from time import perf_counter
from typing import Any, NamedTuple

ROOT = Path(__file__).resolve().parents[1]
WORKSPACE = tempfile.TemporaryDirectory(prefix="semailles-bench-")
os.environ |= {"SEMAILLES_WORKSPACE": WORKSPACE.name, "DJANGO_SETTINGS_MODULE": "semailles.config.settings"}
sys.path.insert(0, str(ROOT / "bench"))

import brotli  # noqa: E402 - the workspace is set above
import django  # noqa: E402 - the same

django.setup()

from django.conf import settings  # noqa: E402 - the same
from django.core.handlers.wsgi import WSGIHandler  # noqa: E402 - the same
from django.core.management import call_command  # noqa: E402 - the same
from django.db import connection  # noqa: E402 - the same
from django.test.utils import CaptureQueriesContext, override_settings  # noqa: E402 - the same

ROUNDS, PAGES = 12, (1, 23, 77, 140, 199)
MOST_TIMES, MOST_BYTES = 2.0, 100_000
Answer = tuple[str, dict[str, str], bytes]


class Listed(NamedTuple):
    """A list page and its bare peer, by address; `none`: what nothing answers."""

    name: str
    ours: str
    peer: str
    none: str


LISTS = (
    Listed("ideas", "/recueillir/idees/", "/bare/ideas/", "?mots=zeppelin"),
    Listed("convergences", "/converger/", "/bare/convergences/", "?q=zeppelin"),
    Listed("actors", "/acteurs/", "/bare/actors/", "?q=zeppelin"),
)


def main() -> int:
    call_command("migrate", verbosity=0)
    settings.ROOT_URLCONF = "bare"
    from filling import fill

    fill()
    ours = WSGIHandler()
    with override_settings(MIDDLEWARE=[]):
        peer = WSGIHandler()
    rows = [row for listed in LISTS for row in (_timed(listed, ours, peer), _counted(listed, ours), _weighed(listed, ours))]
    print(json.dumps(rows, ensure_ascii=False, indent=1))
    return 0 if all(row["ok"] for row in rows) else 1


def _timed(listed: Listed, ours: WSGIHandler, peer: WSGIHandler) -> dict[str, Any]:
    for page in PAGES:
        _ask(ours, f"{listed.ours}?page={page}"), _ask(peer, f"{listed.peer}?page={page}")
    times = [
        (_seconds(ours, f"{listed.ours}?page={page}"), _seconds(peer, f"{listed.peer}?page={page}"))
        for _ in range(ROUNDS)
        for page in PAGES
    ]
    mine, theirs = median(mine for mine, _ in times), median(theirs for _, theirs in times)
    return _row(f"{listed.name}, 50 among 10 000, server time (ms)", mine * 1000, theirs * 1000, MOST_TIMES)


def _counted(listed: Listed, ours: WSGIHandler) -> dict[str, Any]:
    """The same number of queries for one row and for fifty."""
    counts = []
    for asked in (listed.none, "", "?page=200"):
        with CaptureQueriesContext(connection) as found:
            _ask(ours, f"{listed.ours}{asked}")
        counts.append(len(found))
    fifty, last = counts[1:]
    return {"name": f"{listed.name}, queries (no row, 50, last page)", "ours": counts, "ok": fifty == last}


def _weighed(listed: Listed, ours: WSGIHandler) -> dict[str, Any]:
    page = _ask(ours, listed.ours)
    weights = {listed.ours: len(page[2])} | {url: len(_ask(ours, url)[2]) for url in _needed(page, ours)}
    total = sum(weights.values())
    heaviest = sorted(((weight, url.rpartition("/")[2] or url) for url, weight in weights.items()), reverse=True)
    return {
        "name": f"{listed.name}, first visit (bytes)",
        "ours": total,
        "target": MOST_BYTES,
        "ok": total <= MOST_BYTES,
        "parts": heaviest,
    }


def _needed(page: Answer, ours: WSGIHandler) -> list[str]:
    """Sheets, scripts, icons and fonts of a page: those that it links and those that its sheets ask for."""
    text = _opened(page).decode()
    linked = re.findall(r'<(?:link|script|img)\b[^>]*?(?:href|src)="(/[^"]+)"', text)
    fonts = [
        os.path.normpath(f"{sheet.rpartition('/')[0]}/{font}")
        for sheet in linked
        if sheet.endswith(".css")
        for font in re.findall(r'url\("?([^")]+\.woff2)', _opened(_ask(ours, sheet)).decode())
    ]
    return list(dict.fromkeys([*linked, *fonts]))


def _opened(answer: Answer) -> bytes:
    encoding = answer[1].get("Content-Encoding", "")
    if encoding == "br":
        return bytes(brotli.decompress(answer[2]))
    return gzip.decompress(answer[2]) if encoding == "gzip" else answer[2]


def _seconds(handler: WSGIHandler, url: str) -> float:
    gc.collect()  # nobody pays for what the other one left
    start = perf_counter()
    _ask(handler, url)
    return perf_counter() - start


def _ask(handler: WSGIHandler, url: str) -> Answer:
    path, _, query = url.partition("?")
    environ = {
        "REQUEST_METHOD": "GET",
        "PATH_INFO": path,
        "QUERY_STRING": query,
        "SERVER_NAME": "127.0.0.1",
        "SERVER_PORT": "8000",
        "HTTP_HOST": "127.0.0.1:8000",
        "HTTP_ACCEPT_ENCODING": "gzip, br",
        "wsgi.url_scheme": "http",
        "wsgi.input": BytesIO(),
        "wsgi.errors": sys.stderr,
    }
    said: list[Any] = []
    answered = handler(environ, lambda status, headers: said.extend((status, dict(headers))))  # type: ignore[arg-type,return-value]  # a plain server
    body = b"".join(_closed(answered))
    if not said[0].startswith("200"):
        raise RuntimeError(f"{url}: {said[0]}")
    return said[0], said[1], body


def _closed(answered: Any) -> Iterable[bytes]:
    yield from answered
    answered.close()


def _row(name: str, ours: float, peer: float, target: float) -> dict[str, Any]:
    ratio = ours / peer
    return {"name": name, "ours": round(ours, 2), "peer": round(peer, 2), "ratio": round(ratio, 3), "target": target, "ok": ratio <= target}


if __name__ == "__main__":
    raise SystemExit(main())
