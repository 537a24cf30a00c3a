"""One folder with all that a file can do to a program, and one good note: each has its sentence, and the note is read."""

from collections import Counter
from typing import Any

import pytest
from tests.command import EXAMPLE, semailles, synthesis
from tests.forked import Typed
from tests.stories import hostile

from semailles.engines.reading import UnreadableError, guard


@pytest.fixture(scope="module")
def run(tmp_path_factory: pytest.TempPathFactory) -> tuple[Typed, dict[str, Any]]:
    """What the command said, and what it found."""
    place = tmp_path_factory.mktemp("hostile")
    folder = place / "atelier" / "rives"
    folder.mkdir(parents=True)
    (folder / "bonne note.md").write_text("- Créer une légumerie partagée pour les cantines de la vallée.\n", encoding="utf-8")
    for name, content in hostile.every(EXAMPLE, place):
        (folder / name).write_bytes(content)
    done = semailles("run", folder.parent, "--output", place / "out")
    return done, synthesis(place / "out")


def test_each_has_one_sentence_and_the_others_go_on(run: tuple[Typed, dict[str, Any]]) -> None:
    done, tree = run

    documents = {one["path"].removeprefix("rives/"): one["status"] for one in tree["documents"]}
    told = Counter(name for name in documents for line in done.stderr.splitlines() if line.startswith(f"rives/{name} : "))
    bad = {name for name, status in documents.items() if status == "unreadable"}
    assert done.returncode == 0, done.stderr
    assert bad == {*hostile.refused(EXAMPLE), "32 joint.eml/vide.pdf"}
    assert told == Counter(bad)
    assert documents["bonne note.md"] == "read"
    assert "Traceback" not in done.stderr


def test_what_is_only_strange_gives_its_idea(run: tuple[Typed, dict[str, Any]]) -> None:
    _, tree = run

    paths = {one["id"]: one["path"].removeprefix("rives/") for one in tree["documents"]}
    said = {paths[source["document"]] for idea in tree["ideas"] for source in idea["sources"] if "haie" in source["quote"]}
    assert {name[:2] for name in said} == {"26", "27", "28", "29", "32"}


@pytest.mark.parametrize("name", sorted(hostile.refused(EXAMPLE)))
def test_none_takes_more_than_its_share(name: str) -> None:
    """The guard gives 900 MB and 60 seconds of the processor to one file; the refusal is a reason with its sentence."""
    from semailles.publication.reasons import unreadable_words

    content = hostile.refused(EXAMPLE)[name]
    with pytest.raises(UnreadableError) as caught:
        guard.members(name, content) if name.endswith(".zip") else guard.read(name, content)
    assert unreadable_words(caught.value.reason.value, caught.value.detail).endswith(".")
