"""What is open about the money of the process and about those who commit themselves to it."""

from collections.abc import Iterable, Iterator
from datetime import date

from django.utils.translation import gettext as _

from semailles.workshop.budget_words import amount_words, gap_words
from semailles.workshop.calendar_words import day_words
from semailles.workshop.enums import Level
from semailles.workshop.models import CommitmentStep, Initiative, ProcessCommitment
from semailles.workshop.queries.budget import BudgetView, FundingRow
from semailles.workshop.queries.commitments import Ladder
from semailles.workshop.queries.open_point import OpenPoint, Severity, Target, Where

Found = Iterator[OpenPoint]


def of_budget(initiative: Initiative, view: BudgetView, on: date) -> Found:
    for row in view.contradictions:
        yield OpenPoint(Severity.BLOCKS, row.contradiction, Target(Where.FUNDING, row.line.public_id))
    if view.balance.needs == 0:
        yield OpenPoint(Severity.NEXT, gap_words(view.balance), Target(Where.BUDGET, initiative.public_id))
    missing = view.balance.needs - view.balance.hoped
    if missing > 0:
        sentence = _("%(amount)s of the needs are neither confirmed nor hoped for from anybody.")
        yield OpenPoint(Severity.BLOCKS, sentence % {"amount": amount_words(missing)}, Target(Where.BUDGET, initiative.public_id))
    if view.balance.mixes_tax_bases:
        sentence = _("Some lines are before tax and others tax included: they do not compare exactly.")
        yield OpenPoint(Severity.NEXT, sentence, Target(Where.BUDGET, initiative.public_id))
    yield from _of_costs(view)
    for row in view.hoped:
        yield OpenPoint(Severity.NEXT, _to_confirm(row), Target(Where.FUNDING, row.line.public_id), row.line.expires_on)
    for row in (*view.confirmed, *view.hoped):
        if row.line.expires_on and row.line.expires_on < on:
            said = {"funder": row.line.funder, "day": day_words(row.line.expires_on)}
            yield OpenPoint(
                Severity.LATE,
                _("The funding of %(funder)s expired on %(day)s.") % said,
                Target(Where.FUNDING, row.line.public_id),
                row.line.expires_on,
            )


def _of_costs(view: BudgetView) -> Found:
    for row in view.costs:
        said = {"item": row.line.item, "missions": amount_words(row.missions), "amount": amount_words(row.line.amount or row.missions)}
        if row.line.amount is None:
            sentence = _("« %(item)s » has no amount yet: the needs are higher than their total says.")
            yield OpenPoint(Severity.NEXT, sentence % said, Target(Where.COST, row.line.public_id))
        elif row.is_exceeded:
            sentence = _("« %(item)s »: the missions it pays come to %(missions)s, the line holds %(amount)s.")
            yield OpenPoint(Severity.BLOCKS, sentence % said, Target(Where.COST, row.line.public_id))


def _to_confirm(row: FundingRow) -> str:
    if row.line.amount is None:
        return _("Have %(funder)s say how much, and confirm it.") % {"funder": row.line.funder}
    return _("Have %(funder)s confirm %(amount)s.") % {"funder": row.line.funder, "amount": amount_words(row.line.amount)}


def of_commitments(ladders: Iterable[Ladder[ProcessCommitment, CommitmentStep]]) -> Found:
    for ladder in ladders:
        key, said = ladder.commitment.public_id, {"actor": ladder.commitment.actor, "role": ladder.commitment.get_role_display()}
        step = ladder.current
        if step is None:
            yield OpenPoint(
                Severity.NEXT,
                _("%(actor)s (%(role)s): note how far this commitment goes, and since when.") % said,
                Target(Where.COMMITMENT, key),
            )
            continue
        said |= {"day": day_words(step.expires_on) if step.expires_on else "", "level": Level(step.level).label}
        if ladder.said:
            sentence = _("%(actor)s (%(role)s): documents of one day say different levels. The lowest counts: %(level)s.")
            yield OpenPoint(Severity.BLOCKS, sentence % said, Target(Where.COMMITMENT, key))
        if ladder.is_expired:
            yield OpenPoint(
                Severity.LATE,
                _("The commitment of %(actor)s (%(role)s) expired on %(day)s.") % said,
                Target(Where.COMMITMENT, key),
                step.expires_on,
            )
        elif step.level == Level.ORAL:
            yield OpenPoint(
                Severity.NEXT, _("Have %(actor)s (%(role)s) put in writing what was agreed by word.") % said, Target(Where.COMMITMENT, key)
            )
