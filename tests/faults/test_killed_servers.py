"""A server killed while people write: what they were told is kept is kept, and what they send again is written once."""

import http.client
import random
import shutil
import sqlite3
from collections import Counter
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path
from uuid import UUID

import pytest
from tests.faults.asking import DATABASE, is_sound, remarks, rows
from tests.faults.conftest import Told
from tests.faults.serving import Answer, Served, serving

PAGE = 4096


def key(rank: int) -> str:
    return str(UUID(int=rank + 1))


def words(rank: int) -> str:
    return f"Qui appelle la mairie, le {rank:03} ?"


@dataclass
class Fuse:
    """Kills the server just after so many forms were answered, while others are being taken."""

    server: Served
    left: int

    def sent(self, rank: int) -> Answer | None:
        """None: the server died before it answered."""
        try:
            answer = self.server.remark(words(rank), key(rank))
        except (OSError, http.client.HTTPException):
            return None
        self.left -= 1
        if self.left == 0:
            self.server.kill()
        return answer


@pytest.mark.full
@pytest.mark.parametrize(("kills", "posts"), [(20, 200)])
def test_a_server_killed_while_forms_are_sent_loses_nothing_that_it_acknowledged(
    workspace: Path, told: Told, kills: int, posts: int
) -> None:
    """Each form that had no answer is sent again, with the same key, to the server that comes after."""
    chance = random.Random(kills)  # noqa: S311  # the same points each time
    acknowledged: set[int] = set()
    unanswered: set[int] = set()
    share, cut = posts // kills, 0
    for kill in range(kills):
        ranks = [*sorted(unanswered), *range(share * kill, share * (kill + 1))]
        with serving(workspace) as server, ThreadPoolExecutor(4) as people:
            answers = dict(zip(ranks, people.map(Fuse(server, chance.randint(1, 2 * share)).sent, ranks), strict=True))
        acknowledged |= {rank for rank, answer in answers.items() if answer and answer.status == 302}
        unanswered = {rank for rank, answer in answers.items() if answer is None}
        assert is_sound(workspace)
        assert {words(rank) for rank in acknowledged} <= set(remarks(workspace, "Qui appelle"))
        cut += len(unanswered)
    with serving(workspace) as server:
        acknowledged |= {rank for rank in unanswered if server.remark(words(rank), key(rank)).status == 302}

    found = Counter(remarks(workspace, "Qui appelle"))
    assert (acknowledged, is_sound(workspace)) == (set(range(posts)), True)
    lost, twice = posts - len(found), sum(found.values()) - len(found)
    told("R2 web server killed", kills, posts, lost, twice, note=f"{posts} forms, {cut} sendings without an answer, sent again")


@pytest.mark.parametrize("tries", [3, pytest.param(20, marks=pytest.mark.full)])
def test_one_form_sent_ten_times_at_once_is_one_thing_with_one_way_on(workspace: Path, told: Told, tries: int) -> None:
    with serving(workspace) as server, ThreadPoolExecutor(10) as hands:
        answers = [list(hands.map(lambda _, rank=rank: server.remark(words(rank), key(rank)), range(10))) for rank in range(tries)]
        again = [server.remark(words(rank), key(rank)) for rank in range(tries)]

    assert [{(answer.status, answer.to) for answer in ten} for ten in answers] == [{(302, "/porter/1/#remarks")}] * tries
    assert [(answer.status, answer.to) for answer in again] == [(302, "/porter/1/#remarks")] * tries
    found = Counter(remarks(workspace, "Qui appelle"))
    told(
        "R6 one form ten times at once",
        tries,
        tries,
        tries - len(found),
        sum(found.values()) - tries,
        note=f"{10 * tries} sendings, one answer each",
    )


@pytest.mark.parametrize("step", [PAGE * 4, pytest.param(PAGE // 2, marks=pytest.mark.full)])
def test_a_power_cut_leaves_what_was_synced_before_it(workspace: Path, tmp_path: Path, told: Told, step: int) -> None:
    """The log of the database is cut at each half page of its end, as a disk may that had written part of it: the base opens, with all that was committed before."""
    with serving(workspace) as server:
        committed = []
        for rank in range(30):
            assert server.remark(words(rank), key(rank)).status == 302
            committed.append((log(workspace).stat().st_size, rank))
        server.kill()
    whole = log(workspace).stat().st_size
    cuts = range(max(whole - 64 * 1024, 0), whole, step)
    lost = 0
    for rank, cut in enumerate(cuts):
        after = shutil.copytree(workspace, tmp_path / f"cut {rank}")
        with log(after).open("r+b") as stream:
            stream.truncate(cut)
        assert is_sound(after)
        before = {words(one) for size, one in committed if size <= cut}
        lost += len(before - set(remarks(after, "Qui appelle")))
    told("R3 power cut", len(cuts), len(committed), lost, note=f"the log cut at each {step // 1024} kB of its last 64")


def log(workspace: Path) -> Path:
    return workspace / f"{DATABASE}-wal"


def test_what_is_committed_is_synced(workspace: Path) -> None:
    """Without it, a power cut takes the last seconds."""
    from django.conf import settings

    connection = sqlite3.connect(workspace / DATABASE)
    for statement in settings.DATABASES["default"]["OPTIONS"]["init_command"].split(";"):
        connection.execute(statement)
    said = [connection.execute(f"PRAGMA {name}").fetchone()[0] for name in ("journal_mode", "synchronous")]
    connection.close()

    assert (said, rows(workspace, "PRAGMA journal_mode")) == (["wal", 2], [("wal",)])
