"""A hundred clients at once, who do not wait between two clicks."""

import random
import time
from collections import Counter
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from pathlib import Path
from statistics import quantiles
from uuid import uuid4

import pytest
from tests.faults.asking import is_sound, remarks
from tests.faults.conftest import Told
from tests.faults.serving import Served, serving

CLIENTS = 100
PAGES = ("/", "/acteurs/", "/recueillir/idees/", "/journal/", "/porter/", "/porter/1/", "/personnes/", "/aller/?q=legumerie")
WRITES = 0.1


@dataclass
class Client:
    rank: int
    took: list[float] = field(default_factory=list)
    statuses: Counter[int] = field(default_factory=Counter)
    written: list[str] = field(default_factory=list)

    def click_until(self, server: Served, ends: float) -> None:
        chance = random.Random(self.rank)  # noqa: S311  # the same clicks each time
        while time.monotonic() < ends:
            began = time.monotonic()
            self.statuses[self._click(server, chance)] += 1
            self.took.append(time.monotonic() - began)

    def _click(self, server: Served, chance: random.Random) -> int:
        if chance.random() >= WRITES:
            return server.get(chance.choice(PAGES)).status
        words = f"Qui appelle, {self.rank:03} {len(self.written):04} ?"
        answer = server.remark(words, str(uuid4()))
        if answer.status == 302:
            self.written.append(words)
        return answer.status


@pytest.mark.full
@pytest.mark.parametrize("seconds", [60])
def test_a_hundred_clients_at_once_get_no_failure_and_lose_nothing(workspace: Path, told: Told, seconds: int) -> None:
    clients = [Client(rank) for rank in range(CLIENTS)]
    with serving(workspace) as server, ThreadPoolExecutor(CLIENTS) as crowd:
        ends = time.monotonic() + seconds
        list(crowd.map(lambda client: client.click_until(server, ends), clients))

    statuses = sum((client.statuses for client in clients), Counter[int]())
    written = sorted(words for client in clients for words in client.written)
    found = Counter(remarks(workspace, "Qui appelle"))
    assert (statuses.keys() <= {200, 302}, is_sound(workspace)) == (True, True), statuses
    cuts = [round(1000 * cut) for cut in quantiles([took for client in clients for took in client.took], n=100)]
    lost, twice = len(set(written) - found.keys()), found.total() - len(found)
    note = f"{seconds} s, {statuses.total()} answers, 0 of 5xx; median {cuts[49]} ms, p99 {cuts[98]} ms, clients on the same machine"
    told("R14 a hundred clients", CLIENTS, len(written), lost, twice, note=note)
