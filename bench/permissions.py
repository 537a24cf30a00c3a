"""What asking who may costs: the lists of ideas and of projects for a shaper signed in to an instance, against the same rows on one machine.

Same process, same database, both in turns; medians of CPU seconds over pages spread through the lists, each asked once before; queries of one page.
Usage: python bench/permissions.py
"""

import gc
import json
from statistics import median
from time import process_time
from typing import Any

from portfolio import fill_projects  # isort: skip - starts Django on a folder of its own

from django.core.management import call_command
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext, override_settings

from filling import fill
from semailles.core.models import Person
from semailles.workshop.enums import Role
from semailles.workshop.models import Initiative, Membership

MOST_TIMES, ROUNDS, PAGES = 1.2, 5, (1, 5, 10, 15, 20)
LISTS = {"ideas": "/recueillir/idees/", "projects": "/porter/"}
HOST = {"host": "127.0.0.1:8000"}


def main() -> int:
    call_command("migrate", verbosity=0)
    initiative = fill()
    fill_projects(initiative)
    alone, signed_in = Client(headers=HOST), _signed_in(initiative)
    rows = [row for name, path in LISTS.items() for row in _compared(name, path, alone, signed_in, f"/d/{initiative.slug}")]
    print(json.dumps(rows, ensure_ascii=False, indent=1))
    return 0 if all(row["ok"] for row in rows) else 1


def _signed_in(initiative: Initiative) -> Client:
    person = Person.objects.create(name="Ama", email="ama@exemple.test")
    Membership.objects.create(initiative=initiative, person=person, role=Role.SHAPER)
    browser = Client(headers=HOST)
    browser.force_login(person, backend="allauth.account.auth_backends.AuthenticationBackend")
    return browser


def _compared(name: str, path: str, alone: Client, signed_in: Client, mount: str) -> list[dict[str, Any]]:
    times = []
    for turn in range(ROUNDS + 1):
        found = [(_instance(signed_in, f"{mount}{path}?page={page}"), _seconds(alone, f"{path}?page={page}")) for page in PAGES]
        times += found if turn else []
    ours, peer = (1000 * median(side) for side in zip(*times, strict=True))
    ratio = ours / peer
    row = {"name": f"list of {name}, a shaper of an instance against one machine (CPU ms)", "ours": round(ours, 1), "peer": round(peer, 1)}
    queries = [_queries(_instance, signed_in, mount + path), _queries(_seconds, alone, path)]
    return [{**row, "ratio": round(ratio, 3), "target": MOST_TIMES, "ok": ratio <= MOST_TIMES, "queries (ours, peer)": queries}]


def _queries(ask: Any, browser: Client, url: str) -> int:
    with CaptureQueriesContext(connection) as found:
        ask(browser, url)
    return len(found)


def _instance(browser: Client, url: str) -> float:
    with override_settings(INSTANCE=True):
        return _seconds(browser, url)


def _seconds(browser: Client, url: str) -> float:
    gc.collect()  # nobody pays for what the other one left
    start = process_time()
    answer = browser.get(url)
    spent = process_time() - start
    if answer.status_code != 200:
        raise RuntimeError(f"{url}: {answer.status_code}")
    return spent


if __name__ == "__main__":
    raise SystemExit(main())
