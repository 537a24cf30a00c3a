"""Every other convergence, and what one team alone said: four lines each, with equal weight."""

from collections.abc import Sequence

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from semailles.engines.typesetting import tree
from semailles.publication.closed import ClosedView
from semailles.publication.views import FamilyView, Snapshot
from semailles.publication.words import coverage, kind_words, source_words


def other_convergences(full: Snapshot, most: int | None) -> tree.EntryPart:
    """Convergences that feed no sheet, by theme."""
    drawn = {family for project in full.projects for family in project.families}
    others = [family for family in full.convergences if family.id not in drawn]
    kept = others[:most]
    titles = {theme.id: theme.title for theme in full.themes}
    order = [*titles, ""]
    groups = []
    for theme in order:
        found = [_convergence(family, full) for family in kept if family.theme == theme]
        if found:
            groups.append(tree.EntryGroup(titles.get(theme, _("To be placed")), tuple(found)))
    lead = _("Where at least two teams meet, beyond the draft sheets. Each could become a project.") + _left(
        len(others) - len(kept), "convergences.csv"
    )
    return tree.EntryPart(_("The other convergences"), lead, tuple(groups))


def singular_ideas(full: Snapshot, most: int | None) -> tree.EntryPart:
    """By team, in reading order. An idea that its team said several times stands once, with all its marks."""
    lead = _("What one team alone said. A singular idea is not a weak one: it may be what the others did not see.")
    groups, left = [], 0
    for team in full.teams:
        found = sorted(
            (family for family in full.singulars if family.letters == (team.letter,)), key=lambda family: _reading_order(family, full)
        )
        kept = found[:most]
        left += len(found) - len(kept)
        if kept:
            groups.append(tree.EntryGroup(f"{team.letter} · {team.name}", tuple(_singular(family, full) for family in kept)))
    return tree.EntryPart(_("Singular ideas"), lead + _left(left, "idees.csv"), tuple(groups))


def closed_projects(full: Snapshot) -> tree.EntryPart:
    """They have no sheet any more; what they were and why they stopped stays readable."""
    dropped, merged = ([one for one in full.closed if bool(one.into) is is_merged] for is_merged in (False, True))
    groups = (
        tree.EntryGroup(title, tuple(tree.Entry(f"{one.number}. {one.title}", (), (), "", _why(one)) for one in found))
        for title, found in ((_("Dropped"), dropped), (_("Merged into another"), merged))
        if found
    )
    lead = _("Projects that people took up, then closed. Their ideas stay in the index, and each can be taken back.")
    return tree.EntryPart(_("Dropped or merged projects"), lead, tuple(groups))


def _why(one: ClosedView) -> str:
    return _("Into %(project)s: %(reason)s") % {"project": one.into, "reason": one.reason} if one.into else one.reason


def _reading_order(family: FamilyView, full: Snapshot) -> int:
    mark = full.idea(family.ideas[0]).mark
    return int(mark.lstrip("ABCDEFGHIJKLMNOPQRSTUVWXYZ"))


def _left(count: int, file: str) -> str:
    if not count:
        return ""
    sentence = ngettext("%(n)d more is in data/%(file)s.", "%(n)d more are in data/%(file)s.", count)
    return " " + sentence % {"n": count, "file": file}


def _convergence(family: FamilyView, full: Snapshot) -> tree.Entry:
    first = full.idea(family.medoid or family.ideas[0])
    marks = _one_a_team_first(family.ideas, full)
    return tree.Entry(family.title, family.letters, marks, first.sources[0].quote, coverage(family, len(full.teams)))


def _one_a_team_first(ideas: Sequence[str], full: Snapshot) -> tuple[str, ...]:
    return tuple(sorted((full.idea(idea).mark for idea in ideas), key=lambda mark: (mark.rstrip("0123456789"), len(mark), mark)))


def _singular(family: FamilyView, full: Snapshot) -> tree.Entry:
    first = full.idea(family.ideas[0])
    source = first.sources[0]
    marks = tuple(full.idea(idea).mark for idea in family.ideas)
    return tree.Entry(first.title, (first.letter,), marks, source.quote, f"{kind_words(first.kind).capitalize()} · {source_words(source)}")
