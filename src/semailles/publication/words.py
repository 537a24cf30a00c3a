"""Facts in words: places in documents, coverage, reasons. Translated when called."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import TypeVar

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from semailles.engines.covers import Cover
from semailles.intake.enums import IdeaKind
from semailles.publication.cues import reason_words
from semailles.publication.views import ExcerptView, FamilyView, IdeaView, Snapshot
from semailles.workshop.enums import FundingStatus, Level

Said = TypeVar("Said")

VERY_NEAR, NEAR, RATHER_NEAR = 0.45, 0.3, 0.2


def locator_words(locator: Mapping[str, int | str]) -> str:
    """« p. 4 », « diapo 3 », « feuille Actions, ligne 12 », « § 12 »."""
    if "page" in locator:
        return _("p. %(n)s") % {"n": locator["page"]}
    if "slide" in locator:
        return _("slide %(n)s") % {"n": locator["slide"]}
    if "row" in locator:
        row = _("row %(n)s") % {"n": locator["row"]}
        return _("sheet %(sheet)s, %(row)s") % {"sheet": locator["sheet"], "row": row} if "sheet" in locator else row
    return f"§ {locator.get('paragraph', 1)}"


def source_words(excerpt: ExcerptView) -> str:
    """The file's own name and the place in it."""
    return f"{printable(excerpt.document.path.rpartition('/')[2])}, {place_words(excerpt)}"


def place_words(excerpt: ExcerptView) -> str:
    """The place, whether the words were only in the notes below it, and whether the document hides them."""
    return noted(locator_words(excerpt.locator), is_note=excerpt.is_note, cover=excerpt.cover)


def place_in(path: str, locator: Mapping[str, int | str], *, is_note: bool, cover: Cover = Cover.NONE) -> str:
    """« rapport.docx, p. 4, notes », of a path and a locator."""
    return f"{printable(path.rpartition('/')[2])}, {noted(locator_words(locator), is_note=is_note, cover=cover)}"


def noted(place: str, *, is_note: bool, cover: Cover = Cover.NONE) -> str:
    said = _("%(place)s, notes") % {"place": place} if is_note else place
    return f"{said}, {cover_words(cover)}" if cover else said


def cover_words(cover: Cover) -> str:
    """« feuille masquée »."""
    words = {Cover.SHEET: _("hidden sheet"), Cover.ROW: _("hidden row"), Cover.COLUMN: _("hidden column")}
    return words.get(cover, "")


def capitalised(name: str) -> str:
    """A role found in the middle of a sentence stands in a list: « habitants » becomes « Habitants »."""
    return name[:1].upper() + name[1:]


def printable(name: str) -> str:
    """A name as a page can hold it: no line break or control sign, whatever the disk allows."""
    return "".join(sign if sign.isprintable() else " " for sign in name)


def coverage(family: FamilyView, teams: int) -> str:
    return teams_words(len(family.letters), teams)


def teams_words(count: int, total: int) -> str:
    return ngettext("%(n)d team out of %(total)d", "%(n)d teams out of %(total)d", count) % {"n": count, "total": total}


def one_a_team_first(said: Sequence[Said], letter: Callable[[Said], str]) -> list[Said]:
    """One of each team, then the others."""
    firsts = {letter(one): one for one in reversed(said)}
    return sorted(said, key=lambda one: firsts[letter(one)] is not one)


@dataclass(frozen=True, slots=True)
class Nearest:
    """The strongest pair between two teams: marks of the ideas, what they share (« ≈ covoiturage »: a notion that both evoke), similarity when it is to be told."""

    first: str
    second: str
    words: Sequence[str]
    score: float | None = None

    @property
    def ideas(self) -> str:
        pair = listed([self.first, self.second])
        return pair if self.score is None else f"{pair} ({figure(self.score)})"


def explanation(family: FamilyView, full: Snapshot) -> str:
    pair = next((link for link in family.links if full.idea(link.a).letter != full.idea(link.b).letter), None)
    nearest = Nearest(full.idea(pair.a).mark, full.idea(pair.b).mark, pair.words, pair.score) if pair else None
    return explained(coverage(family, len(full.teams)), len(family.ideas), nearest)


def explained(covered: str, ideas: int, pair: Nearest | None) -> str:
    """Why ideas stand together: coverage, the strongest pair between teams with the words it shares."""
    first = _("%(coverage)s, %(ideas)s.") % {"coverage": covered, "ideas": ideas_words(ideas)}
    return f"{first} {_paired(pair)}" if pair else first


def _paired(pair: Nearest) -> str:
    words = [word for word in pair.words if not word.startswith("≈")] or [word.removeprefix("≈ ") for word in pair.words]
    if words:
        return _("Nearest pair: %(pair)s, which share: %(words)s.") % {"pair": pair.ideas, "words": ", ".join(words[:5])}
    return _("Nearest pair: %(pair)s, with other words.") % {"pair": pair.ideas}


def figure(score: float) -> str:
    """« 0,48 »."""
    return f"{score:.2f}".replace(".", _("."))


def nearness(score: float) -> str:
    """How near two ideas are, in words; families are made of pairs from about 0.13 up."""
    if score >= VERY_NEAR:
        return _("Very near each other")
    if score >= NEAR:
        return _("Near each other")
    return _("Rather near each other") if score >= RATHER_NEAR else _("Loosely near each other")


def ideas_words(count: int) -> str:
    return ngettext("%(n)d idea", "%(n)d ideas", count) % {"n": count}


def reason(idea: IdeaView) -> str:
    """What made the machine suggest it."""
    return reason_words(idea.cues)


def level_words(level: str) -> str:
    if level in Level.values:
        return str(Level(level).label)
    return str(FundingStatus(level).label) if level in FundingStatus.values else level


def kind_words(kind: str) -> str:
    return str(IdeaKind(kind).label)


def listed(items: Sequence[str]) -> str:
    """« a, b et c »."""
    if len(items) < 2:  # noqa: PLR2004  # one item needs no « and »
        return "".join(items)
    return _("%(first)s and %(last)s") % {"first": ", ".join(items[:-1]), "last": items[-1]}
