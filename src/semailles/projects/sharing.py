"""What several projects share: whom a transverse one serves, and how much of its needs each bears."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from semailles.projects.balances import project_balances
from semailles.projects.enums import LinkKind
from semailles.projects.models import Project, ProjectLink

WHOLE = Decimal(100)
CENT = Decimal("0.01")
SHARED_BY = 2


@dataclass(frozen=True, slots=True)
class Borne:
    """`share`: in hundredths of the needs of `link.project`. Not said: what the others leave, in equal parts."""

    link: ProjectLink
    share: Decimal
    needs: Decimal

    @property
    def is_said(self) -> bool:
        return self.link.share is not None

    @property
    def amount(self) -> Decimal:
        return (self.needs * self.share / WHOLE).quantize(CENT)


@dataclass(frozen=True, slots=True)
class Sharing:
    """`serves`: the projects that bear it. `bears`: what this one bears of others; in none of its own totals."""

    serves: tuple[Borne, ...]
    bears: tuple[Borne, ...]

    @property
    def said(self) -> Decimal:
        return sum((one.share for one in self.serves), Decimal(0))

    @property
    def is_over(self) -> bool:
        return self.said > WHOLE

    @property
    def is_short(self) -> bool:
        """Every share is said, and they do not make the whole."""
        return bool(self.serves) and all(one.is_said for one in self.serves) and self.said < WHOLE

    @property
    def is_shared(self) -> bool:
        return len(self.serves) >= SHARED_BY


def sharing(project: Project, *, on: date) -> Sharing:
    """Of one project, in a fixed number of queries."""
    serving = ProjectLink.objects.of(project.initiative).standing().filter(kind=LinkKind.SERVES)
    roots = {project.pk, *serving.filter(other=project).values_list("project", flat=True)}
    links = serving.filter(project__in=roots).select_related("project", "other")
    standing = [link for link in links if link.project.is_standing and link.other.is_standing]
    needs = {pk: balance.needs for pk, balance in project_balances(project.initiative, roots, on=on).items()} if standing else {}
    borne = [one for root in roots for one in _parts([link for link in standing if link.project_id == root], needs.get(root, Decimal(0)))]
    return Sharing(
        tuple(one for one in borne if one.link.project_id == project.pk), tuple(one for one in borne if one.link.other_id == project.pk)
    )


def _parts(links: Sequence[ProjectLink], needs: Decimal) -> list[Borne]:
    unsaid = sum(link.share is None for link in links)
    left = max(WHOLE - sum((link.share for link in links if link.share is not None), Decimal(0)), Decimal(0))
    return [Borne(link, (left / unsaid).quantize(CENT) if link.share is None else link.share, needs) for link in links]
