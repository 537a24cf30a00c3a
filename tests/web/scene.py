"""A small workshop in the database: two teams, three documents, ideas that meet, a draft, actors. Made by the actions themselves."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from django.db.models import Count
from tests.keeping import made_once

from semailles.convergence.actions import keep_relations
from semailles.convergence.models import Chain, Family, Tension
from semailles.convergence.queries.relations import related
from semailles.core import files
from semailles.core.models import Person, SectionDraft
from semailles.core.texts.actions import open_section, write_section
from semailles.core.texts.errors import EditConflict
from semailles.engines.relating import Kind, Stretch
from semailles.engines.relating import Tension as Found
from semailles.intake.actions import receive_document
from semailles.intake.models import Document, Idea
from semailles.intake.readings import read_file
from semailles.projects.actions import (
    NeedEntry,
    OfferEntry,
    add_task,
    attach_to_funding,
    climb_holder,
    commit_to,
    need_help,
    note_down,
    offer_help,
    remark,
)
from semailles.projects.actions.shaping import shape
from semailles.projects.entries import RemarkEntry
from semailles.projects.entries_of_work import NoteEntry, TaskEntry
from semailles.projects.models import (
    Comment,
    Dependency,
    GroupNote,
    Offer,
    Project,
    ProjectCommitment,
    ProjectCost,
    ProjectFunding,
    ProjectMilestone,
    ProjectPlace,
    ProjectStep,
    SupportNeed,
    WorkTask,
)
from semailles.publication.gathering import gather
from semailles.workshop.actions import add_contact, add_mission, climb, frame_initiative, name_actor, open_commitment
from semailles.workshop.actions.questions import QuestionEntry, ask
from semailles.workshop.entries import CommitmentEntry, ContactEntry, MissionEntry, Proof
from semailles.workshop.enums import ActorKind, Level
from semailles.workshop.framing import read_framing
from semailles.workshop.models import Actor, Body, CommitmentStep, Contact, Initiative, Mission, Phase, ProcessCommitment, Team, Theme
from semailles.workshop.models.questions import Question

DAY = date(2027, 3, 8)
FRAME = """
nom = "Vallée de l'Orve"
territoire = "Vallée de l'Orve"
debut = 2027-02-01
echeance = { date = 2027-05-31, motif = "remise au syndicat" }
[[equipe]]
dossier = "a-rives"
regard = "Les rives"
[[equipe]]
dossier = "b-bourgs"
regard = "Les bourgs"
[[theme]]
nom = "Alimentation"
mots = ["cantine", "légumerie", "maraîcher"]
[[phase]]
nom = "Travaux"
mois = 3
[[phase]]
nom = "Rédaction"
mois = 1
[[instance]]
nom = "Comité de pilotage"
type = "pilotage"
reunions = ["lancement", "validation"]
[[depense]]
poste = "Mise en forme"
montant = 8000
[[ressource]]
financeur = "Fonds des Moulins"
montant = 5000
statut = "à confirmer"
"""
NOTES = {
    "a-rives/notes.md": """# Manger ici

- Créer une légumerie partagée pour les cantines de la vallée, portée par le Syndicat de l'Orve et trois maraîchers.
- Ouvrir une cuisine centrale qui transforme les légumes des maraîchers pour les cantines scolaires.
- Replanter des haies le long de l'Orve.

Le Fonds des Moulins pourrait financer la légumerie, à confirmer.
""",
    "b-bourgs/releve.txt": """Relevé de l'atelier des bourgs

Et si l'on installait une légumerie commune pour fournir les cantines scolaires en légumes des maraîchers ?
Il faudrait un pédibus entre la gare et l'école, avec l'association Les Pas Pressés.
Le Syndicat de l'Orve accompagnerait le projet.
""",
    "b-bourgs/vide.txt": "",
}


@dataclass(frozen=True, slots=True)
class Scene:
    initiative: Initiative
    document: Document
    idea: Idea
    family: Family
    theme: Theme
    project: Project
    actor: Actor
    team: Team
    phase: Phase
    commitment: ProcessCommitment
    step: CommitmentStep
    draft: SectionDraft
    contact: Contact
    chain: Chain
    tension: Tension
    milestone: ProjectMilestone
    wait: Dependency
    cost: ProjectCost
    funding: ProjectFunding

    @property
    def holder(self) -> ProjectCommitment:
        """Somebody who carries the project; asked for, it takes the draft up."""
        by = Person.objects.get(is_local=True)
        carrier = name_actor(self.initiative, "Syndicat de l'Orve", by=by)
        return commit_to(self.project, CommitmentEntry(carrier, "porte"), by=by)

    @property
    def local(self) -> Person:
        return Person.objects.get(is_local=True)

    @property
    def somebody(self) -> Actor:
        """A person whom the documents name."""
        actor = name_actor(self.initiative, "Odile Varenne", by=self.local)
        actor.kind = ActorKind.PERSON
        actor.save(update_fields=["kind"])
        return actor

    @property
    def need(self) -> SupportNeed:
        by = Person.objects.get(is_local=True)
        return need_help(self.project, NeedEntry("financier", "un prêt relais"), by=by)

    @property
    def group(self) -> Body:
        return Body.objects.of(self.initiative).order_by("pk")[0]

    @property
    def task(self) -> WorkTask:
        by = Person.objects.get(is_local=True)
        return add_task(self.initiative, TaskEntry("Appeler le maire", "Ana", DAY, group=self.group), by=by)

    @property
    def mission(self) -> Mission:
        by = Person.objects.get(is_local=True)
        mission = add_mission(self.initiative, MissionEntry("Ana", "deux fiches", fee=Decimal(3000)), by=by)
        shape(mission, [self.project], by=by)
        return mission

    @property
    def note(self) -> GroupNote:
        by = Person.objects.get(is_local=True)
        return note_down(self.group, NoteEntry(date(2015, 3, 2), "On commence par la légumerie."), by=by)

    @property
    def proven(self) -> ProjectFunding:
        return attach_to_funding(self.funding, files.keep(b"Nous paierons."), by=Person.objects.get(is_local=True))

    @property
    def remark(self) -> Comment:
        return remark(self.project, RemarkEntry("Et les arbres ?"), by=Person.objects.get(is_local=True))

    @property
    def question(self) -> Question:
        return ask(self.commitment, QuestionEntry("Pour quelle année ?"), by=Person.objects.get(is_local=True))

    @property
    def offer(self) -> Offer:
        by = Person.objects.get(is_local=True)
        return offer_help(self.project, OfferEntry("Caisse du val", "financier", "des prêts"), by=by)

    @property
    def holder_step(self) -> ProjectStep:
        proof = Proof(kind="courrier", reference="courrier du 2 mars", sha256=files.keep(b"Nous porterons."))
        by = Person.objects.get(is_local=True)
        return climb_holder(self.holder, Level.WRITTEN, proof=proof, on=date(2015, 3, 2), by=by)

    @property
    def place(self) -> ProjectPlace:
        return ProjectPlace.objects.of(self.initiative).get(label="Les berges de l'Orve")


def settle(initiative: Initiative, *, by: Person) -> Scene:
    return made_once(_settle, initiative, by)


def _settle(initiative: Initiative, by: Person) -> Scene:
    frame_initiative(initiative, read_framing(FRAME.encode()), by=by)
    for path, text in NOTES.items():
        content = text.encode()
        receive_document(initiative, path, content, read_file(path, content, known=()), by=by)
    gather(initiative, by=by)
    commitment, step = _committed(initiative, by)
    families = Family.objects.of(initiative).annotate(size=Count("members")).order_by("-size", "pk")
    return Scene(
        initiative,
        Document.objects.of(initiative).get(path="a-rives/notes.md"),
        Idea.objects.of(initiative).order_by("pk")[0],
        families[0],
        Theme.objects.of(initiative).order_by("pk")[0],
        Project.objects.of(initiative).order_by("pk")[0],
        Actor.objects.of(initiative).filter(mentions__isnull=False).order_by("pk").distinct()[0],
        Team.objects.of(initiative).order_by("pk")[0],
        Phase.objects.of(initiative).order_by("pk")[0],
        commitment,
        step,
        _written_twice(initiative, by),
        _to_reach(initiative, by),
        Chain.objects.of(initiative).get(),
        _in_tension(initiative, by),
        *_awaited(initiative),
        *_lines(initiative),
    )


def _lines(initiative: Initiative) -> tuple[ProjectCost, ProjectFunding]:
    """Written on the draft without taking it up."""
    project = Project.objects.of(initiative).order_by("pk")[0]
    cost = ProjectCost.objects.create(initiative=initiative, project=project, item="Cuisine", amount=40000)
    return cost, ProjectFunding.objects.create(
        initiative=initiative, project=project, funder="Fonds des Moulins", amount=25000, status="décidé"
    )


def _awaited(initiative: Initiative) -> tuple[ProjectMilestone, Dependency]:
    """A milestone that waits for another, on a sheet that stays a draft until a test writes on it."""
    owned = {"initiative": initiative, "project": Project.objects.of(initiative).order_by("pk")[0]}
    ProjectPlace.objects.create(**owned, label="Les berges de l'Orve")
    permit = ProjectMilestone.objects.create(**owned, label="Permis de construire", planned_on=date(2027, 6, 30))
    opening = ProjectMilestone.objects.create(**owned, label="Ouverture", planned_on=date(2027, 9, 1), rank=1)
    return opening, Dependency.objects.create(initiative=initiative, before=permit, after=opening, lag_days=30)


def _in_tension(initiative: Initiative, by: Person) -> Tension:
    """Two ideas that the machine would set side by side."""
    ideas = Idea.objects.of(initiative).order_by("pk")
    first, second = (ideas.filter(team__letter=letter)[0] for letter in "AB")
    said = (Stretch(0, 0, "légumerie partagée"), Stretch(0, 0, "légumerie commune"))
    found = Found(Kind.DISPUTE, str(first.public_id), str(second.public_id), ("légumerie",), said, "biogas_size")
    chains, _ = related(initiative)
    keep_relations(initiative, chains, [found], by=by)
    return Tension.objects.of(initiative).get()


def _written_twice(initiative: Initiative, by: Person) -> SectionDraft:
    """Two people at once on one heading: the second text waits. The first was emptied since: the heading stays to be filled."""
    section = open_section(Project.objects.of(initiative).order_by("pk")[0], "enjeux", initiative=initiative, by=by)
    write_section(section, "Moins de camions.", based_on=0, by=by)
    try:
        write_section(section, "Plus de maraîchers.", based_on=0, by=by)
    except EditConflict as conflict:
        write_section(section, "", based_on=1, by=by)
        return conflict.mine
    raise AssertionError("nobody was refused")


def _to_reach(initiative: Initiative, by: Person) -> Contact:
    entry = ContactEntry("", "secrétariat", "secretariat@moulins.example", "01 00 00 00 00", "convenir des ateliers", date(2027, 5, 31))
    return add_contact(name_actor(initiative, "Fonds des Moulins", by=by), entry, on=DAY, by=by)


def _committed(initiative: Initiative, by: Person) -> tuple[ProcessCommitment, CommitmentStep]:
    actor = name_actor(initiative, "Fonds des Moulins", by=by)
    commitment = open_commitment(initiative, CommitmentEntry(actor, "finance"), by=by)
    proof = Proof(kind="courrier", reference="courrier du 2 mars", sha256=files.keep(b"Nous financerons."))
    return commitment, climb(commitment, Level.WRITTEN, proof=proof, on=date(2027, 3, 2), by=by)


def erase(project: Project) -> None:
    """Out of the database, with what leans on it: what no gesture of people does."""
    Dependency.objects.filter(after__project=project).delete()
    for owned in (ProjectMilestone, ProjectCost, ProjectFunding, ProjectPlace):
        owned.objects.filter(project=project).delete()
    project.delete()
