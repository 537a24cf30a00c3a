"""Facts in words: places in documents, coverage, reasons. Translated when called."""

from collections.abc import Mapping, Sequence

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from semailles.intake.enums import IdeaKind
from semailles.publication.cues import reason_words
from semailles.publication.views import ExcerptView, FamilyView, IdeaView, Snapshot
from semailles.workshop.enums import FundingStatus, Level


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
    """The place, and whether the words were only in the notes below it."""
    return noted(locator_words(excerpt.locator), is_note=excerpt.is_note)


def noted(place: str, *, is_note: bool) -> str:
    return _("%(place)s, notes") % {"place": place} if is_note else place


def capitalised(name: str) -> str:
    """A role found in the middle of a sentence stands in a list: « habitants » becomes « Habitants »."""
    return name[:1].upper() + name[1:]


def printable(name: str) -> str:
    """A name as a page can hold it: no line break or control sign, whatever the disk allows."""
    return "".join(sign if sign.isprintable() else " " for sign in name)


def coverage(family: FamilyView, teams: int) -> str:
    return _("%(n)d teams out of %(total)d") % {"n": len(family.letters), "total": teams}


def explanation(family: FamilyView, full: Snapshot) -> str:
    """Why these ideas stand together: coverage, the strongest pair between teams with the words it shares, and chance."""
    sentences = [_("%(coverage)s, %(ideas)s.") % {"coverage": coverage(family, len(full.teams)), "ideas": ideas_words(len(family.ideas))}]
    pair = next((link for link in family.links if full.idea(link.a).letter != full.idea(link.b).letter), None)
    if pair:
        marks = {"a": full.idea(pair.a).mark, "b": full.idea(pair.b).mark, "score": f"{pair.score:.2f}".replace(".", _("."))}
        words = [word for word in pair.words if not word.startswith("≈")] or [word.removeprefix("≈ ") for word in pair.words]
        if words:
            sentence = _("Nearest pair: %(a)s and %(b)s (%(score)s), which share: %(words)s.")
            sentences.append(sentence % {**marks, "words": ", ".join(words[:5])})
        else:
            sentences.append(_("Nearest pair: %(a)s and %(b)s (%(score)s), with other words.") % marks)
    return " ".join(sentences)


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
