"""What people corrected on the map is there after any run, and after a run that was cut."""

import shutil
from pathlib import Path

import pytest
from tests.command import command, semailles, synthesis
from tests.convergence.mapped import LATE, SAID
from tests.forked import forked, killed_after
from tests.stories.correcting import correct


def groups(out: Path) -> dict[str, list[str]]:
    """Titles of the ideas, by id of their family."""
    tree = synthesis(out)
    titles = {idea["id"]: idea["title"] for idea in tree["ideas"]}
    return {family["id"]: sorted(titles[idea] for idea in family["ideas"]) for family in tree["families"]}


def told(out: Path) -> tuple[bool, str]:
    (family,) = [family for family in synthesis(out)["families"] if family["title"] == "Manger ici"]
    return family["validated"], family["id"]


@pytest.fixture(scope="module")
def corrected_once(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The workspace that people corrected and printed again."""
    place = tmp_path_factory.mktemp("corrected")
    root, out = place / "atelier", place / "out"
    for path, text in SAID.items():
        (root / path).parent.mkdir(parents=True)
        (root / path).write_text(text, encoding="utf-8")
    assert semailles("run", root, "--output", out).returncode == 0
    assert forked(correct, out).returncode == 0
    assert semailles("run", root, "--output", out).returncode == 0
    return place


@pytest.fixture
def corrected(corrected_once: Path, tmp_path: Path) -> tuple[Path, Path]:
    """A folder and its workspace, of one's own."""
    place = shutil.copytree(corrected_once, tmp_path / "place")
    return place / "atelier", place / "out"


def give_late(root: Path) -> None:
    for path, text in LATE.items():
        (root / path).parent.mkdir()
        (root / path).write_text(text, encoding="utf-8")


def test_late_documents_move_nothing_that_stands(corrected: tuple[Path, Path]) -> None:
    root, out = corrected
    before, named = groups(out), told(out)
    give_late(root)

    semailles("run", root, "--output", out)

    late = {"Une légumerie mobile pour les cantines des coteaux", "Monter un observatoire des étoiles au col"}
    late.add("Replanter des haies sur les coteaux de l’Orve")
    after = {key: [title for title in titles if title not in late] for key, titles in groups(out).items()}
    assert ({key: titles for key, titles in after.items() if titles}, told(out)) == (before, named)
    assert named[0]
    assert ["Organiser un pédibus vers l’école du bourg", "Ouvrir un pédibus entre la gare et l’école", "Rénover la halle du marché"] in (
        before.values()
    )


@pytest.mark.parametrize("seconds", [0.2, 0.6])
def test_a_run_that_is_killed_loses_no_correction(corrected: tuple[Path, Path], seconds: float) -> None:
    root, out = corrected
    before, named = groups(out), told(out)
    killed_after(seconds, command, "run", str(root), "--output", str(out))

    semailles("run", root, "--output", out)

    assert (groups(out), told(out)) == (before, named)
