"""Somebody else holds the database for longer than we wait."""

import sqlite3
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from pathlib import Path

import pytest
from tests.faults.asking import DATABASE, is_sound, names
from tests.faults.conftest import Told
from tests.faults.serving import serving

TRIES, TOGETHER = 20, 10  # forms, of which so many wait at a time
ACTOR = {"kind": "organisation", "college": "", "acronym": "", "territory": ""}


@contextmanager
def held(workspace: Path) -> Iterator[None]:
    holder = sqlite3.connect(workspace / DATABASE, isolation_level=None)
    holder.execute("BEGIN IMMEDIATE")
    yield
    holder.execute("ROLLBACK")
    holder.close()


@pytest.mark.full
def test_a_base_that_somebody_holds_too_long_is_said_and_nothing_typed_is_lost(workspace: Path, told: Told) -> None:
    words = [{**ACTOR, "name": f"Filature {rank:02}", "note": f"Une note longue, numéro {rank:02}."} for rank in range(TRIES)]
    with serving(workspace) as server:
        with held(workspace), ThreadPoolExecutor(TOGETHER) as browsers:
            answers = list(browsers.map(lambda fields: server.post("/acteurs/ajouter/", fields), words))
            page = server.get("/acteurs/")
        again = [server.post("/acteurs/ajouter/", fields) for fields in words]

    assert [(answer.status, answer.headers["Retry-After"]) for answer in answers] == [(503, "5")] * TRIES
    assert ["your turn did not come" in answer.page for answer in answers] == [True] * TRIES
    assert [fields["note"] in answer.page for fields, answer in zip(words, answers, strict=True)] == [True] * TRIES
    assert (page.status, [answer.status for answer in again]) == (200, [302] * TRIES)
    assert (names(workspace, "Filature"), is_sound(workspace)) == ([fields["name"] for fields in words], True)
    told("database held too long", TRIES, TRIES, note="503 with Retry-After, the words in the page; pages read meanwhile")
