"""The part of a-verifier.pdf on money: each line of a budget read in a document, why it has its status, and what does not add up."""

from collections.abc import Iterator

from django.utils.formats import number_format
from django.utils.text import Truncator
from django.utils.translation import gettext as _

from semailles.engines.typesetting import tree
from semailles.publication.views import BudgetView, CostView, ExcerptView, FundingView, Snapshot, TotalView
from semailles.publication.words import level_words, source_words
from semailles.workshop.enums import Nature

MOST_SIGNS = 110


def budget_section(full: Snapshot) -> tree.ReportSection:
    budget = full.budget
    rows = [*_disagreements(budget), *(_lines(budget) if budget.is_found else ())]
    lead = _("Read in a document, validated by nobody: take its lines on the page of the budget, or write them in demarche.toml.")
    empty = _("The lines are those that people gave.") if budget.balance else _("No budget of the process was found in the documents.")
    return tree.ReportSection(_("The budget of the process"), lead, tuple(rows), empty)


def money_words(amount: float | None) -> str:
    """« 12 000 € », « 5 000,50 € »."""
    if amount is None:
        return _("without an amount")
    return _("%(amount)s €") % {"amount": number_format(amount, decimal_pos=0 if amount == int(amount) else 2, force_grouping=True)}


def _disagreements(budget: BudgetView) -> Iterator[tree.ReportRow]:
    for total in budget.totals:
        if not total.agrees:
            yield tree.ReportRow(_("A total is not the sum of its lines"), _total_words(total), (quoted(total.excerpt),))
    if budget.balance and budget.balance.mixes_tax_bases:
        yield tree.ReportRow(_("Amounts before tax and with tax are added up"), _("Write them all on one base."))
    for other in budget.others:
        sentence = _("It says something else. The budgets were not added up: only the one listed below counts.")
        yield tree.ReportRow(_("Another document gives a budget"), sentence, (quoted(other),))


def _total_words(total: TotalView) -> str:
    sums = {"stated": money_words(total.stated), "counted": money_words(total.counted)}
    return _("The document says %(stated)s; its lines make %(counted)s.") % sums


def _lines(budget: BudgetView) -> Iterator[tree.ReportRow]:
    for funding in budget.fundings:
        yield tree.ReportRow(f"{funding.funder} · {_worth(funding)}", _why(funding), _quotes(funding.excerpt))
    for cost in budget.costs:
        yield tree.ReportRow(f"{cost.item} · {_cost_worth(cost)}", _("cost"), _quotes(cost.excerpt))
    for statement in budget.apart:
        yield tree.ReportRow(_("Left out of the budget, and not added up"), "", _quotes(statement))


def _worth(funding: FundingView) -> str:
    if funding.nature in {Nature.IN_KIND, Nature.VOLUNTEERING}:
        given = funding.detail or money_words(funding.amount)
        return _("in kind: %(what)s") % {"what": given}
    return money_words(funding.amount)


def _cost_worth(cost: CostView) -> str:
    return cost.detail if cost.amount is None and cost.detail else money_words(cost.amount)


def _why(funding: FundingView) -> str:
    """The status, and what gave it."""
    code, words = funding.sure
    reasons = {
        "decided": _("%(status)s, for the document says: « %(words)s »"),
        "elsewhere": _("%(status)s, for the document says elsewhere: « %(words)s »"),
        "default": _("%(status)s, for the document says nothing of it"),
    }
    return reasons.get(code, "%(status)s") % {"status": level_words(funding.status), "words": Truncator(words).chars(MOST_SIGNS)}


def _quotes(excerpt: ExcerptView | None) -> tuple[str, ...]:
    return (quoted(excerpt),) if excerpt else ()


def quoted(excerpt: ExcerptView) -> str:
    return f"{source_words(excerpt)} : « {excerpt.quote} »"
