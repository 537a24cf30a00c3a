"""How print calls ideas: the letter of a team, the number of an idea in it. Given once, kept for ever."""

from collections import Counter

from django.db import transaction
from django.db.models import Max, Prefetch

from semailles.core.journal import record
from semailles.core.models import Person
from semailles.core.permits import require
from semailles.intake.models import Idea, Source
from semailles.workshop.models import Initiative, Team
from semailles.workshop.queries import fresh_letters
from semailles.workshop.rules import may_shape


@transaction.atomic
def give_marks(initiative: Initiative, *, by: Person) -> None:
    """Letters for teams that left their first document, numbers for new ideas in reading order: « A12 » noted on paper stays A12."""
    require(may_shape(by, initiative), by=by)
    _letter_teams(initiative)
    last = dict(Team.objects.of(initiative).annotate(last=Max("ideas__number")).values_list("pk", "last"))
    ranks = Counter({team: number or 0 for team, number in last.items()})
    placed = Source.objects.of(initiative).select_related("passage__version__document")
    fresh = Idea.objects.of(initiative).filter(number=None).prefetch_related(Prefetch("sources", placed))
    ideas = sorted(fresh, key=_reading_order)
    for idea in ideas:
        ranks[idea.team_id] += 1
        idea.number = ranks[idea.team_id]
    Idea.objects.bulk_update(ideas, ["number"], batch_size=500)
    record("marked", initiative, by=by, initiative=initiative, ideas=len(ideas))


def _letter_teams(initiative: Initiative) -> None:
    given = Team.objects.of(initiative).exclude(letter="").values_list("letter", flat=True)
    fresh = {team.folder: team for team in Team.objects.of(initiative).filter(letter="", documents__isnull=False).distinct()}
    for folder, letter in fresh_letters(fresh, given).items():
        fresh[folder].letter = letter
        fresh[folder].save(update_fields=["letter"])


def _reading_order(idea: Idea) -> tuple[str, int, int, int]:
    first = min(idea.sources.all(), key=lambda source: source.pk)
    return first.passage.version.document.path, first.passage.rank, first.start, idea.pk
