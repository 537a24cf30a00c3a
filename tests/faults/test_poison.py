"""What kills whoever touches it: given up after three attempts with a sentence, and the others go on."""

import json
import resource
import signal
from collections import Counter
from pathlib import Path

import pytest
from tests.command import EXAMPLE
from tests.faults.asking import is_sound, rows
from tests.faults.conftest import Told
from tests.forked import forked
from tests.stories import hostile
from tests.stories.mortal import main

from semailles.engines.reading import guard

A_LEASE_LATER, ATTEMPTS, NEVER = 31, 3, 10**9
GIVEN_UP = "This work was cut short 3 times, and was given up. Ask for it again; if that changes nothing, tell what it was."
MOST_KILOBYTES = 2**20  # a gigabyte


@pytest.mark.full
@pytest.mark.parametrize("tries", [20])
def test_work_that_kills_its_worker_is_given_up_after_three_attempts_and_the_others_are_done(
    workspace: Path, told: Told, tries: int
) -> None:
    """Killed, at a wrong address, aborted, out of the processor's time: each in turn."""
    assert [forked(main, workspace, "ask", kind, str(tries)).returncode for kind in ("poison", "count")] == [0, 0]

    ends = [forked(main, workspace, "work", str(A_LEASE_LATER * turn), str(NEVER)).returncode for turn in range(ATTEMPTS * tries + 1)]

    jobs = rows(workspace, "SELECT kind, status, reason, attempts FROM core_job ORDER BY id")
    effects = rows(workspace, "SELECT count(*), count(DISTINCT json_extract(detail, '$.number')) FROM core_event WHERE verb = 'counted'")
    assert Counter(ends[:-1]).keys() == {-signal.SIGKILL, -signal.SIGSEGV, -signal.SIGABRT}
    assert ends[-1] == 0
    assert jobs == [("poison", "failed", GIVEN_UP, ATTEMPTS)] * tries + [("count", "done", "", 1)] * tries
    assert is_sound(workspace)
    ((found, once),) = effects
    told(
        "R15 work that kills its worker",
        tries,
        tries,
        tries - once,
        found - once,
        note=f"{len(ends) - 1} workers died; the others' work done",
    )


def weighed(*words: str) -> None:
    """The most memory that the worker took, and any process that it started, in kilobytes."""
    main(Path(words[0]), *words[1:])
    guard._guard.close()  # what its process took is counted once it has ended
    print(json.dumps([resource.getrusage(who).ru_maxrss for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)]))  # noqa: T201  # for the test


@pytest.mark.full
def test_thirty_bad_files_given_on_screen_each_have_a_french_sentence_and_the_worker_lives(
    workspace: Path, tmp_path: Path, told: Told
) -> None:
    folder = tmp_path / "given"
    folder.mkdir()
    good = folder / "00 bonne note.md"
    good.write_text("- Créer une légumerie partagée pour les cantines de la vallée.\n", encoding="utf-8")
    bad = {**hostile.refused(EXAMPLE), **extra()}
    for name, content in bad.items():
        (folder / name).write_bytes(content)
    assert forked(main, workspace, "bring", *map(str, sorted(folder.iterdir()))).returncode == 0

    done = forked(weighed, str(workspace), "work", "0", str(NEVER))

    fates = dict(rows(workspace, "SELECT path, fate FROM intake_depositedfile"))
    assert (done.returncode, [one for one in rows(workspace, "SELECT status, attempts FROM core_job") if one != ("done", 1)]) == (0, [])
    assert {path.removeprefix("rives/") for path, fate in fates.items() if fate == "refused"} == bad.keys()
    assert fates["rives/00 bonne note.md"] == "read"
    sentences = json.loads(forked(said, workspace).stdout)
    assert {path for path, sentence in sentences.items() if sentence.endswith(".")} == {
        path for path, fate in fates.items() if fate == "refused"
    }
    heaviest = max(json.loads(done.stdout.splitlines()[-1]))
    assert heaviest < MOST_KILOBYTES
    told("R8 bad uploads", len(bad), len(bad), note=f"each with its sentence; the heaviest process took {heaviest // 1024} MB")


def extra() -> hostile.Files:
    pdf = next(EXAMPLE.rglob("*.pdf")).read_bytes()
    return {
        "33 texte.xlsx": hostile.IDEA.encode(),
        "34 vide.docx": b"",
        "35 zip.pptx": hostile.zipped({"autre.txt": hostile.IDEA}),
        "36 coupe.odp": next(EXAMPLE.rglob("*.odt")).read_bytes()[:900],
        "37 coupe.pdf": b"%PDF-1.7\n" + bytes(2000) + pdf[-40:],
    }


def said(workspace: Path) -> None:
    """The sentence of each refused file, as its deposit shows it in French."""
    from semailles.cli import opening

    opening.start(workspace, "fr")
    from semailles.intake.models import DepositedFile
    from semailles.publication.reasons import unreadable_words

    refused = DepositedFile.objects.filter(fate="refused").select_related("document")
    print(json.dumps({row.path: unreadable_words(row.reason, row.detail) for row in refused}))  # noqa: T201  # for the test
