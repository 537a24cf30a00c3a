"""One project's sheet alone, for a download or for who writes it."""

from dataclasses import dataclass, replace
from datetime import date

from django.utils import translation

from semailles.core.errors import Refusal
from semailles.engines.typesetting import tree
from semailles.engines.typesetting.printing import CannotPrintError
from semailles.engines.typesetting.project_pages import Form
from semailles.engines.typesetting.prose import LETTERS_A_LINE
from semailles.engines.typesetting.sheet_paper import Fit, SheetPaper, sheet_fits
from semailles.projects.enums import Note, Section
from semailles.projects.models import Project
from semailles.publication.audiences import carried_in_print, for_working_document
from semailles.publication.carried import Carried
from semailles.publication.carrying import carried_views
from semailles.publication.queries import Reader, frame_of, snapshot
from semailles.publication.roadmap.sheets import sheets
from semailles.publication.sound import sound_sheet
from semailles.publication.views import Snapshot
from semailles.publication.words import source_words
from semailles.workshop.calendar_words import day_words

MOST_LINES = 240  # four pages of text: a text of more is not measured, it is only said to be far too long


def printed_sheet(project: Project, form: Form, *, on: date) -> tree.Printed:
    """As the working document prints it: no person, no contact. A draft has its one page, and its card."""
    with translation.override(project.initiative.lang):
        full = replace(snapshot(project.initiative), projects=_alone(project).projects)
        carried = carried_in_print(full, carried_views(project.initiative, [project], on=on))
        shown = {} if form is Form.FOUR and project.is_draft else carried
        told = for_working_document(full)
        paper = _paper(form, told, shown)
        return sound_sheet(replace(paper, sheet=replace(paper.sheet, closed=_closed(project, told))))


def fits(project: Project, form: Form, *, on: date, slot: str = "", text: str = "") -> tuple[Fit, ...] | None:
    """How each page holds, with `text` in the place of what stands under `slot`. Nothing is masked: that hardly changes a length.
    None when nothing can be said of it: one of its texts is far too long, or cannot be set."""
    with translation.override(project.initiative.lang):
        alone = _alone(project)
        if slot:
            alone = replace(alone, projects=tuple(replace(one, written={**one.written, slot: text}) for one in alone.projects))
        carried = carried_views(project.initiative, [project], on=on)
        return _measured(_paper(form, alone, carried), alone)


def _closed(project: Project, told: Snapshot) -> str:
    """Dropped, or merged: with the reason as `told` lets it be read."""
    found = next((one for one in told.closed if one.number == project.number), None)
    if found is None:
        return ""
    if project.set_aside_on:
        return translation.gettext("Dropped on %(day)s: %(why)s") % {"day": day_words(project.set_aside_on), "why": found.reason}
    return translation.gettext("Merged into %(project)s: %(why)s") % {"project": found.into, "why": found.reason}


def is_far_too_long(text: str) -> bool:
    return sum(1 + len(line) // LETTERS_A_LINE for line in text.splitlines() if line.strip()) > MOST_LINES


def _measured(paper: SheetPaper, alone: Snapshot) -> tuple[Fit, ...] | None:
    if any(is_far_too_long(text) for one in alone.projects for text in one.written.values()):
        return None
    try:
        return sheet_fits(paper)
    except CannotPrintError:
        return None


@dataclass(frozen=True, slots=True)
class Card:
    """`text`: the summary that people wrote, else the description. `fit`: how it holds in twenty lines; None when that was not measured."""

    traits: tuple[tuple[str, str], ...]
    text: str
    is_summary: bool
    fit: Fit | None


def card_of(project: Project, *, on: date) -> Card:
    alone = _alone(project)
    with translation.override(project.initiative.lang):
        paper = _paper(Form.CARD, alone, carried_views(project.initiative, [project], on=on))
    written = alone.projects[0].written
    summary = written.get(Note.SUMMARY, "")
    traits = paper.sheet.pages.card_traits if paper.sheet.pages else ()
    fits = _measured(paper, alone)
    return Card(traits, summary or written.get(Section.DESCRIPTION, ""), bool(summary), fits[0] if fits else None)


def _alone(project: Project) -> Snapshot:
    """What its sheet needs of the synthesis, and nothing of the other projects."""
    reader = Reader(project.initiative)
    ideas = reader.ideas(of=project)
    known = {idea.id: idea for idea in ideas}
    families = reader.families(known)
    projects = reader.projects(only=project)
    return Snapshot(
        frame=frame_of(project.initiative),
        teams=tuple(reader.teams.values()),
        documents=(),
        ideas=ideas,
        themes=(),
        families=families,
        actors=(),
        places=(),
        claims=(),
        projects=tuple(replace(one, ideas=tuple(idea for idea in one.ideas if idea in known)) for one in projects),
        by_id=known,
    )


def _paper(form: Form, told: Snapshot, carried: Carried) -> SheetPaper:
    found = sheets(told, carried)
    if not found:
        raise NothingToPrint
    (sheet,) = found
    teams = tuple(tree.Team(team.letter, team.name) for team in told.teams)
    ideas = [told.by_id[idea] for one in told.projects for idea in one.ideas]
    entries = (tree.IdeaEntry(idea.mark, idea.letter, idea.title, idea.sources[0].quote, source_words(idea.sources[0])) for idea in ideas)
    return SheetPaper(told.frame.lang, told.frame.name, teams, tuple(entries), sheet, form)


class NothingToPrint(Refusal):
    def __init__(self) -> None:
        super().__init__(
            translation.gettext("Hidden sheets of a workbook alone speak of this project: keep one of its ideas, then print it.")
        )
