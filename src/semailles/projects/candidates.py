"""Who could carry a project: actors that the workshop knows, each with its reasons; and the three that a project needs together."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from django.db.models import Q
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from semailles.engines.words import fold
from semailles.intake.models import Mention
from semailles.projects.askable import askable
from semailles.projects.holders import Held
from semailles.projects.models import Project, ProjectCommitment
from semailles.projects.queries import claims_beside
from semailles.projects.sheets import named_actors, named_places
from semailles.workshop.enums import ActorKind, Level
from semailles.workshop.ladder import RUNGS
from semailles.workshop.models import Actor, ProcessCommitment

AGREED = RUNGS[RUNGS.index(Level.ORAL) :]
MOST = 8
CORNERS = (
    (gettext_lazy("an elected person"), ("elu",)),
    (gettext_lazy("an inhabitant"), ("habitant", "association", "citoyen")),
    (gettext_lazy("a public agent or a company"), ("entreprise", "agent", "institution", "chambre")),
)
Reasons = dict[Actor, list[str]]


@dataclass(frozen=True, slots=True)
class Candidate:
    """`reasons`: why it is suggested, at least one, the strongest first."""

    actor: Actor
    reasons: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Corner:
    """One of the three. `held`: those of that side who are committed already; `could`: those who could be asked."""

    label: str
    held: tuple[Actor, ...]
    could: tuple[Actor, ...]


def who_could_carry(project: Project, held: Iterable[Held]) -> list[Candidate]:
    """Organisations before roles, those with most reasons first; nobody who is on a ladder of the project already, no person named in passing by a document, no group and no building."""
    found: Reasons = defaultdict(list)
    for actor, reason in _reasons(project):
        if reason not in found[actor]:
            found[actor].append(reason)
    known = {one.ladder.commitment.actor for one in held}
    free = askable(actor for actor in found if actor not in known and actor.is_standing and actor.kind != ActorKind.PERSON)
    ranked = sorted(free, key=lambda actor: (actor.kind != ActorKind.ORGANISATION, -len(found[actor]), actor.name))
    return [Candidate(actor, tuple(found[actor])) for actor in ranked[:MOST]]


def trio(held: Sequence[Held], candidates: Sequence[Candidate]) -> list[Corner]:
    """Elected person, inhabitant, public agent or company: by the colleges of the directory."""
    carrying = [one.ladder.commitment.actor for one in held if one.ladder.climbed]
    return [
        Corner(str(label), _of_side(carrying, heads), _of_side([one.actor for one in candidates], heads)[:3]) for label, heads in CORNERS
    ]


def _of_side(actors: Iterable[Actor], heads: tuple[str, ...]) -> tuple[Actor, ...]:
    return tuple(dict.fromkeys(actor for actor in actors if actor.college and fold(actor.college).startswith(heads)))


def _reasons(project: Project) -> Iterator[tuple[Actor, str]]:
    for claim in claims_beside(project):
        if claim.actor and claim.level != Level.WITHDRAWN:
            yield claim.actor.stands_as, _("a document says it is committed")
    for actor in named_actors([project])[project.pk]:
        yield actor.stands_as, _("named by the ideas of the project")
    yield from _of_its_offers(project)
    yield from _of_its_place(project)
    yield from _of_its_theme(project)
    yield from _of_past_commitments(project)


def _of_its_offers(project: Project) -> Iterator[tuple[Actor, str]]:
    for offer in project.offers.standing().exclude(actor=None).select_related("actor__merged_into"):
        yield offer.actor.stands_as, _("offers its help: %(skill)s") % {"skill": offer.skill}


def _of_its_place(project: Project) -> Iterator[tuple[Actor, str]]:
    places = {place.name for place in named_places([project])[project.pk]} | set(project.places.standing().values_list("label", flat=True))
    for actor in Actor.objects.of(project.initiative).standing().exclude(territory=""):
        if here := next((place for place in sorted(places) if place and fold(place) in fold(actor.territory)), None):
            yield actor, _("works in %(place)s") % {"place": here}


def _of_its_theme(project: Project) -> Iterator[tuple[Actor, str]]:
    themes = list(project.themes.all()) or ([project.family.theme] if project.family and project.family.theme else [])
    feeding = Q(passage__sources__idea__families__theme__in=themes)
    rows = Mention.objects.of(project.initiative).filter(feeding, actor__isnull=False, passage__version__is_latest=True)
    actors = Actor.objects.of(project.initiative).filter(mentions__in=rows).select_related("merged_into").distinct()
    for actor in actors if themes else ():
        yield actor.stands_as, _("named on the same theme")


def _of_past_commitments(project: Project) -> Iterator[tuple[Actor, str]]:
    """To the process and to other projects, by word of mouth at least."""
    past: dict[Actor, int] = defaultdict(int)
    elsewhere = ProjectCommitment.objects.of(project.initiative).standing().filter(level__in=AGREED).exclude(project=project)
    for rows in (elsewhere, ProcessCommitment.objects.of(project.initiative).standing().filter(level__in=AGREED)):
        for one in rows.select_related("actor__merged_into"):
            past[one.actor.stands_as] += 1
    for actor, times in past.items():
        yield actor, ngettext("committed already, elsewhere", "committed already, %(n)d times elsewhere", times) % {"n": times}
