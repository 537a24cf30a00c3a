"""A small map in the database: three teams, their ideas by mark, families as the machine saw them first."""

from dataclasses import dataclass, replace

from tests.keeping import made_once

from semailles.convergence.actions import keep_suggestions
from semailles.convergence.models import Family, FamilyMember
from semailles.convergence.queries.grouping import corpus_of, suggested_grouping
from semailles.core.models import Person
from semailles.engines.grouping import Standing
from semailles.intake.actions import receive_document
from semailles.intake.marks import give_marks
from semailles.intake.models import Idea
from semailles.intake.readings import read_file
from semailles.workshop.models import Initiative

SAID = {
    "a-rives/notes.md": "- Créer une légumerie partagée pour les cantines.\n- Ouvrir un pédibus entre la gare et l’école.\n- Replanter des haies le long de l’Orve.\n",
    "b-bourgs/notes.md": "- Installer une légumerie commune pour fournir les cantines.\n- Organiser un pédibus vers l’école du bourg.\n- Rénover la halle du marché.\n",
    "c-plaine/notes.md": "- Planter des haies bocagères le long des chemins.\n- Ouvrir un atelier de réparation de vélos.\n",
}
LATE = {
    "d-coteaux/notes.md": "- Une légumerie mobile pour les cantines des coteaux.\n- Monter un observatoire des étoiles au col.\n- Replanter des haies sur les coteaux de l’Orve.\n"
}


@dataclass(frozen=True, slots=True)
class Mapped:
    initiative: Initiative
    by: Person

    def __getitem__(self, mark: str) -> Idea:
        found: Idea = Idea.objects.of(self.initiative).get(team__letter=mark[0], number=int(mark[1:]))
        return found

    def family(self, mark: str) -> Family:
        found: Family = Family.objects.of(self.initiative).current().get(members__idea=self[mark])
        return found

    @property
    def groups(self) -> list[str]:
        """Marks of the ideas of each family: « A1 B1 », in order."""
        return sorted(" ".join(sorted(marks)) for marks in self.by_family.values())

    @property
    def by_family(self) -> dict[str, list[str]]:
        rows = FamilyMember.objects.of(self.initiative).filter(family__is_current=True)
        found: dict[str, list[str]] = {}
        for key, letter, number in rows.values_list("family__public_id", "idea__team__letter", "idea__number"):
            found.setdefault(str(key), []).append(f"{letter}{number}")
        return found

    def receive(self, said: dict[str, str]) -> None:
        for path, text in said.items():
            receive_document(self.initiative, path, text.encode(), read_file(path, text.encode(), known=()), by=self.by)
        give_marks(self.initiative, by=self.by)


def mapped(initiative: Initiative, by: Person) -> Mapped:
    """Families: legume A1 B1, walking A2 B2, hedges A3 C1, and two that one team said."""
    return made_once(_mapped, initiative, by)


def _mapped(initiative: Initiative, by: Person) -> Mapped:
    scene = Mapped(initiative, by)
    scene.receive(SAID)
    keep_suggestions(initiative, suggested_grouping(initiative), by=by)
    return scene


def arranged(initiative: Initiative, by: Person, groups: list[str]) -> Mapped:
    """A map that the machine kept once, with these families: « A1 B1 », « A2 »…"""
    scene = Mapped(initiative, by)
    scene.receive(SAID)
    standing = [Standing(f"n{rank}", tuple(str(scene[mark].public_id) for mark in group.split())) for rank, group in enumerate(groups)]
    found = corpus_of(initiative).describe(standing)
    keep_suggestions(initiative, replace(found, families=tuple(replace(family, key="") for family in found.families)), by=by)
    return scene
