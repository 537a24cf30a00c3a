"""Links between projects that follow one of them into another, and come back. For actions only."""

from collections.abc import Iterable, Mapping

from semailles.projects.enums import LinkKind
from semailles.projects.models import Project, ProjectLink

ENDS = ("project", "other")


def give_links(project: Project, into: Project) -> dict[str, list[int]]:
    """By end, the links that now hold to the other one. What both had, and what tied the two, stays with the first."""
    return {_key(end): _moved(ProjectLink.objects.of(project.initiative).filter(**{end: project}), end, into) for end in ENDS}


def take_links_back(given: Mapping[str, list[int]], project: Project, former: Project) -> None:
    for end in ENDS:
        _moved(ProjectLink.objects.of(project.initiative).filter(pk__in=given.get(_key(end), ()), **{end: former}), end, project)


def serve_too(project: Project, part: Project) -> None:
    """What is shared with a project serves what is taken out of it as well; how much of it each bears is said anew."""
    for link in project.links_here.standing().filter(kind=LinkKind.SERVES).select_related("project"):
        owned = {"initiative": project.initiative, "project": link.project}
        ProjectLink.objects.create(**owned, other=part, kind=link.kind, note=link.note, rank=link.rank)


def _moved(links: Iterable[ProjectLink], end: str, into: Project) -> list[int]:
    moved = []
    for link in links:
        setattr(link, end, into)
        twin = ProjectLink.objects.of(into.initiative).filter(project=link.project_id, other=link.other_id, kind=link.kind)
        if link.project_id == link.other_id or twin.exclude(pk=link.pk).exists():
            continue
        link.save(update_fields=[end, "updated_at"])
        moved.append(link.pk)
    return moved


def _key(end: str) -> str:
    return f"{ProjectLink.__name__}.{end}"
