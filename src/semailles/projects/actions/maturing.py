"""Up and down the ladder of maturity, one step at a time, each with what it stands on or why it was left."""

from datetime import date

from django.db import transaction
from django.utils.translation import gettext as _

from semailles.core.models import Person
from semailles.core.permits import require
from semailles.core.seals import proclaim
from semailles.projects.attainment import facts_of
from semailles.projects.enums import Ground, Maturity
from semailles.projects.errors import NoReason, NotReady, OutOfOrder, TopReached
from semailles.projects.grounds import Evidence, read_ground
from semailles.projects.maturity import GROUNDS, LADDER, READ, Condition, missing, next_step, rank, worth
from semailles.projects.models import MaturityStep, Project
from semailles.projects.taking import opened
from semailles.workshop import editing
from semailles.workshop.calendar_words import day_words
from semailles.workshop.rules import may_shape
from semailles.workshop.today import require_come, today


@transaction.atomic
def climb_maturity(project: Project, evidence: Evidence | None = None, *, on: date | None = None, by: Person) -> MaturityStep:
    """The next step. `evidence` is given by whoever can; it may be left out where the project's own rows show it."""
    require(may_shape(by, project.initiative), by=by)
    kept = opened(project, by=by)
    step = next_step(kept.maturity)
    if step is None:
        raise TopReached(_("« %(project)s » stands on the last step.") % {"project": kept.title})
    shown = _evidence(kept, step, evidence)
    _require_ready(kept, step, shown)
    return _stand(project, kept, MaturityStep(maturity=step, ground=shown.ground, reference=shown.reference, label=shown.label), on, by)


@transaction.atomic
def step_back(project: Project, reason: str, *, on: date | None = None, by: Person) -> MaturityStep:
    """One step down. What the step stood on stays readable, and counts no more."""
    require(may_shape(by, project.initiative), by=by)
    kept = opened(project, by=by)
    if not reason.strip():
        raise NoReason(_("Say in a few words why « %(project)s » goes back a step.") % {"project": kept.title})
    if rank(kept.maturity) == 0:
        raise TopReached(_("« %(project)s » stands on the first step.") % {"project": kept.title})
    return _stand(project, kept, MaturityStep(maturity=LADDER[rank(kept.maturity) - 1], reason=reason.strip()), on, by)


def _evidence(project: Project, step: Maturity, given: Evidence | None) -> Evidence:
    if given is None:
        given = read_ground(project, step) or Evidence(GROUNDS[step][0])
    if given.ground not in GROUNDS[step]:
        said = {"ground": given.ground.label, "step": step.label}
        raise NotReady(_("The step « %(step)s » does not stand on this: %(ground)s.") % said)
    if given.ground == Ground.CHOICE and not given.label.strip():
        raise NoReason(_("Say why « %(project)s » is carried though one team alone said it.") % {"project": project.title})
    return given


def _require_ready(project: Project, step: Maturity, shown: Evidence) -> None:
    """Nothing compulsory is empty. What rows do not show is given by its reference or its words."""
    met = facts_of(project.initiative, [project], on=today(project.initiative))[project.pk]
    if shown.ground not in READ and (shown.reference.strip() or shown.label.strip()):
        met |= {worth(shown.ground)}
    lacking = missing(met, step)
    if lacking:
        raise NotReady(_refused(project, step, lacking))


def _refused(project: Project, step: Maturity, lacking: tuple[Condition, ...]) -> str:
    sentence = _("« %(project)s » is not yet at the step « %(step)s »: it lacks %(what)s.")
    what = "; ".join(str(one.what) for one in lacking)
    return sentence % {"project": project.title, "step": step.label, "what": what}


def _stand(project: Project, kept: Project, step: MaturityStep, on: date | None, by: Person) -> MaturityStep:
    step.initiative, step.project, step.by = kept.initiative, kept, by
    step.came_from, step.on = kept.maturity, on or today(kept.initiative)
    require_come(kept.initiative, step.on)
    _require_after(kept, step.on)
    editing.check(step)
    step.save()
    project.maturity = kept.maturity = step.maturity
    kept.save(update_fields=["maturity", "updated_at"])
    _proclaim(kept, step, by)
    return step


def _proclaim(project: Project, step: MaturityStep, by: Person) -> None:
    beside = {"step": str(step.public_id), "on": step.on.isoformat(), "came_from": step.came_from, "reference": step.reference}
    if step.reason:
        proclaim("went back", project, by=by, initiative=project.initiative, beside=beside, maturity=step.maturity, ground=step.reason)
        return
    ground = step.label or step.reference
    proclaim("matured", project, by=by, initiative=project.initiative, beside=beside, maturity=step.maturity, ground=ground)


def _require_after(project: Project, on: date) -> None:
    last = MaturityStep.objects.of(project.initiative).filter(project=project).order_by("-on").first()
    if last is not None and on < last.on:
        raise OutOfOrder(_("The step before was taken on %(day)s: give that day or a later one.") % {"day": day_words(last.on)})
