"""Cover, and the page for someone in a hurry."""

from datetime import date

from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from semailles.engines.typesetting import tree
from semailles.publication.carried import NONE, Carried
from semailles.publication.roadmap import how_far
from semailles.publication.views import FamilyView, Snapshot
from semailles.publication.words import coverage, listed, source_words

FIRST = 3


def cover(full: Snapshot, *, on: date) -> tree.Cover:
    territory = full.frame.territory
    return tree.Cover(
        title=_("Draft of the collective roadmap"),
        subtitle=territory or _("What the teams saw, and where they meet"),
        process=full.frame.name,
        date=date_format(on, "j F Y"),
        state=_("Working document, to be validated"),
        notice=full.frame.notice,
    )


def essential(full: Snapshot, carried: Carried = NONE) -> tree.Essential:
    return tree.Essential(
        title=_("The essential on one page"),
        lead=_lead(full),
        counts=_counts(full, carried),
        points=(_converging(full), _singular(full), _missing(full, carried)),
        asks_title=_("What is asked of you"),
        asks=_asks(full, carried),
        money=_money(full),
    )


def _lead(full: Snapshot) -> str:
    read = sum(1 for one in full.documents if one.status == "read")
    kept = sum(1 for idea in full.ideas if idea.is_validated)
    said = {
        "teams": ngettext("One team", "%(n)d teams", len(full.teams)) % {"n": len(full.teams)},
        "documents": ngettext("%(n)d document", "%(n)d documents", read) % {"n": read},
        "ideas": ngettext("%(n)d idea", "%(n)d ideas", len(full.ideas)) % {"n": len(full.ideas)},
    }
    noted = _("%(teams)s left %(documents)s. The program noted %(ideas)s in them, each with its page, and where they meet.") % said
    if not kept:
        return noted + " " + _("Nothing here is decided: it is for people to keep, correct and carry.")
    if kept == len(full.ideas):
        return noted + " " + _("People have kept them all: they are there to be carried.")
    return noted + " " + _("Kept by people: %(kept)d; the others are for them to keep, correct and carry.") % {"kept": kept}


def _kept_words(full: Snapshot) -> str:
    kept = sum(1 for idea in full.ideas if idea.is_validated)
    if kept and kept == len(full.ideas):
        return _("all kept by people")
    return _("kept by people: %(n)d") % {"n": kept} if kept else _("to be validated")


def _counts(full: Snapshot, carried: Carried) -> tuple[tree.Count, ...]:
    read = sum(1 for one in full.documents if one.status == "read")
    all_teams = sum(1 for family in full.convergences if len(family.letters) == len(full.teams))
    every = _("with every team: %(n)d") % {"n": all_teams} if all_teams else ""
    return (
        tree.Count(read, ngettext("document read", "documents read", read)),
        tree.Count(len(full.ideas), ngettext("idea noted", "ideas noted", len(full.ideas)), _kept_words(full)),
        tree.Count(len(full.convergences), ngettext("convergence", "convergences", len(full.convergences)), every),
        *how_far.counts(full, carried),
    )


def _paragraph(text: str, *ideas: str) -> tree.Paragraph:
    return (tree.Statement(text, ideas),)


def _converging(full: Snapshot) -> tree.Titled:
    title = _("What converges")
    if not full.convergences:
        return tree.Titled(title, (_paragraph(_("No idea was found in the documents of two teams.")),))
    held = [family for family in full.convergences if family.is_held]
    said = listed([_convergence_words(family, full) for family in held[:FIRST]])
    sentences = [_("The strongest convergences: %(families)s.") % {"families": said}] if held else []
    if weak := len(full.convergences) - len(held):
        rest = ngettext(
            "%(n)d convergence brings ideas near on little evidence: to be read side by side.",
            "%(n)d convergences bring ideas near on little evidence: to be read side by side.",
            weak,
        )
        sentences.append(rest % {"n": weak})
    return tree.Titled(title, (_paragraph(" ".join(sentences)),))


def _convergence_words(family: FamilyView, full: Snapshot) -> str:
    return f"« {family.title} » ({coverage(family, len(full.teams))})"


def _singular(full: Snapshot) -> tree.Titled:
    count = len(full.singulars)
    text = ngettext(
        "%(n)d thing was seen by one team only. It keeps its place in this document: a singular idea is not a weak one.",
        "%(n)d things were seen by one team only. They keep their place in this document: a singular idea is not a weak one.",
        count,
    )
    return tree.Titled(_("What one team alone saw"), (_paragraph(text % {"n": count}),))


def _missing(full: Snapshot, carried: Carried) -> tree.Titled:
    unread = sum(1 for one in full.documents if one.is_to_repair)
    sentences = [how_far.missing_words(full, carried)]
    if unread:
        sentences.append(ngettext("%(n)d file could not be read.", "%(n)d files could not be read.", unread) % {"n": unread})
    return tree.Titled(_("What is missing"), (_paragraph(" ".join(sentences)),))


def _asks(full: Snapshot, carried: Carried) -> tuple[tree.Statement, ...]:
    asks = [
        *map(tree.Statement, how_far.asks(full, carried)),
        tree.Statement(_("Correct what the program read or brought together wrongly: every idea leads to its page.")),
    ]
    if full.balance and full.balance.gap > 0:
        asks.append(tree.Statement(_("Confirm in writing the %(gap)s € that the process still lacks.") % {"gap": int(full.balance.gap)}))
    return tuple(asks)


def _money(full: Snapshot) -> tree.Money | None:
    found = full.balance
    if found is None:
        return None
    in_kind = tuple(
        _("%(label)s: %(said)s") % {"label": line.label, "said": line.detail} if line.detail else line.label for line in found.in_kind
    )
    return tree.Money(int(found.needs), int(found.confirmed), int(found.hoped), int(found.gap), in_kind, _money_notes(full))


def _money_notes(full: Snapshot) -> tuple[str, ...]:
    """Where a budget that nobody validated was read, what it leaves out, and what must not be compared."""
    budget = full.budget
    read = budget.excerpts[:1] if budget.is_found else ()
    notes = [_("To be validated: read in %(source)s.") % {"source": source_words(excerpt)} for excerpt in read]
    if budget.balance and budget.balance.mixes_tax_bases:
        notes.append(_("Some amounts are before tax and others with tax: their sums are only indicative."))
    return (*notes, *(f"« {one.quote} »" for one in budget.apart))
