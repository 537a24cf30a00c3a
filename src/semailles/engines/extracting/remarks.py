"""Sentences that are no ideas and can feed a project sheet."""

import re
from collections.abc import Sequence

from semailles.engines.blocks import Block, BlockKind
from semailles.engines.extracting.findings import CandidateIdea, Heading, PlaceMention, Remark, Span
from semailles.engines.extracting.units import Sense, Unit

SHORTEST = 25
OUT = re.compile(
    r"\b(?:merci|remerci|bonjour|bonsoir|cordialement|ordre du jour|prochaine (?:reunion|seance)|excuse)|@|^(?:de|a|cc|objet|date) ?: "
)
PATTERNS: tuple[tuple[Heading, float, re.Pattern[str]], ...] = tuple(
    (heading, score, re.compile(expression))
    for heading, score, expression in (
        (
            Heading.EXAMPLES,
            0.8,
            r"\bcomme (?:a|au|aux|en|dans) [\w'-]+\b.{0,40}$|\bl'exemple d|\ba l'instar|\binspire d|\ba [\w'-]+,? (?:on|ils|cela|ca|c'est) (?:\w+ )?deja\b|\bd'autres (?:vallees|territoires|communes|villes)|\b(?:existe|se fait|fonctionne|marche) (?:deja|ailleurs)\b|\bretour d'experience|\bpar exemple a\b",
        ),
        (
            Heading.LAUNCH,
            0.8,
            r"\bdes (?:demain|maintenant|cette annee|la rentree|l'automne|le printemps)\b|\bpremiers? pas\b|\bpremieres? etapes?\b|\bcommencer par\b|\ba commencer par\b|\bpour (?:demarrer|commencer|lancer)\b|\bdans un premier temps\b|\bphase pilote\b|\betude de faisabilite\b",
        ),
        (
            Heading.OBSERVATION,
            0.7,
            r"\b\d+(?:[.,]\d+)? ?%|\b\d[\d  .,]{0,14} ?(?:€|euros|m€|hectares|ha|km|m²|m³|tonnes|kwh|mwh|habitants|emplois|logements|personnes|repas|millions?)\b|\bsur (?:deux|trois|quatre|cinq|dix)\b|\bdepuis (?:19|20)\d\d\b|\bmanque d|\ba (?:perdu|baisse|augmente|diminue|double|triple|ferme|disparu)\b|\bconstat",
        ),
        (
            Heading.STAKES,
            0.7,
            r"\b(?:afin (?:de|d'|que)|pour que|permettrait|permettra|permet de|enjeux?|il en va de|sans quoi|faute de quoi|sinon|risque)\b",
        ),
        (
            Heading.AUDIENCE,
            0.6,
            r"\b(?:a destination de|destinee?s? a|s'adresse|pour les (?:habitants|jeunes|familles|agriculteurs|personnes agees|seniors|saisonniers|eleves|enfants|entreprises|salaries|etudiants|touristes)|publics?|beneficiaires?)\b",
        ),
    )
)
FACTS_SCORE = 0.6


def find_remarks(
    blocks: Sequence[Block], units: Sequence[Unit], ideas: Sequence[CandidateIdea], places: Sequence[PlaceMention]
) -> list[Remark]:
    taken = {(idea.span.block, idea.span.start) for idea in ideas}
    located = {(place.span.block, place.span.start) for place in places}
    found = []
    for unit in units:
        if (unit.block, unit.start) in taken or unit.end - unit.start < SHORTEST or OUT.search(unit.flat):
            continue
        if unit.kind in {BlockKind.TITLE, BlockKind.HEADING}:
            continue
        said = _heading(unit, has_place=any(block == unit.block and unit.start <= start < unit.end for block, start in located))
        if said:
            found.append(Remark(Span(unit.block, unit.start, unit.end), blocks[unit.block].text[unit.start : unit.end], *said))
    return found


def _heading(unit: Unit, *, has_place: bool) -> tuple[Heading, float] | None:
    for heading, score, pattern in PATTERNS:
        if pattern.search(unit.flat):
            return heading, score
    if unit.heading_sense is Sense.BAD and any(
        word in unit.heading.lower() for word in ("constat", "diagnostic", "lieux", "vu", "partons", "contexte")
    ):
        return Heading.OBSERVATION, FACTS_SCORE
    return (Heading.PLACE, 0.5) if has_place else None
