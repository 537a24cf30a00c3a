"""What a project's own rows show for a step of its ladder."""

from collections.abc import Callable
from dataclasses import dataclass

from semailles.projects.attainment import AGREED
from semailles.projects.enums import Ground, Maturity
from semailles.projects.models import Project
from semailles.workshop.enums import CommitmentRole

LONGEST = 500


@dataclass(frozen=True, slots=True)
class Evidence:
    """What a step stands on: its kind, where it is kept, how people read it."""

    ground: Ground
    reference: str = ""
    label: str = ""


def read_ground(project: Project, step: Maturity) -> Evidence | None:
    """None where nothing of the project shows it: somebody gives it, or it is missing."""
    read = _READERS.get(step)
    return read(project) if read else None


def _convergence(project: Project) -> Evidence | None:
    kept = [project.family, *project.other_families.order_by("rank")]
    family = next((one for one in kept if one is not None and one.is_validated), None)
    return Evidence(Ground.CONVERGENCE, str(family.public_id), family.title[:LONGEST]) if family else None


def _group(project: Project) -> Evidence | None:
    if project.group:
        return Evidence(Ground.GROUP, str(project.group.public_id), project.group.name[:LONGEST])
    return Evidence(Ground.GROUP, label=project.facilitator) if project.facilitator else None


def _commitment(project: Project) -> Evidence | None:
    standing = project.commitments.filter(set_aside_on=None, role=CommitmentRole.CARRIES, level__in=AGREED).select_related("actor")
    best = max(standing, key=lambda one: AGREED.index(one.level), default=None)
    return Evidence(Ground.COMMITMENT, str(best.public_id), f"{best.actor}, {best.get_level_display()}"[:LONGEST]) if best else None


def _milestone(project: Project) -> Evidence | None:
    first = project.milestones.filter(set_aside_on=None, real_on__isnull=False).order_by("real_on").first()
    return Evidence(Ground.MILESTONE, str(first.public_id), first.label) if first else None


_READERS: dict[Maturity, Callable[[Project], Evidence | None]] = {
    Maturity.CONVERGENT: _convergence,
    Maturity.SHAPED: _group,
    Maturity.CARRIED: _commitment,
    Maturity.LAUNCHED: _milestone,
}
