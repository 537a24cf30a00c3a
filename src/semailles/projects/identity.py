"""What a sheet shows beside its texts: its identity in words, its lines, its links in both directions."""

from collections.abc import Iterator
from dataclasses import dataclass, fields
from typing import TYPE_CHECKING

from django.utils.translation import gettext_lazy as _

from semailles.projects.entries import IdentityEntry
from semailles.projects.enums import LinkKind, Note, Section
from semailles.projects.models import Comment, Effect, Example, Obstacle, Picture, Project, ProjectLink, ProjectMilestone, ProjectPlace
from semailles.workshop.words import NOTHING, label_of, shown

if TYPE_CHECKING:
    from django.utils.functional import _StrPromise as Sentence

# A link as the other project reads it.
MIRRORED: dict[str, "Sentence"] = {
    LinkKind.COMPLETES: _("is completed by"),
    LinkKind.DEPENDS: _("is needed by"),
    LinkKind.MERGES: _("merges with"),
    LinkKind.COMPETES: _("competes with"),
    LinkKind.SERVES: _("is served by"),
}
HEADINGS = {slot.value: slot.label for slot in (*Section, *Note)}
FIRST_STEPS = 4
SHOWN_ELSEWHERE = frozenset({"tagline"})  # under the title


@dataclass(frozen=True, slots=True)
class Trait:
    """A field of the identity that somebody filled, in words."""

    label: str
    value: str


@dataclass(frozen=True, slots=True)
class Tie:
    """A link as this project reads it, wherever it was written."""

    words: str
    other: Project
    link: ProjectLink
    is_ours: bool


@dataclass(frozen=True, slots=True)
class Remark:
    """`heading`: what it is about, in words; nothing for the whole sheet."""

    comment: Comment
    heading: str


@dataclass(frozen=True, slots=True)
class Beside:
    """`places`, `steps`: the first of those that stand, whose pages hold them all. `empty`: labels of the fields of the identity that nobody filled. Lines set aside come last of all, with their reason."""

    traits: tuple[Trait, ...]
    empty: tuple[str, ...]
    obstacles: tuple[Obstacle, ...]
    examples: tuple[Example, ...]
    ties: tuple[Tie, ...]
    pictures: tuple[Picture, ...]
    places: tuple[ProjectPlace, ...]
    steps: tuple[ProjectMilestone, ...]
    remarks: tuple[Remark, ...]
    settled: tuple[Remark, ...]
    effects: tuple[Effect, ...]

    def fills(self, section: Section) -> bool:
        """Whether the lines of that heading say something, even without its text."""
        return bool({Section.PLACE: self.places, Section.EXAMPLES: [one for one in self.examples if one.is_standing]}.get(section))


def remarks_under(project: Project, slot: str) -> list[Comment]:
    """What people say of one heading and nobody settled yet. One query."""
    return list(project.comments.standing().filter(slot=slot, closed_at=None).select_related("by", "answered_by"))


def beside(project: Project) -> Beside:
    """Ten queries, whatever the sheet holds."""
    found = [(field.name, _in_words(project, field.name)) for field in fields(IdentityEntry) if field.name not in SHOWN_ELSEWHERE]
    said = [
        Remark(one, str(HEADINGS.get(one.slot, "")))
        for one in project.comments.select_related("by", "answered_by", "initiative", "project__initiative")
    ]
    return Beside(
        traits=tuple(Trait(label_of(name), value) for name, value in found if value != NOTHING),
        empty=tuple(label_of(name) for name, value in found if value == NOTHING),
        obstacles=tuple(sorted(project.obstacles.all(), key=_standing_first)),
        examples=tuple(sorted(project.examples.all(), key=_standing_first)),
        ties=tuple(_ties(project)),
        pictures=tuple(sorted(project.pictures.all(), key=_standing_first)),
        places=tuple(project.places.standing()),
        steps=tuple(project.milestones.standing()[:FIRST_STEPS]),
        remarks=tuple(one for one in said if one.comment.closed_at is None),
        settled=tuple(one for one in said if one.comment.closed_at is not None),
        effects=tuple(sorted(project.effects.all(), key=_standing_first)),
    )


def _in_words(project: Project, name: str) -> str:
    value = getattr(project, name)
    return shown(Project, name, list(value.all()) if name == "themes" else value)


def _standing_first(line: Obstacle | Example | Picture | ProjectLink | Effect) -> bool:
    return not line.is_standing


def _ties(project: Project) -> Iterator[Tie]:
    for link in sorted(project.links.select_related("other"), key=_standing_first):
        yield Tie(str(LinkKind(link.kind).label), link.other, link, is_ours=True)
    for link in project.links_here.standing().select_related("project"):
        yield Tie(str(MIRRORED[link.kind]), link.project, link, is_ours=False)
