"""Commitments and money that people wrote, of the process and of each project, line by line, for tables."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.utils.translation import gettext as _

from semailles.projects.balances import ledgers
from semailles.projects.holders import ladders_of_projects
from semailles.projects.models import Project
from semailles.publication.words import level_words
from semailles.workshop.enums import CommitmentRole, ProofKind
from semailles.workshop.models import Initiative
from semailles.workshop.queries import BudgetView as LinesView
from semailles.workshop.queries import Ladder, commitment_ladders, process_budget_view
from semailles.workshop.queries.balancing import FundingRow

Row = tuple[str | int | float | None, ...]
COMMITTED = ("projet", "acteur", "role", "echelon", "document", "citation", "etat", "depuis", "jusqu_au", "preuve", "objet")
FUNDED = ("financeur", "montant", "nature", "statut", "detail", "document", "endroit", "citation", "etat")
FUNDED_TOO = ("projet", "compte_comme", "decide_le", "jusqu_au", "preuve", "base", "annee", "fleche_vers")


@dataclass(frozen=True, slots=True)
class Pledged:
    """Rows of `COMMITTED`, and of `FUNDED` then `FUNDED_TOO`. `projects`: public ids of those that people took up, of which the documents no longer speak."""

    projects: frozenset[str] = frozenset()
    commitments: tuple[Row, ...] = ()
    fundings: tuple[Row, ...] = ()


NOTHING = Pledged()


def pledged(initiative: Initiative, *, on: date) -> Pledged:
    projects = list(Project.objects.of(initiative).standing().taken_up().order_by("number"))
    to_process = commitment_ladders(initiative, on=on)
    to_projects = ladders_of_projects(projects, on=on)
    books = ledgers(initiative, [project.pk for project in projects], on=on)
    return Pledged(
        projects=frozenset(str(project.public_id) for project in projects),
        commitments=(
            *(_commitment(_("process"), ladder) for ladder in to_process),
            *(_commitment(ladder.commitment.project.number, ladder) for ladder in to_projects),
        ),
        fundings=(
            *_fundings(_("process"), process_budget_view(initiative, on=on)),
            *(row for project in projects for row in _fundings(project.number, books[project.pk].view())),
        ),
    )


def _commitment(whose: str | int, ladder: Ladder[Any, Any]) -> Row:
    commitment, step = ladder.commitment, ladder.current
    said = (whose, commitment.actor.name, str(CommitmentRole(commitment.role).label))
    state = _("written by people")
    if step is None:
        return (*said, _("no step yet"), "", "", state, "", "", "", commitment.scope)
    level = level_words(step.level)
    level = _("%(level)s, expired") % {"level": level} if ladder.is_expired else level
    quoted = (step.proof_reference, step.proof_passage) if step.proof_kind == ProofKind.PASSAGE else ("", "")
    proof = _proof(step.get_proof_kind_display(), "" if quoted[0] else step.proof_reference, attached=step.proof_sha256)
    return (*said, level, *quoted, state, step.on.isoformat(), _day(step.expires_on), proof, commitment.scope)


def _fundings(whose: str | int, lines: LinesView) -> Iterator[Row]:
    for row in _in_order((*lines.fundings, *lines.doubled)):
        line = row.line
        amount = None if line.amount is None else float(line.amount)
        counts_as = _("same euros as another line") if row.same_as else row.counts_as.value
        proof = _proof(line.source, attached=getattr(line, "proof_sha256", ""))  # a line of the process has no file
        said = (line.funder, amount, line.nature, line.status, line.detail, "", "", "", _("written by people"))
        yield (*said, whose, counts_as, _day(line.decided_on), _day(line.expires_on), proof, line.tax_base, line.year, line.earmark)


def _in_order(rows: Iterable[FundingRow]) -> list[FundingRow]:
    return sorted(rows, key=lambda row: (row.line.rank, row.line.pk))


def _proof(*words: str, attached: str) -> str:
    return ", ".join(filter(None, (*words, _("document attached") if attached else "")))


def _day(on: date | None) -> str:
    return on.isoformat() if on else ""
