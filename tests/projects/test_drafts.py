"""From families to draft sheets, with rows made by hand: no engine decides here."""

from uuid import uuid4

import pytest
from django.utils import timezone

from semailles.convergence.models import Family, FamilyMember
from semailles.core.models import Person
from semailles.intake.actions import set_idea_aside
from semailles.intake.models import Claim, Document, DocumentVersion, Idea, Mention, Passage, Source
from semailles.projects.actions import LEAST_SAID, MOST_DRAFTS, draft_projects
from semailles.projects.models import Project
from semailles.projects.sheet import Sheet, open_sheet, with_all
from semailles.workshop.actions import open_team
from semailles.workshop.models import Actor, Initiative

LONG = (
    "ouvrir une cantine de village où l'on cuisine les légumes des fermes voisines pour les écoles, les anciens et les passants du marché, "
)


@pytest.fixture
def version(initiative: Initiative, local: Person) -> DocumentVersion:
    team = open_team(initiative, "equipe", by=local)
    document = Document.objects.create(initiative=initiative, public_id=uuid4(), team=team, path="equipe/note.txt")
    return DocumentVersion.objects.create(
        initiative=initiative, document=document, sha256="0" * 64, status="read", received_at=timezone.now()
    )


def say(version: DocumentVersion, text: str) -> Idea:
    passage = Passage.objects.create(
        initiative=version.initiative, version=version, rank=version.passages.count(), kind="paragraph", text=text, locator={"paragraph": 1}
    )
    idea = Idea.objects.create(
        initiative=version.initiative,
        public_id=uuid4(),
        team=version.document.team,
        title=text[:60],
        text=text,
        kind="proposition",
        score=0.9,
    )
    Source.objects.create(initiative=version.initiative, idea=idea, passage=passage, start=0, end=len(text), quote=text)
    return idea


def family(version: DocumentVersion, rank: int, *texts: str, strength: str = "forte") -> Family:
    ideas = [say(version, text) for text in texts]
    one = Family.objects.create(
        initiative=version.initiative, public_id=uuid4(), title=f"Famille {rank}", medoid=ideas[0], strength=strength, rank=rank
    )
    FamilyMember.objects.bulk_create(FamilyMember(initiative=version.initiative, family=one, idea=idea) for idea in ideas)
    return one


def drawn(initiative: Initiative, *, by: Person) -> Sheet:
    [draft] = draft_projects(initiative, by=by)
    return open_sheet(Project.objects.prefetch_related(*with_all()).get(pk=draft.pk))


def test_the_strongest_convergences_become_drafts_and_no_more_than_the_book_holds(
    initiative: Initiative, local: Person, version: DocumentVersion
) -> None:
    for rank in range(MOST_DRAFTS + 3):
        family(version, rank, LONG, LONG)

    drafts = draft_projects(initiative, by=local)

    assert [(draft.number, draft.title) for draft in drafts] == [(rank + 1, f"Famille {rank}") for rank in range(MOST_DRAFTS)]


def test_what_one_team_said_or_what_says_too_little_gets_no_sheet(initiative: Initiative, local: Person, version: DocumentVersion) -> None:
    family(version, 0, LONG, LONG, strength="")
    family(version, 1, "Planter", "Semer")

    assert len("PlanterSemer") < LEAST_SAID
    assert draft_projects(initiative, by=local) == []


def test_drafting_again_keeps_numbers_and_adds_nothing(initiative: Initiative, local: Person, version: DocumentVersion) -> None:
    family(version, 5, LONG, LONG)
    first = draft_projects(initiative, by=local)
    family(version, 0, LONG, LONG)

    second = draft_projects(initiative, by=local)

    assert [(draft.number, draft.title) for draft in second] == [(1, "Famille 5"), (2, "Famille 0")]
    assert second[0].pk == first[0].pk
    assert [project.statements.count() for project in Project.objects.of(initiative)] == [2, 2]


def test_of_two_claims_the_lower_rung_counts(initiative: Initiative, local: Person, version: DocumentVersion) -> None:
    family(version, 0, LONG, LONG)
    passage = Passage.objects.of(initiative).order_by("rank")[0]
    actor = Actor.objects.create(initiative=initiative, public_id=uuid4(), name="Coopérative", kind="organisation")
    words = {"initiative": initiative, "passage": passage, "start": 0, "end": 6, "quote": passage.text[:6]}
    for level in ("décidé", "à confirmer"):
        Claim.objects.create(**words, surface="Coopérative", actor=actor, role="finance", level=level, weight=1)

    project = draft_projects(initiative, by=local)[0]

    assert [(one.actor.name, one.role, one.level) for one in project.said.all()] == [("Coopérative", "finance", "à confirmer")]


def test_a_mention_alone_is_no_commitment(initiative: Initiative, local: Person, version: DocumentVersion) -> None:
    family(version, 0, LONG, LONG)
    passage = Passage.objects.of(initiative).order_by("rank")[0]
    actor = Actor.objects.create(initiative=initiative, public_id=uuid4(), name="Coopérative", kind="organisation")
    Mention.objects.create(initiative=initiative, passage=passage, start=0, end=6, quote=passage.text[:6], actor=actor, kind="organisation")

    assert draft_projects(initiative, by=local)[0].said.count() == 0


def test_a_draft_whose_convergence_is_gone_leaves_the_drafts(initiative: Initiative, local: Person, version: DocumentVersion) -> None:
    one = family(version, 0, LONG, LONG)
    draft_projects(initiative, by=local)
    one.is_current = False
    one.save()

    assert draft_projects(initiative, by=local) == []
    assert Project.objects.of(initiative).count() == 1


def test_a_draft_follows_its_ideas_when_its_convergence_is_absorbed(
    initiative: Initiative, local: Person, version: DocumentVersion
) -> None:
    one = family(version, 0, LONG, LONG)
    project = draft_projects(initiative, by=local)[0]
    larger = Family.objects.create(
        initiative=initiative, public_id=uuid4(), title="Plus large", medoid=one.medoid, strength="forte", rank=0
    )
    FamilyMember.objects.bulk_create(FamilyMember(initiative=initiative, family=larger, idea=idea) for idea in one.ideas.all())
    one.is_current = False
    one.save()

    drafts = draft_projects(initiative, by=local)

    assert [(draft.pk, draft.title) for draft in drafts] == [(project.pk, "Plus large")]


def test_who_withdraws_from_a_project_has_no_other_line_on_its_sheet(
    initiative: Initiative, local: Person, version: DocumentVersion
) -> None:
    family(version, 0, LONG, LONG)
    passage = Passage.objects.of(initiative).order_by("rank")[0]
    actor = Actor.objects.create(initiative=initiative, public_id=uuid4(), name="Coopérative", kind="organisation")
    words = {"initiative": initiative, "passage": passage, "start": 0, "end": 6, "quote": passage.text[:6]}
    for role, level in (("finance", "décidé"), ("", "retiré")):
        Claim.objects.create(**words, surface="Coopérative", actor=actor, role=role, level=level, weight=1)

    project = draft_projects(initiative, by=local)[0]

    assert [(one.actor.name, one.role, one.level) for one in project.said.all()] == [("Coopérative", "", "retiré")]


def test_a_withdrawal_said_elsewhere_lowers_no_commitment(initiative: Initiative, local: Person, version: DocumentVersion) -> None:
    family(version, 0, LONG, LONG)
    passage = Passage.objects.of(initiative).order_by("rank")[0]
    far = Passage.objects.create(
        initiative=initiative, version=version, rank=90, kind="paragraph", text="Elle se retire du moulin", locator={}
    )
    actor = Actor.objects.create(initiative=initiative, public_id=uuid4(), name="Coopérative", kind="organisation")
    for where, level in ((passage, "décidé"), (far, "retiré")):
        words = {"initiative": initiative, "passage": where, "start": 0, "end": 6, "quote": where.text[:6]}
        Claim.objects.create(**words, surface="Coopérative", actor=actor, role="finance", level=level, weight=1)

    project = draft_projects(initiative, by=local)[0]

    assert [(one.actor.name, one.level) for one in project.said.all()] == [("Coopérative", "accord oral")]


def test_a_weak_convergence_gives_no_sheet(initiative: Initiative, local: Person, version: DocumentVersion) -> None:
    family(version, 0, LONG, LONG, strength="faible")
    family(version, 1, LONG, LONG, strength="moyenne")

    assert [draft.title for draft in draft_projects(initiative, by=local)] == ["Famille 1"]


def test_what_people_set_aside_feeds_no_draft_drawn_again(initiative: Initiative, local: Person, version: DocumentVersion) -> None:
    one = family(version, 0, LONG, LONG + "et les artisans")
    draft_projects(initiative, by=local)
    kept, aside = one.ideas.order_by("pk")
    set_idea_aside(aside, "hors sujet", by=local)

    [draft] = draft_projects(initiative, by=local)

    assert [feed.idea for feed in draft.feeds.all()] == [kept]


def test_an_idea_to_be_placed_is_told_last_and_gives_no_tagline(initiative: Initiative, local: Person, version: DocumentVersion) -> None:
    stray, sure = "Visiter l'ancienne laiterie", "Cuisiner les légumes du jardin partagé"
    told = family(version, 0, stray, LONG, sure)
    before = drawn(initiative, by=local)
    FamilyMember.objects.filter(family=told, idea=told.medoid).update(is_doubtful=True)

    after = drawn(initiative, by=local)

    assert [before.ideas.index(told.medoid), after.ideas.index(told.medoid)] == [0, 2]
    assert [one.idea for one in after.headings[0].told] == list(after.ideas)
    assert (before.tagline, after.tagline) == (stray, sure)
