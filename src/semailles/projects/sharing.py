"""What several projects share: whom a transverse one serves, and how much of its needs each bears."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from fractions import Fraction

from semailles.projects.balances import project_balances
from semailles.projects.enums import LinkKind
from semailles.projects.models import Project, ProjectLink
from semailles.projects.shaping import CENT, shared

WHOLE = Decimal(100)
SHARED_BY = 2


@dataclass(frozen=True, slots=True)
class Borne:
    """`share`: in hundredths of the needs of `link.project`. Not said: what the others leave, in equal parts. `amount`: in euros."""

    link: ProjectLink
    share: Decimal
    amount: Decimal

    @property
    def is_said(self) -> bool:
        return self.link.share is not None


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
    said = sum((link.share for link in links if link.share is not None), Decimal(0))
    left, unsaid = max(WHOLE - said, Decimal(0)), sum(link.share is None for link in links)
    equal = iter(shared(left, unsaid))
    exact = [Fraction(left) / unsaid if link.share is None else Fraction(link.share) for link in links]
    amounts = apportioned(needs, exact)
    return [Borne(link, next(equal) if link.share is None else link.share, amount) for link, amount in zip(links, amounts, strict=True)]


def apportioned(needs: Decimal, shares: Sequence[Fraction]) -> list[Decimal]:
    """Of the needs, so many hundredths each, to the cent. Their sum is what the shares make together: the cents that rounding loses go where it loses most."""
    exact = [Fraction(needs / CENT) * share / int(WHOLE) for share in shares]
    cents = [int(one) for one in exact]
    over = round(sum(exact)) - sum(cents)
    first = sorted(range(len(cents)), key=lambda rank: cents[rank] - exact[rank])[:over]
    return [(one + (rank in first)) * CENT for rank, one in enumerate(cents)]
