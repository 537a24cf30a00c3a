"""What follows the reading of documents and the sorting of ideas: everything that the machine suggests, made again under what people decided."""

from django.utils.translation import gettext as _

from semailles.convergence.actions import keep_relations
from semailles.convergence.gathering import bring_together
from semailles.convergence.queries.relations import related
from semailles.core.models import Person
from semailles.core.progress import Progress, silent
from semailles.intake.actions import bring_spellings_together, seek_actors
from semailles.intake.marks import give_marks
from semailles.projects.actions import draft_projects
from semailles.workshop.models import Initiative


def gather(initiative: Initiative, *, by: Person, progress: Progress = silent) -> None:
    """From the documents received to draft sheets: ideas numbered, one actor under its spellings, families of ideas, what completes and what may clash, drafts. Done twice, it changes nothing."""
    step = _("Bringing together")
    progress(step, 0, 3)
    give_marks(initiative, by=by)
    seek_actors(initiative, by=by)
    bring_spellings_together(initiative, by=by)
    progress(step, 1, 3)
    bring_together(initiative, by=by)
    keep_relations(initiative, *related(initiative), by=by)
    progress(step, 2, 3)
    draft_projects(initiative, by=by)
    progress(step, 3, 3)
