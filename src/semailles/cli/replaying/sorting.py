"""Ideas sorted, convergences brought to what people see in them."""

from semailles.cli.replaying.finding import Scene
from semailles.cli.replaying.script import Row
from semailles.convergence.actions import move_idea, rename_family, validate_family
from semailles.convergence.models import Family
from semailles.intake.actions import keep_ideas, mark_duplicates, set_aside_ideas
from semailles.intake.enums import IdeaState
from semailles.intake.models import Idea
from semailles.projects.actions import draft_projects
from semailles.projects.models import Project


def set_aside(row: Row, scene: Scene) -> None:
    reason = row.text("raison", is_needed=True)
    set_aside_ideas(scene.ideas(row.texts("idees"), row), reason, by=scene.by)


def mark_twins(row: Row, scene: Scene) -> None:
    mark_duplicates(scene.ideas(row.texts("idees"), row), of=scene.idea(row.text("garder"), row), by=scene.by)


def keep_the_rest(row: Row, scene: Scene) -> None:
    """What nobody set aside, once the rest was looked at."""
    left = list(Idea.objects.of(scene.initiative).filter(state=IdeaState.SUGGESTED))
    if row.cells.get("garder_le_reste") is True and left:
        keep_ideas(left, by=scene.by)


def gather(row: Row, scene: Scene) -> None:
    """The convergence that stands around an idea: these ideas and no other, under this title, and kept as it is."""
    title = row.text("titre", is_needed=True)
    if scene.family_called(title):
        return
    family = scene.family(scene.idea(row.text("autour_de"), row), row)
    first, *others = scene.ideas(row.texts("idees"), row)
    _bring(first, family, row, scene)
    for idea in _strangers(family, [first, *others]):
        move_idea(idea, None, by=scene.by)
    for idea in others:
        _bring(idea, family, row, scene)
    rename_family(family, title, by=scene.by)
    validate_family(family, by=scene.by)


def draw_again(row: Row, scene: Scene) -> None:
    """The drafts, from the convergences as they are now; once people took one up, it is too late."""
    if row.cells.get("redessiner") is True and not Project.objects.of(scene.initiative).exclude(taken_up_on=None).exists():
        draft_projects(scene.initiative, by=scene.by)


def _bring(idea: Idea, family: Family, row: Row, scene: Scene) -> None:
    if scene.family(idea, row).pk != family.pk:
        move_idea(idea, family, by=scene.by)


def _strangers(family: Family, wanted: list[Idea]) -> list[Idea]:
    out = (IdeaState.SET_ASIDE, IdeaState.SPLIT, IdeaState.MERGED)
    return list(family.ideas.exclude(pk__in=[idea.pk for idea in wanted]).exclude(state__in=out))
