"""Passages that say how far an actor is committed."""

import re
from collections.abc import Iterator, Sequence

from semailles.engines.blocks import Block
from semailles.engines.extracting.findings import ActorKind, ActorMention, CommitmentCue, Level, Span
from semailles.engines.extracting.flat import flattened
from semailles.engines.extracting.sentences import clauses, sentences

SHARING = r"(?:cofinanc|financ|particip|port|pilot|accueill|heberg|soutenir|soutien|signer|suivre|s'engag|s'associ|payer|paiera|preter|pretera|ceder|contribu|adher|rejoindre)\w*"
WITHDRAWAL = (
    r"\bs(?:e|') ?(?:est |sont )?(?:retire(?:nt|r|e|s|es)?|desengage(?:nt|e|s|es)?|desiste(?:nt|e|s|es)?)\b|\brenonce(?:nt)?\b|\b(?:a|ont) (?:\w+ )?renonce\b|\bjette(?:nt)? l'eponge\b"
    r"|\b(?:a|ont) (?:\w+ )?(?:dit|repondu|vote) (?:non|contre)\b|\b(?:a|ont) (?:\w+ )?refuse (?:son|sa|leur|le|la|l'|notre|cette|ce|de|d')"
    rf"|\brefuse(?:nt)? (?:de |d'){SHARING}|\bne (?:veu\w+|souhait\w+|peu\w+) (?:pas|plus) {SHARING}|\bn(?:e |'){SHARING}(?:(?<=ra)|(?<=ront)) (?:pas|plus)\b"
)
LEVELS: tuple[tuple[Level, float, re.Pattern[str]], ...] = tuple(
    (level, weight, re.compile(expression))
    for level, weight, expression in (
        (Level.WITHDRAWN, 0.9, WITHDRAWAL),
        (
            Level.TO_CONFIRM,
            0.9,
            r"\ba confirmer\b|\bsous reserve\b|\ben attente d(?:e|'|u) (?:\w+ )?(?:accord|reponse|confirmation|vote|deliberation|notification)\b",
        ),
        (
            Level.SOUGHT,
            0.8,
            r"\bsollicitee?s?\b|\b(?:demande|demander|demandons|a demande|attend) (?:de |une |d')?(?:aide|subvention|financement|soutien|participation)\b|\ba contacter\b|\bcontactee?s?\b|\bpressentie?s?\b|\bapproche[er]?s?\b",
        ),
        (
            Level.DECIDED,
            0.9,
            r"\b(?:a|ont|avons) (?:\w+ )?(?:decide d(?:e|')|vote|acte|signe|delibere|adopte|attribue|accorde|notifie|engage|valide)\b|\b(?:est|sont) (?:acquise?s?|accordee?s?|notifiee?s?|signee?s?|votee?s?)\b|\bs'est engagee? a\b|\bse sont engages a\b",
        ),
        (
            Level.ORAL,
            0.8,
            r"\b(?:a|ont) (?:\w+ )?(?:donne (?:son|leur|un) accord|dit oui|accepte|promis|confirme (?:son|sa|leur|le|la) (?:participation|financement|soutien|engagement|accord|concours|aide)|propose d'accueillir|mis a disposition)\b|\bs'engage(?:nt)? a\b|\b(?:est|sont) (?:\w+ )?(?:d'accord|prete?s? a|partante?s? pour|volontaires? pour|favorables? a)\b|\bse dit (?:prete?|interessee?)\b",
        ),
        (
            Level.ORAL,
            0.6,
            r"\b(?:financera|financeront|portera|porteront|pilotera|piloteront|accueillera|accueilleront|hebergera|fournira|prendra en charge|apportera|mettra a disposition)\b",
        ),
        (
            Level.DECIDED,
            0.6,
            r"\b(?:finance|financent|porte|portent|pilote|pilotent|heberge|hebergent|accueille|accueillent|cofinance|cofinancent|subventionne|prend en charge|met a disposition|mettent a disposition)\b",
        ),
    )
)
ROLES: tuple[tuple[str, re.Pattern[str]], ...] = tuple(
    (role, re.compile(expression))
    for role, expression in (
        ("finance", r"financ|subvention|budget|€|euros|verse|cofinanc|aide de|prend(?:ra)? en charge|fonds"),
        ("héberge", r"heberg|accueil|met(?:tra|tent)? a disposition|local|salle|terrain|batiment"),
        ("pilote", r"pilot|coordon|anime"),
        ("porte", r"\bport(?:e|ent|era|eront)\b|maitrise d'ouvrage|maitre d'ouvrage"),
        ("expertise", r"expert|etude|conseil technique|diagnostic|accompagn|ingenierie"),
        ("autorise", r"autoris|permis|arrete|derogation"),
        ("fournit", r"fourni|livr|prete|donne (?:du|des|le|la|les)|materiel"),
        ("relaie", r"relai|relay|communi|diffus|informe"),
    )
)
ACTOR_HEADER = re.compile(r"\b(?:qui|acteurs?|porteurs?|pilotes?|partenaires?|financeurs?|organismes?|structures?)\b")
PUBLIC_HEADER = re.compile(r"\b(?:pour qui|publics?|beneficiaires?)\b")
STATUS_HEADER = re.compile(
    r"\b(?:etat|avancement|statut|engagements?|accords?|reponses?|confirmation|suites?|remarques?|observations?|commentaires?)\b"
)
NOTHING = re.compile(
    r"\b(?:n'|ne )\w+(?:'\w+)? (?:\w+ ){0,2}(?:pas|plus|jamais|rien)\b|\b(?:refus\w*|renonc\w+|abandonn\w+|retir[ée]\w*)\b"
)
WISHED = re.compile(r"\b\w+(?:rait|raient|rions)\b|\b(?:si|il faut|doit|doivent|pourquoi|souhaite\w*|propose\w*|imagin\w+|reve\w*)\b|\?")


BEFORE_IF = re.compile(r"^(?:si|au cas ou|quand|tant que)\b")
STATED = frozenset({Level.DECIDED, Level.ORAL, Level.WITHDRAWN})
NEW_SUBJECT = re.compile(
    r"[;:.]|, (?:et |mais )?(?:la|le|les|l'|un|une|on|nous|il|elle|ils|elles|ce|cela|ca|chacun) ?(?:\w+ )?|\bet (?:il|elle|on|nous|ils|elles)\b"
)
COUNTED = re.compile(r"\d[\d  .]* $|\b(?:cent|cents|mille) $")
BESIDES = re.compile(r"\b(?:avec|par|pour|chez|selon|contre|sans|devant) (?:la |le |les |l'|un |une |des )?$")
JOINED = re.compile(r"^(?:,|,? (?:et|ainsi que|comme|ou)|,)? ?(?:la |le |les |l'|du |de la |des )?$")


def find_commitments(blocks: Sequence[Block], actors: Sequence[ActorMention]) -> list[CommitmentCue]:
    """One cue for each actor of a clause; who withdraws or says no is « retiré », another refusal gives nothing, a wish at most « sollicité »."""
    by_block: dict[int, list[ActorMention]] = {}
    for mention in actors:
        if mention.kind is not ActorKind.PERSON:
            by_block.setdefault(mention.span.block, []).append(mention)
    return [
        cue for at, mentions in sorted(by_block.items()) for span in _clauses(blocks[at]) for cue in _cues(blocks[at], at, span, mentions)
    ]


def _clauses(block: Block) -> list[tuple[int, int]]:
    """Sentences, cut at semicolons; a row stays whole."""
    if block.cells:
        return [(0, len(block.text))]
    return _clauses_of(block.text, 0, len(block.text))


def _clauses_of(text: str, first: int, last: int) -> list[tuple[int, int]]:
    """The clauses of a part of a text, by offsets in the whole text."""
    part = text[first:last]
    return [(first + begin, first + stop) for start, end in sentences(part) for begin, stop in clauses(part, start, end)]


def _cues(block: Block, at: int, span: tuple[int, int], mentions: Sequence[ActorMention]) -> Iterator[CommitmentCue]:
    start, end = span
    text = block.text[start:end]
    flat = flattened(text)
    said = next(((level, weight, found) for level, weight, pattern in LEVELS if (found := pattern.search(flat))), None)
    if said is None:
        return
    level, weight, found = said
    if level in STATED and (WISHED.search(flat) or BEFORE_IF.search(flat)):
        return
    if level is not Level.WITHDRAWN and NOTHING.search(flat):
        return
    here = [mention for mention in mentions if start <= mention.span.start and mention.span.end <= end]
    role = next((name for name, pattern in ROLES if pattern.search(flat)), "")
    words = (start + found.start(), start + found.end())
    committed = _in_row(block, here, words) if block.cells else _committed(block.text, here, words, level)
    for mention in committed:
        yield CommitmentCue(Span(at, start, end), text, mention.surface, role, level, weight)


def _in_row(block: Block, here: Sequence[ActorMention], said: tuple[int, int]) -> Sequence[ActorMention]:
    """The actors of the cell that says it; else, when a status says it, those of the column of actors."""
    cell = next((cell for cell in block.cells if cell.start <= said[0] < cell.end), None)
    if cell is None:
        return []
    written = _clauses_of(block.text, cell.start, cell.end)
    first, last = next(((start, end) for start, end in written if start <= said[0] < end), (cell.start, cell.end))
    inside = [mention for mention in here if first <= mention.span.start and mention.span.end <= last]
    if inside:
        return _committed(block.text, inside, said, Level.SOUGHT)
    return [mention for mention in here if _is_actor_cell(block, mention)] if STATUS_HEADER.search(flattened(cell.header)) else []


def _committed(text: str, here: Sequence[ActorMention], said: tuple[int, int], level: Level) -> Sequence[ActorMention]:
    """The actors in the same brackets; else the subject: the last actor named before the verb and those joined to it."""
    brackets = _brackets(text, said)
    for first, last in brackets:
        inside = [mention for mention in here if first <= mention.span.start and mention.span.end <= last]
        if inside:
            return inside
    before = [mention for mention in here if mention.span.end <= said[0] and _may_be_subject(text, mention, said[0])]
    if brackets:
        return before[-1:]
    if not before:
        return here if level in {Level.SOUGHT, Level.TO_CONFIRM} else []
    if level in STATED and NEW_SUBJECT.search(flattened(text[before[-1].span.end : said[0]])):
        return []
    return _joined(text, before)


def _may_be_subject(text: str, mention: ActorMention, said: int) -> bool:
    """No count of inhabitants, no source in brackets, no partner after « avec »."""
    before = flattened(text[: mention.span.start])
    inside = before.rfind("(") > before.rfind(")") and text.find(")", mention.span.end, said) >= 0
    return not (inside or COUNTED.search(before) or BESIDES.search(before))


def _joined(text: str, before: Sequence[ActorMention]) -> Sequence[ActorMention]:
    """« La Région, le Département et l'EPF »."""
    kept = [before[-1]]
    for mention in reversed(before[:-1]):
        if not JOINED.match(flattened(text[mention.span.end : kept[0].span.start])):
            break
        kept.insert(0, mention)
    return kept


def _brackets(text: str, said: tuple[int, int]) -> list[tuple[int, int]]:
    """The brackets around what is said, if any."""
    opened, closed = text.rfind("(", 0, said[0]), text.rfind(")", 0, said[0])
    end = text.find(")", said[1])
    return [(opened, end)] if opened > closed and end > 0 else []


def _is_actor_cell(block: Block, mention: ActorMention) -> bool:
    headers = [flattened(cell.header) for cell in block.cells if cell.start <= mention.span.start < cell.end]
    return any(ACTOR_HEADER.search(header) and not PUBLIC_HEADER.search(header) for header in headers)
