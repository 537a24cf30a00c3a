"""A workspace of ten thousand ideas, written row by row without reading any file: four teams, forty documents, families of one team and across
teams, three thousand actors named twenty thousand times.

Imported once Django is started on an empty, migrated database.
"""

import random
from collections.abc import Sequence
from datetime import UTC, datetime
from uuid import UUID

from semailles.convergence.models import Family, FamilyMember
from semailles.core.models import Person
from semailles.intake.models import Document, DocumentVersion, Idea, Mention, Passage, Source
from semailles.workshop.actions import open_initiative
from semailles.workshop.models import Actor, Initiative, Spelling, Team, Theme

IDEAS = 10_000
_SEED, _DOCUMENTS, _PASSAGES, _THEMES, _FAMILY = 2015, 40, 300, 20, (3, 1, 1)
_ACTORS, _MENTIONS = 3_000, 20_000
_RECEIVED = datetime(2015, 3, 2, tzinfo=UTC)
_VERBS = ("Créer", "Ouvrir", "Planter", "Relier", "Partager", "Rénover", "Installer", "Prêter", "Cartographier", "Former")
_THINGS = (
    "une légumerie pour les cantines",
    "une voie cyclable entre les gares",
    "un verger d'école",
    "l'atelier de réparation",
    "une chaufferie au bois",
    "des haies le long des chemins",
    "un jardin sur le toit",
    "le marché du samedi",
    "une réserve de terres",
)
_WHERES = ("à l'étage de la gare", "dans chaque commune", "avec les lycéens", "près du canal", "sur les terrains en attente", "au village")
_KINDS, _STATES = ("besoin", "proposition", "projet", "vision"), ("suggested", "suggested", "suggested", "kept")


def fill() -> Initiative:
    chance = random.Random(_SEED)  # noqa: S311 - the same rows in every run
    initiative = open_initiative("Dix mille idées", by=Person.objects.create(name="local", is_local=True))
    owned = {"initiative": initiative}
    teams = Team.objects.bulk_create(
        Team(**owned, public_id=_id(chance), folder=f"equipe-{letter}", regard=f"Regard {letter}", letter=letter) for letter in "ABCD"
    )
    passages = _passages(initiative, teams, chance)
    ideas = Idea.objects.bulk_create(_idea(initiative, teams[rank % 4], 1 + rank // 4, chance) for rank in range(IDEAS))
    Source.objects.bulk_create(_source(initiative, idea, passages[rank % len(passages)]) for rank, idea in enumerate(ideas))
    _families(initiative, ideas, chance)
    _actors(initiative, passages, chance)
    return initiative


def _id(chance: random.Random) -> UUID:
    return UUID(int=chance.getrandbits(128))


def _sentence(chance: random.Random) -> str:
    return f"{chance.choice(_VERBS)} {chance.choice(_THINGS)} {chance.choice(_WHERES)} : {chance.randint(2, 900)} habitants"


def _passages(initiative: Initiative, teams: Sequence[Team], chance: random.Random) -> list[Passage]:
    owned = {"initiative": initiative}
    documents = Document.objects.bulk_create(
        Document(**owned, public_id=_id(chance), team=teams[rank % 4], path=f"{teams[rank % 4].folder}/rapport-{rank}.pdf")
        for rank in range(_DOCUMENTS)
    )
    read = {"kind": "pdf", "lang": "fr", "pages": 60, "status": "read", "received_at": _RECEIVED}
    versions = DocumentVersion.objects.bulk_create(
        DocumentVersion(**owned, **read, document=document, sha256=f"{document.pk:064x}") for document in documents
    )
    return Passage.objects.bulk_create(
        Passage(**owned, version=version, rank=rank, kind="paragraph", text=f"{_sentence(chance)}.", locator={"page": 1 + rank // 5})
        for version in versions
        for rank in range(_PASSAGES)
    )


def _idea(initiative: Initiative, team: Team, number: int, chance: random.Random) -> Idea:
    said = _sentence(chance)
    told = {"title": said, "text": said, "kind": chance.choice(_KINDS), "state": chance.choice(_STATES), "score": round(chance.random(), 4)}
    return Idea(initiative=initiative, public_id=_id(chance), team=team, number=number, lang="fr", **told)


def _source(initiative: Initiative, idea: Idea, passage: Passage) -> Source:
    return Source(initiative=initiative, idea=idea, passage=passage, start=0, end=len(passage.text) - 1, quote=passage.text[:-1])


def _families(initiative: Initiative, ideas: Sequence[Idea], chance: random.Random) -> None:
    owned = {"initiative": initiative}
    themes = Theme.objects.bulk_create(Theme(**owned, public_id=_id(chance), title=f"Thème {rank}", rank=rank) for rank in range(_THEMES))
    groups = _groups(ideas)
    families = Family.objects.bulk_create(
        Family(
            **owned,
            public_id=_id(chance),
            title=group[0].title,
            theme=chance.choice(themes),
            medoid=group[0],
            strength="forte" if len(group) > 1 else "",
            rank=rank,
        )
        for rank, group in enumerate(groups)
    )
    pairs = zip(families, groups, strict=True)
    FamilyMember.objects.bulk_create(FamilyMember(**owned, family=family, idea=idea) for family, group in pairs for idea in group)


def _groups(ideas: Sequence[Idea]) -> list[Sequence[Idea]]:
    """Three ideas of three teams, then two that stand alone, and again."""
    found, start = [], 0
    while start < len(ideas):
        size = _FAMILY[len(found) % len(_FAMILY)]
        found.append(ideas[start : start + size])
        start += size
    return found


def _actors(initiative: Initiative, passages: Sequence[Passage], chance: random.Random) -> None:
    owned, kinds = {"initiative": initiative}, ("organisation", "organisation", "role", "person")
    actors = Actor.objects.bulk_create(
        Actor(
            **owned, public_id=_id(chance), name=f"Acteur {rank}", kind=chance.choice(kinds), college=chance.choice(("", "élu", "habitant"))
        )
        for rank in range(_ACTORS)
    )
    Spelling.objects.bulk_create(Spelling(**owned, actor=actor, text=f"{actor.name}{end}") for actor in actors for end in ("", " (démo)"))
    named = [actors[min(_ACTORS, int(chance.paretovariate(0.6))) - 1] for _ in range(_MENTIONS)]
    Mention.objects.bulk_create(
        Mention(**owned, passage=chance.choice(passages), actor=actor, kind=actor.kind, start=0, end=5, quote="Créer") for actor in named
    )
