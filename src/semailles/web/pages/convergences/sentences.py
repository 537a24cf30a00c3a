"""Where convergence stands, in a sentence or two."""

from collections.abc import Collection, Mapping

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from semailles.convergence.enums import Strength
from semailles.convergence.queries.evidence import Evidence, Pair
from semailles.publication.words import Nearest, explained, ideas_words, listed, teams_words

UNLIKELY = 0.5  # share of draws that reach fewer teams, from which chance explains little


def overview(counts: Mapping[str, int]) -> str:
    """« 30 convergences : 3 fortes et 27 moyennes. 85 idées n’ont été dites que par une équipe. » `counts`: families by strength."""
    meeting = sum(count for strength, count in counts.items() if strength)
    parts = [words for strength, words in _by_strength(counts).items() if counts.get(strength)]
    alone = counts.get("", 0)
    known = ngettext("%(n)d convergence", "%(n)d convergences", meeting) % {"n": meeting}
    said = _("%(known)s: %(parts)s.") % {"known": known, "parts": listed(parts)} if parts else f"{known}."
    return f"{said} {_kept_in_sight(alone)}" if alone else said


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


def chance(evidence: Evidence) -> str:
    """« Sur 100 poignées de 4 idées tirées au hasard, 33 viendraient de moins d’équipes : … »"""
    drawn = _("Of 100 handfuls of %(ideas)d ideas drawn at random among all, %(fewer)d would come from fewer teams than these.")
    verdict = (
        _("Chance seldom brings so many teams together.")
        if evidence.beyond_chance >= UNLIKELY
        else _("Chance often brings as many teams together: what they say is the evidence, not how many they are.")
    )
    return f"{drawn % {'ideas': len(evidence.said), 'fewer': round(100 * evidence.beyond_chance)}} {verdict}"


def theme_overview(ideas: int, meeting: int, alone: int) -> str:
    said = [
        ngettext("%(n)d idea", "%(n)d ideas", ideas) % {"n": ideas},
        ngettext("%(n)d convergence", "%(n)d convergences", meeting) % {"n": meeting},
        ngettext("%(n)d thing seen by one team only", "%(n)d things seen by one team only", alone) % {"n": alone},
    ]
    return f"{listed(said)}."
