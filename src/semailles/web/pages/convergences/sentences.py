"""Where convergence stands, in a sentence or two."""

from collections.abc import Collection, Mapping

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from semailles.convergence.enums import Strength
from semailles.convergence.models import Family
from semailles.convergence.queries.evidence import Evidence, Pair
from semailles.convergence.queries.families import Reading
from semailles.publication.words import Nearest, explained, ideas_words, listed, teams_words

UNLIKELY = 0.1  # share of deals that meet as much, up to which chance explains little


def overview(counts: Mapping[str, int], read: Reading) -> str:
    """« 30 convergences : 3 fortes et 27 moyennes. 2 sont validées, 28 restent à lire. 85 idées… » `counts`: families by strength."""
    meeting = sum(count for strength, count in counts.items() if strength)
    parts = [words for strength, words in _by_strength(counts).items() if counts.get(strength)]
    alone = counts.get("", 0)
    known = ngettext("%(n)d convergence", "%(n)d convergences", meeting) % {"n": meeting}
    said = _("%(known)s: %(parts)s.") % {"known": known, "parts": listed(parts)} if parts else f"{known}."
    return " ".join(one for one in (said, _validated(read), _kept_in_sight(alone) if alone else "") if one)


def _validated(read: Reading) -> str:
    if not read.validated:
        return ""
    if not read.left:
        return _("All of them are validated.")
    validated = ngettext("%(n)d is validated", "%(n)d are validated", read.validated) % {"n": read.validated}
    left = ngettext("%(n)d is left to read", "%(n)d are left to read", read.left) % {"n": read.left}
    return f"{validated}, {left}."


def _kept_in_sight(alone: int) -> str:
    return ngettext(
        "%(n)d thing was seen by one team only: it stays in sight below.",
        "%(n)d things were seen by one team only: they stay in sight below.",
        alone,
    ) % {"n": alone}


def _by_strength(counts: Mapping[str, int]) -> Mapping[str, str]:
    strong, medium, weak = (counts.get(strength, 0) for strength in Strength)
    return {
        Strength.STRONG: ngettext("%(n)d strong one", "%(n)d strong ones", strong) % {"n": strong},
        Strength.MEDIUM: ngettext("%(n)d medium one", "%(n)d medium ones", medium) % {"n": medium},
        Strength.WEAK: ngettext("%(n)d weak one", "%(n)d weak ones", weak) % {"n": weak},
    }


def explanation(evidence: Evidence, teams: Collection[str]) -> str:
    """Why these ideas stand together; the figures are elsewhere on the page."""
    if len(evidence.letters) == 1:
        said = {"team": evidence.letters[0], "ideas": ideas_words(len(evidence.said))}
        return _("Team %(team)s alone says it: %(ideas)s. It may be what the others did not see.") % said
    pair = next((one for one in evidence.pairs if one.joins_teams), None)
    return explained(teams_words(len(evidence.letters), len(teams)), len(evidence.said), _nearest(pair) if pair else None)


def _nearest(pair: Pair) -> Nearest:
    return Nearest(pair.first.mark, pair.second.mark, [*pair.words, *(f"≈ {notion}" for notion in pair.notions)])


def dealt(family: Family) -> str:
    """« Quand on redistribue les équipes au hasard, elles se rejoignent autant ici 4 fois sur 100 : … »"""
    times = round(100 * family.chance)
    said = (
        ngettext(
            "When teams are dealt again at random among all the ideas, they meet as much here %(n)d time out of 100.",
            "When teams are dealt again at random among all the ideas, they meet as much here %(n)d times out of 100.",
            times,
        )
        if times
        else _("When teams are dealt again at random among all the ideas, they meet as much here less than once out of 100.")
    )
    verdict = (
        _("It is not because each of them has many ideas.")
        if family.chance <= UNLIKELY
        else _("Chance would often do as much: what they say is the evidence, not how many they are.")
    )
    return f"{said % {'n': times}} {verdict}"


def handful(evidence: Evidence) -> str:
    """« Sur 100 poignées de 4 idées tirées au hasard, 33 viendraient de moins d’équipes. »"""
    drawn = _("Of 100 handfuls of %(ideas)d ideas drawn at random among all, %(fewer)d would come from fewer teams than these.")
    return drawn % {"ideas": len(evidence.said), "fewer": round(100 * evidence.beyond_chance)}


def theme_overview(ideas: int, meeting: int, alone: int) -> str:
    said = [
        ngettext("%(n)d idea", "%(n)d ideas", ideas) % {"n": ideas},
        ngettext("%(n)d convergence", "%(n)d convergences", meeting) % {"n": meeting},
        ngettext("%(n)d thing seen by one team only", "%(n)d things seen by one team only", alone) % {"n": alone},
    ]
    return f"{listed(said)}."
