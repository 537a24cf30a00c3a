"""a-verifier.pdf: what the facilitator must look at before anybody else reads. Everything is in it: contradictions, persons, doubts."""

from collections.abc import Sequence

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from semailles.engines.typesetting import tree
from semailles.publication.contradictions import contradictions
from semailles.publication.reasons import row_words, unreadable_words
from semailles.publication.report_budget import budget_section, quoted
from semailles.publication.report_calendar import calendar_section
from semailles.publication.shown import shown
from semailles.publication.views import FundingView, IdeaView, Snapshot
from semailles.publication.words import level_words, reason

DOUBTFUL = 0.5
MOST_DOUBTFUL = 40
MOST_MENTIONS = 4
MOST_ROWS = 60


def report(full: Snapshot) -> tree.Report:
    return tree.Report(
        lang=full.frame.lang,
        title=_("To be checked"),
        subtitle=full.frame.name,
        intro=_("What the program could not read, does not understand or must not settle. Tick what you have looked at."),
        confidentiality=_("For the facilitator only: names of persons and contradictions. Do not circulate."),
        sections=(
            *(_unread(full), *_unread_rows(full), _frame(full), _contradictions(full), budget_section(full), *calendar_section(full)),
            *(_persons(full), *_hidden(full), _doubtful(full), _to_place(full), _loose(full)),
        ),
    )


def _unread(full: Snapshot) -> tree.ReportSection:
    rows = [tree.ReportRow(one.path, unreadable_words(one.reason, one.detail)) for one in full.documents if one.is_to_repair]
    lead = _("Files of which nothing could be taken. The others were read.")
    return tree.ReportSection(_("Files that could not be read"), lead, tuple(rows), _("Every file was read."))


def _unread_rows(full: Snapshot) -> tuple[tree.ReportSection, ...]:
    """Only when an export of another platform was given."""
    found = [tree.ReportRow(one.path, row_words(*told)) for one in full.documents for told in one.told]
    more = _("Rows that are not shown here: %(more)d. The page of each document lists them all.") % {"more": len(found) - MOST_ROWS}
    rows = (*found[:MOST_ROWS], *([tree.ReportRow(more, "")] if len(found) > MOST_ROWS else []))
    lead = _("Rows of exports of other platforms of which something is missing. The others each gave an idea.")
    return (tree.ReportSection(_("Rows that could not be read"), lead, rows, ""),) if rows else ()


def _frame(full: Snapshot) -> tree.ReportSection:
    rows = [tree.ReportRow(sentence, "") for sentence in full.warnings]
    lead = _("Sentences of demarche.toml and acteurs.csv that were not understood.")
    return tree.ReportSection(
        _("The frame of the initiative"), lead, tuple(rows), _("Nothing to say: the frame was understood, or none was given.")
    )


def _contradictions(full: Snapshot) -> tree.ReportSection:
    rows = []
    for found in contradictions(full):
        levels = " / ".join(level_words(level) for level in found.levels)
        sources = tuple(f"{level_words(claim.level)} — {quoted(claim.excerpt)}" for claim in found.claims[: 2 * MOST_MENTIONS])
        lines = tuple(_line_words(line) for line in found.lines)
        rows.append(tree.ReportRow(found.actor.name, levels, (*sources, *lines)))
    lead = _("Two sources say two things of one commitment. Both stay; the lower one counts until a person settles it.")
    return tree.ReportSection(_("Sources that disagree"), lead, tuple(rows), _("No contradiction was found between the sources."))


def _line_words(line: FundingView) -> str:
    if line.excerpt:
        return f"{level_words(line.status)} — {quoted(line.excerpt)}"
    return _("demarche.toml, resources: %(level)s") % {"level": level_words(line.status)}


def _persons(full: Snapshot) -> tree.ReportSection:
    rows = [
        tree.ReportRow(actor.name, ", ".join(actor.aliases), tuple(quoted(one) for one in actor.mentions[:MOST_MENTIONS]))
        for actor in full.actors
        if actor.is_person and actor.mentions
    ]
    lead = _("Names that look like persons. They are masked in print; printing one needs a dated consent.")
    return tree.ReportSection(_("Persons named"), lead, tuple(rows), _("No name of a person was found."))


def _hidden(full: Snapshot) -> tuple[tree.ReportSection, ...]:
    """Only when a workbook hides words."""
    told = shown(full).by_id
    rows = _idea_rows([idea for idea in full.ideas if idea.id not in told])
    lead = _("Hidden sheets, rows and columns say them. They are not printed, nor in the tables, before you keep them while sorting.")
    return (tree.ReportSection(_("Ideas that a workbook hides"), lead, rows, ""),) if rows else ()


def _doubtful(full: Snapshot) -> tree.ReportSection:
    doubtful = sorted((idea for idea in full.ideas if idea.score < DOUBTFUL), key=lambda idea: (idea.score, idea.mark))[:MOST_DOUBTFUL]
    lead = _("Sentences that may be no ideas, weakest first: what made the program suggest them is said below.")
    return tree.ReportSection(_("Doubtful ideas"), lead, _idea_rows(doubtful), _("No idea is below the threshold of doubt."))


def _idea_rows(ideas: Sequence[IdeaView]) -> tuple[tree.ReportRow, ...]:
    return tuple(tree.ReportRow(f"{idea.mark} · {idea.title}", reason(idea), (quoted(idea.sources[0]),)) for idea in ideas)


def _to_place(full: Snapshot) -> tree.ReportSection:
    """They stand somewhere, and nobody is sure that it is there."""
    rows = []
    for family in full.families:
        told = _("stands meanwhile in « %(family)s »") % {"family": family.title}
        rows += [
            tree.ReportRow(f"{idea.mark} · {idea.title}", told, (quoted(idea.sources[0]),)) for idea in map(full.idea, family.doubtful)
        ]
    left = len(rows) - MOST_DOUBTFUL
    more = ngettext("%(more)d more is listed on screen.", "%(more)d more are listed on screen.", left) % {"more": left}
    shown_rows = (*rows[:MOST_DOUBTFUL], *([tree.ReportRow(more, "")] if left > 0 else []))
    lead = _("Ideas whose group is not sure, or that came to a group after people validated it. Move them, or pin them where they stand.")
    return tree.ReportSection(_("Ideas to be placed"), lead, shown_rows, _("Every idea stands where it is sure to."))


def _loose(full: Snapshot) -> tree.ReportSection:
    rows = []
    for family in full.convergences:
        if family.strength == "faible" and not family.is_validated:
            quotes = tuple(f"{full.idea(idea).mark} — {quoted(full.idea(idea).sources[0])}" for idea in family.ideas[:MOST_MENTIONS])
            rows.append(tree.ReportRow(family.title, "", quotes))
    lead = _("Ideas of several teams that the program brought together with little evidence. Read them side by side.")
    return tree.ReportSection(
        _("Weak convergences"),
        lead,
        tuple(rows),
        _("The program judges none of them weak. It may be wrong: read side by side the ideas of each sheet."),
    )
