"""What a personal link can be given for, in one list: each offer is a purpose on a thing."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from django.utils.translation import gettext as _

from semailles.core.enums import LinkPurpose
from semailles.core.journal import About
from semailles.core.models import Person, PersonalLink
from semailles.projects.models import Project, ProjectCommitment
from semailles.workshop.enums import Level
from semailles.workshop.models import Body, Initiative, ProcessCommitment, Team

DONE = (Level.FULFILLED, Level.WITHDRAWN)
BETWEEN = "."
MOST_TOLD = 3  # of what somebody was asked: enough to know them again


@dataclass(frozen=True, slots=True)
class Offer:
    purpose: LinkPurpose
    about: About

    @property
    def key(self) -> str:
        return BETWEEN.join((self.purpose, self.about.kind, str(self.about.public_id)))


def offers(initiative: Initiative) -> list[Offer]:
    """Four queries, however many commitments, projects and teams there are."""
    whole = About("Initiative", initiative.public_id, str(initiative))
    roadmap = About("Initiative", initiative.public_id, _("the roadmap, as a working document"))
    projects = [About("Project", one.public_id, str(one)) for one in Project.objects.of(initiative).standing().order_by("number")]
    teams = [About("Team", one.public_id, str(one)) for one in Team.objects.of(initiative).exclude(folder="")]
    return [
        *_to_answer(initiative),
        Offer(LinkPurpose.CONTRIBUTE, whole),
        *(Offer(LinkPurpose.DEPOSIT, team) for team in teams),
        Offer(LinkPurpose.READ, roadmap),
        *(Offer(LinkPurpose.READ, project) for project in projects),
        *(Offer(LinkPurpose.COMMENT, project) for project in projects),
    ]


def choices(found: list[Offer]) -> list[tuple[str, list[tuple[str, str]]]]:
    """In groups, one a purpose, as a list to choose from takes them."""
    grouped: dict[LinkPurpose, list[tuple[str, str]]] = {}
    for offer in found:
        grouped.setdefault(offer.purpose, []).append((offer.key, offer.about.label))
    return [(_capital(str(purpose.label)), lines) for purpose, lines in grouped.items()]


def known_to_choose(initiative: Initiative, known: Sequence[Person]) -> list[tuple[str, str]]:
    """Each person of the same name, told from the others by what they were asked, and where it was sent."""
    told: dict[int, list[str]] = {one.pk: [] for one in known}
    links = PersonalLink.objects.of(initiative.public_id).filter(person__in=known).exclude(purpose=LinkPurpose.FOLLOW)
    for link in links if known else ():
        where = f"{link.get_purpose_display()} ({link.sent_to})" if link.sent_to else str(link.get_purpose_display())
        if where not in told[link.person_id or 0]:
            told[link.person_id or 0].append(where)
    said = _("the same person as %(person)s: %(asked)s")
    return [(str(one.public_id), said % {"person": one.name, "asked": ", ".join(told[one.pk][:MOST_TOLD])}) for one in known]


def key_of(purpose: LinkPurpose, thing: Project | ProjectCommitment | ProcessCommitment) -> str:
    return BETWEEN.join((purpose, type(thing).__name__, str(thing.public_id)))


def places(initiative: Initiative) -> dict[str, tuple[str, About]]:
    """By key: what a member may be invited to hold or to sit in, and the name of the list it stands in. Two queries."""
    projects = Project.objects.of(initiative).standing().order_by("number")
    bodies = Body.objects.of(initiative).standing()
    found = [(str(_("Projects")), About("Project", one.public_id, str(one))) for one in projects]
    found += [(str(_("Groups")), About("Body", one.public_id, str(one))) for one in bodies]
    return {str(about.public_id): (label, about) for label, about in found}


def places_to_choose(found: dict[str, tuple[str, About]]) -> list[tuple[str, list[tuple[str, str]]]]:
    grouped: dict[str, list[tuple[str, str]]] = {}
    for key, (label, about) in found.items():
        grouped.setdefault(label, []).append((key, about.label))
    return list(grouped.items())


def _to_answer(initiative: Initiative) -> Iterator[Offer]:
    open_ones = (
        ProjectCommitment.objects.of(initiative)
        .standing()
        .exclude(level__in=DONE)
        .filter(project__in=Project.objects.of(initiative).standing())
    )
    for one in open_ones.select_related("actor__merged_into", "project").order_by("project__number", "pk"):
        yield Offer(LinkPurpose.ANSWER, About("ProjectCommitment", one.public_id, f"{one.project}: {_said(one)}"))
    for each in ProcessCommitment.objects.of(initiative).standing().exclude(level__in=DONE).select_related("actor__merged_into"):
        yield Offer(LinkPurpose.ANSWER, About("ProcessCommitment", each.public_id, f"{initiative}: {_said(each)}"))


def _said(one: ProjectCommitment | ProcessCommitment) -> str:
    return f"{one.actor.stands_as} ({one.get_role_display()})"


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]
