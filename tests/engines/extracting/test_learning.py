"""What people decide of passages changes what is suggested next."""

from semailles.engines.blocks import Block, BlockKind, Locator
from semailles.engines.extracting import extract
from semailles.engines.extracting.findings import Taught
from semailles.engines.extracting.judging import judge
from semailles.engines.extracting.learned import FARTHEST, by_hand, shipped, weights_after
from semailles.engines.extracting.training import examples, fit, written
from semailles.engines.extracting.units import units

PLACES = ("halle", "poste", "gare", "mairie", "crèche", "piscine", "salle", "place", "cour", "rue")
ERRANDS = tuple(Taught(f"installer un panneau devant la {place}", is_idea=False, block=BlockKind.ITEM) for place in PLACES)
KEPT = tuple(Taught(f"un banc de pierre devant la {place}", is_idea=True, block=BlockKind.ITEM) for place in PLACES)


def _score(text: str, taught: tuple[Taught, ...]) -> float:
    blocks = [Block("Feuille 3", BlockKind.HEADING, Locator()), Block(text, BlockKind.ITEM, Locator())]
    return judge(blocks, units(blocks), weights_after(tuple(taught)))[-1].score


def test_what_resembles_ten_errands_set_aside_scores_lower() -> None:
    panel = "installer un panneau près du lavoir"

    assert _score(panel, ERRANDS) < _score(panel, ())


def test_what_resembles_what_was_kept_scores_higher() -> None:
    bench = "un banc de pierre près du lavoir"

    assert _score(bench, KEPT) > _score(bench, ())


def test_without_corrections_nothing_changes() -> None:
    blocks = [Block("Il faut planter des haies le long du canal.", BlockKind.PARAGRAPH, Locator())] * 4

    assert extract(blocks, taught=()) == extract(blocks)
    assert weights_after(()) is shipped()


def test_corrections_teach_the_same_in_any_order() -> None:
    assert weights_after((*ERRANDS, *KEPT)) == weights_after((*reversed(KEPT), *reversed(ERRANDS)))


def test_corrections_move_no_weight_too_far() -> None:
    before, after = shipped(), weights_after(ERRANDS * 50)

    assert max(abs(weight - before.get(code, 0.0)) for code, weight in after.items()) <= FARTHEST


def test_the_shipped_weights_are_those_that_training_gives() -> None:
    lines = written(fit(list(examples()))).splitlines()

    assert dict(shipped()) == {**by_hand(), **{code: float(weight) for code, weight in map(_cut, lines)}}


def _cut(line: str) -> tuple[str, str]:
    code, _, weight = line.rpartition(",")
    return code.strip('"').replace('""', '"'), weight
