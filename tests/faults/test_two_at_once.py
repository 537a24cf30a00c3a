"""Two people who save the same thing, two servers on one workspace."""

import re
from collections import Counter
from concurrent.futures import ThreadPoolExecutor
from html import unescape
from pathlib import Path
from threading import Event

import pytest
from tests.faults.asking import is_sound, remarks, rows
from tests.faults.conftest import Told
from tests.faults.serving import FIRST_PORT, Answer, Served, serving

from semailles.cli.serve import held_port

KINDS = {"kind": "organisation", "college": "", "acronym": "", "territory": ""}
LOOKS = 1800


@pytest.mark.parametrize("tries", [3, pytest.param(20, marks=pytest.mark.full)])
def test_of_two_who_save_at_once_the_second_reads_both_texts_and_may_save_again(workspace: Path, told: Told, tries: int) -> None:
    lost = 0
    with serving(workspace) as server, ThreadPoolExecutor(2) as people:
        for rank in range(tries):
            address = f"{server.post('/acteurs/ajouter/', {**KINDS, 'name': f'Filature {rank:02}', 'note': ''}).to}modifier/"
            notes = [f"Dit par {who}, {rank:02}." for who in ("Ama", "Binta")]
            answers = list(people.map(lambda note, at=address, rank=rank: save(server, at, rank, note, "0"), notes))

            assert sorted(answer.status for answer in answers) == [302, 409]
            (first,) = (note for note, answer in zip(notes, answers, strict=True) if answer.status == 302)
            (second,) = (note for note in notes if note != first)
            (conflict,) = (unescape(answer.page) for answer in answers if answer.status == 409)
            lost += (first not in conflict) + (second not in conflict)
            (revision,) = re.findall(r'name="revision" value="(\d+)"', conflict)
            assert (revision, save(server, address, rank, f"{first} {second}", revision).status) == ("1", 302)

    kept = rows(workspace, "SELECT count(*) FROM workshop_actor WHERE note LIKE '%Ama%' AND note LIKE '%Binta%'")
    assert (kept, is_sound(workspace)) == ([(tries,)], True)
    told("R7 two who save at once", tries, 2 * tries, lost, note="one taken, one 409 with both texts, then both kept")


def save(server: Served, address: str, rank: int, note: str, revision: str) -> Answer:
    return server.post(address, {**KINDS, "name": f"Filature {rank:02}", "note": note, "revision": revision})


def test_two_servers_that_start_at_the_same_moment_take_two_ports() -> None:
    with held_port(FIRST_PORT) as one, held_port(FIRST_PORT) as other:
        assert one.getsockname()[1] != other.getsockname()[1]


@pytest.mark.full
def test_two_servers_on_one_workspace_do_each_piece_of_work_once(workspace: Path, told: Told) -> None:
    number = 20
    with serving(workspace) as one, serving(workspace, port=FIRST_PORT + 5) as other, ThreadPoolExecutor(4) as people:
        both = [one, other]
        sent = list(
            people.map(
                lambda rank: both[rank % 2].remark(f"Qui appelle, {rank:02} ?", f"00000000-0000-4000-8000-{rank:012}"), range(number)
            )
        )
        given = [both[rank % 2].upload("/recueillir/deposer/", fields(rank), f"notes {rank}.md", idea(rank)) for rank in range(number)]
        for _ in range(LOOKS):
            if rows(workspace, "SELECT count(*) FROM core_job WHERE status IN ('waiting', 'running')") == [(0,)]:
                break
            Event().wait(0.1)

    assert {answer.status for answer in (*sent, *given)} == {302}
    ideas = Counter(title for (title,) in rows(workspace, "SELECT title FROM intake_idea"))
    found = Counter(remarks(workspace, "Qui appelle"))
    assert rows(workspace, "SELECT DISTINCT status FROM core_job") == [("done",)]
    lost, twice = 2 * number - len(ideas) - len(found), ideas.total() + found.total() - len(ideas) - len(found)
    told("two servers on one workspace", number, 2 * number, lost, twice, note="forms and files given to both")


def fields(rank: int) -> dict[str, str]:
    return {"key": f"00000000-0000-4000-9000-{rank:012}", "new_team": "rives"}


def idea(rank: int) -> bytes:
    return f"- Planter {rank + 2} haies le long du chemin.\n".encode()
