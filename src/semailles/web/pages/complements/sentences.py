"""Why teams complete each other, as one reads it aloud."""

from collections.abc import Sequence

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from semailles.convergence.queries.relations import Joined, Place, Told
from semailles.publication.words import listed


def overview(told: Sequence[Told]) -> str:
    """« 14 chaînes, 51 liens entre équipes. »"""
    ties = sum(len(one.ties) for one in told)
    return _("%(chains)s, %(ties)s: what one team leaves off, another takes up. The computation suggests them; read, then say.") % {
        "chains": ngettext("%(n)d chain", "%(n)d chains", len(told)) % {"n": len(told)},
        "ties": ngettext("%(n)d link between teams", "%(n)d links between teams", ties) % {"n": ties},
    }


def reason(told: Told) -> str:
    """« L’équipe B (comme D) garde la terre qui les produira ; l’équipe A les lave. »"""
    said = "; ".join(_who(place.letters, place) for place in told.places)
    return f"{said[:1].upper()}{said[1:]}."


def tie(joined: Joined) -> str:
    """« L’équipe A produit du bois, l’équipe C construit en bois. »"""
    first, second = (_who((one.letter,), place) for one, place in zip((joined.first, joined.second), joined.steps, strict=True))
    said = f"{first}, {second}"
    return f"{said[:1].upper()}{said[1:]}."


def _who(letters: Sequence[str], place: Place) -> str:
    first, *others = letters
    values = {"team": first, "others": listed(others), "does": place.says}
    return _("team %(team)s (like %(others)s) %(does)s") % values if others else _("team %(team)s %(does)s") % values
