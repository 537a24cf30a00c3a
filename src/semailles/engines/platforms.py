"""Tables that other platforms export, known by the names of their columns, whatever the order, the separator or the language."""

import re
from collections.abc import Iterable, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from enum import StrEnum
from html import unescape

from semailles.engines.words import fold

LOOKED_AT = 40  # first rows, which tell what a table is
_WORD_TAG = re.compile(r"</?(?:a|b|em|i|span|strong|u)\b[^<>]*>", re.IGNORECASE)  # inside a sentence, where it cuts no word
_TAG = re.compile(r"</?(?:br|div|h\d|img|li|ol|p|ul)\b[^<>]*>", re.IGNORECASE)
_LANGUAGE = re.compile(r"[a-z]{2}(?: [a-z]{2})?")


class Platform(StrEnum):
    """What the table comes from."""

    DECIDIM = "decidim"
    POLIS = "polis"
    ADHOCRACY = "adhocracy"
    TET = "territoires-en-transitions"
    BOARD = "board"  # sticky notes, of any vendor


@dataclass(frozen=True, slots=True)
class KnownTable:
    """`header` and `first`: ranks, from 0, of the row of labels and of the first row below it that is read."""

    platform: Platform
    header: int
    first: int


AXIS, ACTIONS = "axe (x)", ("titre de l'action", "titre de la fiche action")
NOTES = ("text", "texte", "note", "content", "contenu", "idee", "idea", "sticky note", "sticky text", "post it", "postit")
NOTE_TITLES = ("titre", "title")
FEWEST_WORDS = 3  # of a note that says something
COLOURS = ("couleur", "color", "colour", "bg color", "background color", "note color", "sticky color", "couleur de fond")
ZONES = (
    *("frame", "frame name", "cadre", "zone", "area", "board", "board name", "tableau", "cluster", "group", "groupe"),
    *("colonne", "column", "lane", "section"),
)
AUTHORS = ("auteur", "autrice", "author", "created by", "cree par", "creator", "participant", "last updated by")
TAGS = ("tag", "tags", "etiquette", "etiquettes", "label", "labels", "theme", "categorie", "category", "dimension")
VOTES, LIKES = ("vote", "votes", "nombre de votes"), ("like", "likes", "j'aime", "reactions")
ACROSS, DOWN = ("x", "position x"), ("y", "position y")
_DECIDIM_PLACES = ("component/id", "participatory space/id", "category/id", "scope/id")
ADHOCRACY_TITLES, ADHOCRACY_TEXTS = ("name", "title", "titel", "nom", "titre"), ("description", "beschreibung")
CREATORS = ("creator", "created by", "verfasst von", "erstellt von", "ersteller*in", "createur", "auteur")
POSITIVE = ("positive ratings", "positive bewertungen", "evaluations positives")
NEGATIVE = ("negative ratings", "negative bewertungen", "evaluations negatives")
REFERENCES = ("reference no", "referenznummer", "referenz nr", "numero de reference")


def column_name(label: str) -> str:
    """« Comment-ID », « comment_id » and « comment id » are one name."""
    return re.sub(r"[\s_-]+", " ", fold(label)).strip(" :*.")


def without_tags(text: str) -> str:
    """The words of a rich text. A text without tags is given back as it is."""
    bare = _TAG.sub(" ", _WORD_TAG.sub("", text)) if "<" in text else text
    return text if bare == text else " ".join(unescape(bare).split())


def translated(names: Iterable[str], field: str) -> list[tuple[str, str]]:
    """The columns of a field, as (language, name): « title », then « title/fr », « title/en », then the others in alphabetical order."""
    found = [("", field)] if field in set(names) else []
    langs = [name.removeprefix(f"{field}/") for name in names if name.startswith(f"{field}/")]
    ordered = sorted((lang for lang in langs if _LANGUAGE.fullmatch(lang)), key=lambda lang: (lang != "fr", lang != "en", lang))
    return [*found, *((lang[:2], f"{field}/{lang}") for lang in ordered)]


def known_table(rows: Sequence[Sequence[str]], *, may_be_board: bool = True) -> KnownTable | None:
    """The first rows of a table → whose export it is, or None for everybody's own tables. `may_be_board`: False for workbooks, where people make such tables by hand."""
    names = [[column_name(label) for label in row] for row in rows[:2]]
    if len(names) > 1 and names[1][:1] == [AXIS] and set(ACTIONS) & set(names[1]):
        return KnownTable(Platform.TET, 1, 3)
    found = _platform(set(names[0])) if names else None
    if found is None and names and may_be_board and _is_board(set(names[0])) and _holds_sentences(names[0], rows[1:LOOKED_AT]):
        found = Platform.BOARD
    return KnownTable(found, 0, 1) if found else None


def _platform(names: AbstractSet[str]) -> Platform | None:
    if {"comment id", "comment body"} <= names:
        return Platform.POLIS
    if _is_decidim(names):
        return Platform.DECIDIM
    return Platform.ADHOCRACY if _is_adhocracy(names) else None


def _is_decidim(names: AbstractSet[str]) -> bool:
    titles, bodies = translated(names, "title"), translated(names, "body")
    if not titles or not bodies:
        return False
    return bool(names & set(_DECIDIM_PLACES)) or bool(titles[-1][0] and bodies[-1][0])


def _is_adhocracy(names: AbstractSet[str]) -> bool:
    of_people = bool(names & set(CREATORS)) + bool(names & set(POSITIVE)) + bool(names & set(REFERENCES))
    return "link" in names and bool(names & set(ADHOCRACY_TITLES)) and bool(names & set(ADHOCRACY_TEXTS)) and of_people > 1


def _is_board(names: AbstractSet[str]) -> bool:
    """A note, where it stands or its colour, and one more sign that it was pinned on a board."""
    stands = [bool(names & set(COLOURS)), bool(names & set(ZONES)), bool(names & set(ACROSS) and names & set(DOWN))]
    others = [bool(names & set(signs)) for signs in (AUTHORS, TAGS, VOTES, LIKES)]
    return bool(names & {*NOTES, *NOTE_TITLES}) and any(stands) and sum((*stands, *others)) > 1


def _holds_sentences(names: Sequence[str], rows: Sequence[Sequence[str]]) -> bool:
    """« Note » is a mark as often as a sticky note."""
    columns = [place for place, name in enumerate(names) if name in {*NOTES, *NOTE_TITLES}]
    cells = [row[place] for row in rows for place in columns if place < len(row) and row[place].strip()]
    return sum(len(cell.split()) >= FEWEST_WORDS for cell in cells) * 3 >= len(cells) > 0
