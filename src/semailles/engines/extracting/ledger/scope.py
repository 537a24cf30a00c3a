"""Whose budget it is: the process's own, or that of a project or of anything else. Only the first is kept; the signs that weighed are told."""

import re
from collections.abc import Iterator, Sequence

from semailles.engines.blocks import Block, BlockKind
from semailles.engines.extracting.findings import Cue, Side
from semailles.engines.extracting.flat import flattened
from semailles.engines.extracting.ledger.entries import Shape, is_statement
from semailles.engines.extracting.ledger.sections import Section, sides_of
from semailles.engines.extracting.ledger.words import any_of, whole_words

THRESHOLD = 3.0
ABOVE = 4  # blocks looked at above a budget
OPENING = 3  # blocks that tell what the document is
MOST_COSTS = 3  # labels of one family that weigh
BUDGET = whole_words("titles", "budget")
NAMED = re.compile(
    rf"{any_of('titles', 'budget')}(?: \w+)? (?:de |du |d'|pour |of |for )?(?:la |le |l'|cette |notre |ce |the |this )?{any_of('process', 'named')}"
)
OF_PROJECT = re.compile(
    rf"(?:{any_of('titles', 'budget')}|couts?|financements?|depenses?)(?: previsionnel\w*)? (?:du |des |de l'|de chaque |par )(?:projet|action|operation|fiche|chantier|travaux|amenagement)"
)
PROCESS_COSTS, PROJECT_COSTS = whole_words("process", "costs"), whole_words("project", "costs")
FOUNDING, DOCUMENT = whole_words("process", "founding"), whole_words("process", "document")
BODIES = whole_words("process", "bodies")
PROJECT_HEADING = re.compile(rf"^{any_of('project', 'headings')}(?!\w)|(?<!\w)(?:projet|fiche|action) (?:n|no|n°|:|[0-9])")


def signs(blocks: Sequence[Block], budget: Sequence[Section], *, decided: str) -> list[Cue]:
    """`decided`: the words of the document that decide to finance the process, or ""."""
    found = list(_around(blocks, budget))
    if decided:
        found.append(Cue("decided", decided, 2.5))
    found += _costs(budget)
    return found


def is_of_process(cues: Sequence[Cue]) -> bool:
    return sum(cue.weight for cue in cues) >= THRESHOLD


def _around(blocks: Sequence[Block], budget: Sequence[Section]) -> Iterator[Cue]:
    first, last = budget[0].head, budget[-1].blocks[-1]
    above = [blocks[at].text for at in range(max(0, first - ABOVE), first)]
    titles = [
        *blocks[first].path,
        blocks[first].locator.sheet or "",
        *(text for text in above if BUDGET.search(flattened(text))),
        blocks[first].text,
    ]
    flat = [flattened(title) for title in titles]
    if named := next((title for title, one in zip(titles, flat, strict=True) if NAMED.search(one)), ""):
        yield Cue("named", named, 3.0)
    if foreign := next((title for title, one in zip(titles, flat, strict=True) if OF_PROJECT.search(one)), ""):
        yield Cue("of-project", foreign, -3.0)
    elif heading := _heading_above(blocks, first):
        is_project = bool(PROJECT_HEADING.search(flattened(heading)))
        yield Cue("under-project" if is_project else "under-other", heading, -3.0 if is_project else -1.0)
    near = [block.text for block in blocks[max(0, first - ABOVE) : last + ABOVE + 1]]
    if statement := next((text for text in near if is_statement(text)), ""):
        yield Cue("apart", statement, 1.5)
    yield from _document([block.text for block in blocks[:OPENING]])
    if body := next((found.group() for block in blocks if (found := BODIES.search(flattened(block.text)))), ""):
        yield Cue("bodies", body, 0.5)


def _document(opening: Sequence[str]) -> Iterator[Cue]:
    """What the document says it is, in its first lines."""
    for code, pattern, weight in (("founding", FOUNDING, 1.5), ("document", DOCUMENT, 0.5)):
        if said := next((text for text in opening if pattern.search(flattened(text))), ""):
            yield Cue(code, said, weight)
            return


def _heading_above(blocks: Sequence[Block], first: int) -> str:
    """The nearest heading above that is neither the budget's own nor of the process; "" when there is none."""
    near = [block.text for block in blocks[max(0, first - ABOVE) : first] if block.kind in {BlockKind.HEADING, BlockKind.TITLE}]
    for heading in (*reversed(blocks[first].path), *reversed(near)):
        flat = flattened(heading)
        if not sides_of(heading) and not BUDGET.search(flat):
            return "" if heading == blocks[0].text or heading.endswith("?") or DOCUMENT.search(flat) or BODIES.search(flat) else heading
    return ""


def _costs(budget: Sequence[Section]) -> list[Cue]:
    """Each label counts once, for the family it names first."""
    labels = [
        one.label
        for section in budget
        for one in section.entries
        if one.shape is Shape.LINE and (one.side or section.sides[0]) is Side.COST
    ]
    found: dict[str, list[str]] = {"process-cost": [], "project-cost": []}
    for label in labels:
        process, project = PROCESS_COSTS.search(flattened(label)), PROJECT_COSTS.search(flattened(label))
        if process and (project is None or process.start() <= project.start()):
            found["process-cost"].append(label)
        elif project:
            found["project-cost"].append(label)
    weights = {"process-cost": 0.9, "project-cost": -1.5}
    return [Cue(code, label, weights[code]) for code, those in found.items() for label in those[:MOST_COSTS]]
