"""The document tree of the roadmap: one source for PDF and DOCX. Every word that is printed is in it; templates hold none.

Strings are plain text (never markup) and come in typed form; `typography.french` sets their spaces and signs once, for every output.
An idea is called by its mark (« A12 »: team letter, rank in the team), a project by its number.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field

from semailles.engines.typesetting.process_page import ProcessPart
from semailles.engines.typesetting.project_pages import ProjectPages


@dataclass(frozen=True, slots=True)
class Team:
    """`letter`: A, B, C… in the order of teams. Four teams have each their colour and ground; further ones share them in turn."""

    letter: str
    name: str
    regard: str = ""


@dataclass(frozen=True, slots=True)
class IdeaEntry:
    """An idea as the index prints it. `source`: document and place, « compte-rendu.docx, § 12 ». `project`: number of the sheet it feeds."""

    mark: str
    letter: str
    title: str
    quote: str
    source: str
    project: int | None = None


@dataclass(frozen=True, slots=True)
class Statement:
    """A run of text and the ideas (marks) and projects (numbers) that back it. A statement without any is written by the program or a group, and its part says so."""

    text: str
    ideas: tuple[str, ...] = ()
    projects: tuple[int, ...] = ()
    is_quote: bool = False


Paragraph = tuple[Statement, ...]


@dataclass(frozen=True, slots=True)
class Titled:
    title: str
    paragraphs: tuple[Paragraph, ...]


@dataclass(frozen=True, slots=True)
class Cover:
    """`state`: « Document de travail, à valider ». `notice`: the initiative's own warning (a demonstration, for instance)."""

    title: str
    subtitle: str
    process: str
    date: str
    state: str
    notice: str = ""


@dataclass(frozen=True, slots=True)
class Count:
    count: int
    label: str
    note: str = ""


@dataclass(frozen=True, slots=True)
class Money:
    """Whole euros. `in_kind`: lines in words, never summed. `gap` = needs - confirmed. `notes`: sentences said below."""

    needs: int
    confirmed: int
    hoped: int
    gap: int
    in_kind: tuple[str, ...] = ()
    notes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Essential:
    """The page for someone in a hurry. `counts`: the funnel, two to six. `points`: three short columns. `asks`: what is asked of the readers."""

    title: str
    lead: str
    counts: tuple[Count, ...]
    points: tuple[Titled, ...]
    asks_title: str
    asks: tuple[Statement, ...]
    money: Money | None = None


@dataclass(frozen=True, slots=True)
class Narrative:
    """The récit. `written_by`: who wrote it and what it is worth. `endpiece`: mark of an idea quoted large where room is left, or ""."""

    title: str
    opening: str
    sections: tuple[Titled, ...]
    written_by: str
    endpiece: str = ""


@dataclass(frozen=True, slots=True)
class MatrixRow:
    """One theme. `cells`, in the order of teams, hold the marks of the ideas of that team in that theme, best first; empty = blind spot."""

    theme: str
    cells: tuple[tuple[str, ...], ...]


@dataclass(frozen=True, slots=True)
class Matrix:
    title: str
    note: str
    rows: tuple[MatrixRow, ...]


@dataclass(frozen=True, slots=True)
class SheetSection:
    """One of the headings of a sheet. Without paragraphs, `question` is printed with « à compléter par le groupe de travail » and lines to write on."""

    key: str
    title: str
    paragraphs: tuple[Paragraph, ...]
    question: str


@dataclass(frozen=True, slots=True)
class ActorLine:
    """`level`: rung of the ladder in words, or "" when only named. `role`: what the sources say it does, or ""."""

    name: str
    role: str
    level: str
    source: str = ""


@dataclass(frozen=True, slots=True)
class Sheet:
    """A draft sheet of exactly one page (or as many as its text needs when `is_draft` is false); four pages when people carry it. `facts`: label and value pairs (theme, coverage, strength, scale). `ideas`: marks, strongest first. `closed`: since when and why it no longer stands."""

    number: int
    title: str
    tagline: str
    letters: tuple[str, ...]
    facts: tuple[tuple[str, str], ...]
    sections: tuple[SheetSection, ...]
    ideas: tuple[str, ...]
    actors: tuple[ActorLine, ...]
    explanation: str
    is_draft: bool = True
    pages: ProjectPages | None = None
    closed: str = ""


@dataclass(frozen=True, slots=True)
class Entry:
    """Four lines: a convergence without a sheet (several letters), a singular idea (one mark), or a closed project (neither)."""

    title: str
    letters: tuple[str, ...]
    ideas: tuple[str, ...]
    quote: str
    detail: str


@dataclass(frozen=True, slots=True)
class EntryGroup:
    """Entries under a sub-title (a theme, a team)."""

    title: str
    entries: tuple[Entry, ...]


@dataclass(frozen=True, slots=True)
class EntryPart:
    title: str
    lead: str
    groups: tuple[EntryGroup, ...]


@dataclass(frozen=True, slots=True)
class ActorRow:
    """`projects`: numbers of the sheets that name it."""

    name: str
    aliases: tuple[str, ...]
    mentions: int
    letters: tuple[str, ...]
    projects: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class ActorGroup:
    title: str
    actors: tuple[ActorRow, ...]


@dataclass(frozen=True, slots=True)
class ActorPart:
    title: str
    lead: str
    groups: tuple[ActorGroup, ...]


@dataclass(frozen=True, slots=True)
class Colophon:
    """How the document was made and how to read it. `facts`: short lines (program, version, counts, typefaces)."""

    title: str
    method: tuple[Titled, ...]
    facts: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Roadmap:
    """The whole book, in its printed order. `labels`: every fixed word that templates need (see LABELS), in the book's language. `lang`: "fr" or "en"."""

    lang: str
    teams: tuple[Team, ...]
    ideas: tuple[IdeaEntry, ...]
    cover: Cover
    essential: Essential
    narrative: Narrative
    matrix: Matrix
    sheets: tuple[Sheet, ...]
    sheets_title: str
    convergences: EntryPart
    singulars: EntryPart
    actors: ActorPart
    index_title: str
    index_note: str
    colophon: Colophon
    closed: EntryPart = EntryPart("", "", ())
    labels: Mapping[str, str] = field(default_factory=dict)
    process: ProcessPart | None = None


# Words that templates need; `wording.worded` gives each in French and English when the tree does not.
LABELS = (
    *("contents", "contents_hint", "how_to_read", "how_to_read_team", "how_to_read_mark", "how_to_read_project", "how_to_read_complete"),
    *("to_complete", "blind_spot", "theme", "teams", "project", "projects", "draft", "see_index", "page", "notes"),
    *("source_ideas", "teams_converging", "named_actors", "no_actor", "why_together"),
    *("needs", "confirmed", "hoped", "gap", "in_kind", "budget"),
    *("too_long", "too_long_at_least", "rest_on_screen", "more", "more_on_screen"),
    *("actor", "also_written", "mentions"),
    "cover_alt",  # text alternative of the cover's picture
)


@dataclass(frozen=True, slots=True)
class ReportRow:
    """One thing to check. `sources`: « document, place : quote », one line each."""

    title: str
    text: str
    sources: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class ReportSection:
    """`empty`: the sentence printed when there is nothing to check."""

    title: str
    lead: str
    rows: tuple[ReportRow, ...]
    empty: str


@dataclass(frozen=True, slots=True)
class Report:
    """The facilitator's own list of what to check: plain, printed, to be ticked by hand."""

    lang: str
    title: str
    subtitle: str
    intro: str
    confidentiality: str
    sections: tuple[ReportSection, ...]


@dataclass(frozen=True, slots=True)
class Printed:
    """A PDF, its number of pages, and what did not fit, as « part: excess in mm » pairs (empty when all is well)."""

    pdf: bytes
    pages: int
    overflows: tuple[tuple[str, float], ...] = ()
