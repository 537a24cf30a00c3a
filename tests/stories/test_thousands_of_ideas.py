"""A territory where everybody spoke: thousands of ideas make a book that is still read in an evening."""

import subprocess
import sys
from itertools import product
from pathlib import Path

import pytest
from tests.command import synthesis

VERBS = ("Planter", "Créer", "Ouvrir", "Aménager", "Rénover", "Mutualiser", "Installer", "Protéger", "Relier", "Transformer")
THINGS = (
    "une cantine bio",
    "des haies bocagères",
    "un atelier de réparation",
    "une ressourcerie",
    "une ligne de car express",
    "des pistes cyclables",
    "une chaufferie au bois",
    "des toitures solaires",
    "un café associatif",
    "une légumerie",
    "un marché de producteurs",
    "des mares",
    "un fonds citoyen",
    "des logements passifs",
    "un verger conservatoire",
    "une filière du chanvre",
    "un méthaniseur",
    "des ateliers de cuisine",
)
PLACES = (
    "à la gare",
    "dans le bourg",
    "sur le plateau",
    "le long de la rivière",
    "au collège",
    "dans la zone d’activités",
    "près du moulin",
    "dans les communes rurales",
    "dans l’ancienne filature",
    "autour de l’hôpital",
    "sur la friche",
    "dans chaque canton",
    "derrière la mairie",
    "au pied des immeubles",
    "à l’entrée de la ville",
    "sur les berges",
    "dans les écoles",
)
MOST_MEGABYTES = 1200


TELLING_ITS_PEAK = """
import sys
from pathlib import Path
from semailles.cli.main import main
code = main()
print(Path("/proc/self/status").read_text().partition("VmHWM:")[2].split()[0])
sys.exit(code)
"""


def measured(*words: object) -> tuple[str, int]:
    """What the command prints, and the memory that it took at its peak: what its parent took before does not count."""
    command = [sys.executable, "-c", TELLING_ITS_PEAK, *map(str, words)]
    run = subprocess.run(command, capture_output=True, text=True, check=True)
    printed, _, peak = run.stdout.rstrip().rpartition("\n")
    return printed, int(peak) // 1024


def many_ideas(root: Path) -> int:
    """Every third way of saying it, dealt out to four teams of three reports each."""
    ideas = [" ".join(words) for words in product(VERBS, THINGS, PLACES)]
    for rank in range(12):
        report = root / f"equipe-{rank % 4 + 1}" / f"compte-rendu-{rank // 4 + 1}.md"
        report.parent.mkdir(parents=True, exist_ok=True)
        report.write_text("# Ce qui a été dit\n\n" + "".join(f"- {idea}.\n" for idea in ideas[rank::12]), encoding="utf-8")
    return len(ideas)


@pytest.mark.full
def test_three_thousand_ideas_make_a_book_of_48_pages_and_lose_none(tmp_path: Path) -> None:
    said = many_ideas(tmp_path / "atelier")

    printed, megabytes = measured("run", tmp_path / "atelier", "--output", tmp_path / "out")

    tree = synthesis(tmp_path / "out")
    found = {source["quote"].rstrip(".") for idea in tree["ideas"] for source in idea["sources"]}
    pages = int(printed.partition(" pages)")[0].rpartition("(")[2])
    assert (len(found), said) == (said, 3060)
    assert pages <= 48
    assert megabytes <= MOST_MEGABYTES
