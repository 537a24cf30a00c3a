"""Teams by letter."""

import itertools
import re
from collections.abc import Iterable

from semailles.engines.words import fold
from semailles.workshop.models import Initiative, Team

LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"
# « Équipe A - les riverains », « equipe_C_mobilités »; « Groupe L’eau » says none
SAID_LETTER = re.compile(r"(?:[ée]quipe|groupe?|team)[\s_-]+([a-z])(?![^\W_]|['’])", re.IGNORECASE)
# « D. Halles et savoir-faire »; « S.N.C.F. » says none
LEADING_LETTER = re.compile(r"([A-Z])\s*[.):_–-]\s*\w{2}")


def lettered_teams(initiative: Initiative) -> dict[str, Team]:
    """Teams that left something, by letter."""
    teams = {team.letter: team for team in Team.objects.of(initiative).exclude(letter="")}
    return {letter: teams[letter] for letter in in_order(teams)}


def in_order(letters: Iterable[str]) -> tuple[str, ...]:
    """A, B… Z, AA, AB…"""
    return tuple(sorted(letters, key=lambda letter: (len(letter), letter)))


def letter_of(rank: int) -> str:
    """A, B… Z, AA, AB…, from rank 0."""
    return LETTERS[rank] if rank < len(LETTERS) else LETTERS[rank // len(LETTERS) - 1] + LETTERS[rank % len(LETTERS)]


def fresh_letters(folders: Iterable[str], given: Iterable[str]) -> dict[str, str]:
    """For each folder the letter that its name says, when no other team bears it, else the next one free in the order of names."""
    ordered = sorted(folders, key=lambda folder: (fold(folder), folder))
    taken, found = set(given), dict[str, str]()
    for folder in ordered:
        letter = _said_letter(folder)
        if letter and letter not in taken:
            found[folder] = letter
            taken.add(letter)
    free = (letter for letter in map(letter_of, itertools.count()) if letter not in taken)
    return {folder: found.get(folder) or next(free) for folder in ordered}


def _said_letter(folder: str) -> str:
    said = SAID_LETTER.match(folder) or LEADING_LETTER.match(folder)
    return said[1].upper() if said else ""
