"""Why two ideas are set side by side: always as a question."""

from django.utils.translation import get_language, ngettext
from django.utils.translation import gettext as _

from semailles.convergence.enums import TensionKind
from semailles.convergence.queries.relations import Facing
from semailles.engines.relating import ChainWords, StepWords, chain_words
from semailles.publication.words import listed

LEXICONS = {TensionKind.DISPUTE: "disputes", TensionKind.OPPOSITE: "opposites"}


def overview(waiting: int, real: int) -> str:
    known = ngettext("%(n)d pair of ideas to be read side by side", "%(n)d pairs of ideas to be read side by side", waiting) % {
        "n": waiting
    }
    held = ngettext("%(n)d that people hold for real", "%(n)d that people hold for real", real) % {"n": real}
    held = held if real else _("none that people hold for real yet")
    return _("%(waiting)s, %(real)s. Nothing here is a fact: the computation only heard words that may clash.") % {
        "waiting": known,
        "real": held,
    }


def title(facing: Facing) -> str:
    """« Le seuil et le moulin », « Autoriser ou interdire : trottinettes », « Deux chiffres : cantines »."""
    tension = facing.tension
    about = listed(list(tension.about))
    if tension.kind == TensionKind.FIGURE:
        return _("Two figures of one thing? %(about)s") % {"about": about}
    name = _words(tension.kind, tension.axis).title
    return _("%(name)s: %(about)s") % {"name": name, "about": about} if about and tension.kind == TensionKind.OPPOSITE else name


def reason(facing: Facing) -> str:
    """« L’équipe A garde l’ouvrage, l’équipe B l’efface. Est-ce bien le même ? »"""
    tension, teams = facing.tension, {"first": facing.first.letter, "second": facing.second.letter}
    if tension.kind == TensionKind.FIGURE:
        figures = dict(zip(("one", "other"), tension.said, strict=True))
        return _("Team %(first)s writes « %(one)s », team %(second)s « %(other)s ». Is it the same thing?") % (teams | figures)
    sides = {step.key: step.says for step in _words(tension.kind, tension.axis).steps}
    said = _("Team %(first)s %(plus)s, team %(second)s %(minus)s. Do they speak of the same thing, and can both be?")
    if facing.first.letter == facing.second.letter:
        said = _("In team %(first)s, one idea %(plus)s, another %(minus)s. Do they speak of the same thing, and can both be?")
    return said % (teams | sides)


def _words(kind: str, axis: str) -> ChainWords:
    """As the lexicon of today calls it; by its bare name when it knows it no more."""
    known = chain_words((get_language() or "fr")[:2], LEXICONS[TensionKind(kind)])
    return known.get(axis) or ChainWords(axis, axis, (StepWords("plus", "…"), StepWords("minus", "…")))
