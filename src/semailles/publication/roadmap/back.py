"""Actors, the index's note, and how the document was made."""

from datetime import date

from django.utils.formats import date_format
from django.utils.translation import gettext as _

from semailles import __version__
from semailles.engines.typesetting import tree
from semailles.publication.views import ActorView, Snapshot
from semailles.publication.words import capitalised
from semailles.workshop.directory import COLLEGES


def actors(full: Snapshot) -> tree.ActorPart:
    """Those that the documents name, by college; persons are never printed."""
    named = [actor for actor in full.actors if actor.mentions]
    groups = []
    others = sorted({actor.college for actor in named} - {*COLLEGES, ""})
    for college in (*COLLEGES, *others, ""):
        rows = [_row(actor, full) for actor in named if actor.college == college]
        if rows:
            groups.append(
                tree.ActorGroup(
                    _titles().get(college, college.capitalize()), tuple(sorted(rows, key=lambda row: (-row.mentions, row.name)))
                )
            )
    lead = _(
        "Organisations and roles that the documents name, with their spellings and the teams that name them. To be named is not to be committed."
    )
    return tree.ActorPart(_("Actors named"), lead, tuple(groups))


def _titles() -> dict[str, str]:
    return {
        "habitant": _("Inhabitants and users"),
        "association": _("Associations"),
        "entreprise": _("Companies and farms"),
        "chambre": _("Chambers"),
        "institution": _("Institutions"),
        "élu": _("Elected bodies"),
        "": _("College to be said"),
    }


def _row(actor: ActorView, full: Snapshot) -> tree.ActorRow:
    letters = sorted({mention.document.letter for mention in actor.mentions})
    numbers = [project.number for project in full.projects if any(actor.id in full.idea(idea).actors for idea in project.ideas)]
    return tree.ActorRow(capitalised(actor.name), actor.aliases, len(actor.mentions), tuple(letters), tuple(numbers))


def index_note(full: Snapshot, most: int | None) -> str:
    note = _("Every idea noted, by team, with its document and the place in it. The number is that of the sheet it feeds.")
    if most is not None and len(full.ideas) > most:
        note += " " + _("This index is short: the whole list is in data/idees.csv.")
    return note


def colophon(full: Snapshot, *, on: date) -> tree.Colophon:
    method = (
        (
            _("Reading"),
            _(
                "Each file was read on this machine, without any network. Each passage keeps its page, slide, row or paragraph; each quote is exact."
            ),
        ),
        (
            _("Finding ideas"),
            _(
                "Ideas were noted by rules on the words and on the place of sentences (lists, tables, conditionals, questions). Some are missing, some are not ideas: people decide."
            ),
        ),
        (
            _("Bringing together"),
            _(
                "Ideas were brought together by the words they share. A convergence says how many teams it joins and through which pair. Two ideas may meet with other words: nothing replaces reading them."
            ),
        ),
        (
            _("Drafting"),
            _(
                "Under the headings of a sheet stand sentences of the documents, between guillemets. What no document says is left to the working group."
            ),
        ),
        (_("Persons"), _("Names of persons and contacts are masked in this document; the facilitator finds them in the workspace.")),
    )
    facts = (
        full.frame.name,
        _("Printed on %(date)s by Semailles %(version)s, free software (EUPL-1.2).")
        % {"date": date_format(on, "j F Y"), "version": __version__},
        _("Typefaces: Libertinus Serif and Lato (SIL OFL 1.1)."),
        full.frame.notice,
    )
    return tree.Colophon(
        _("Method"), tuple(tree.Titled(title, ((tree.Statement(text),),)) for title, text in method), tuple(fact for fact in facts if fact)
    )
