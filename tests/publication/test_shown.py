"""Others than the facilitator are told nothing that a workbook hides and that nobody kept."""

from dataclasses import replace

from tests.publication.test_audiences import FARM, NADIA, PAPER, excerpt, idea, synthesis

from semailles.engines.covers import Cover, cover_of
from semailles.publication.audiences import for_working_document
from semailles.publication.shown import shown
from semailles.publication.views import ActorView, BudgetView, CostView, ExcerptView, FamilyView, IdeaView, ProjectView, Snapshot
from semailles.publication.words import source_words

POOL, HEDGE = "Vendre la piscine", "Planter une haie"


def hidden(quote: str) -> ExcerptView:
    return replace(excerpt(quote), cover=Cover.SHEET)


def under_cover(*more: ExcerptView, is_validated: bool = False) -> IdeaView:
    return replace(idea(POOL), id="h", mark="B1", letter="B", sources=(hidden(POOL), *more), is_validated=is_validated)


def together(one: IdeaView, *actors: ActorView) -> Snapshot:
    """The hidden idea names the convergence that it makes with one that is shown, and the draft sheet of both."""
    full = synthesis(idea(HEDGE), *actors)
    family = replace(full.families[0], title=POOL, medoid="h", ideas=("h", "i"), letters=("A", "B"))
    sheet = ProjectView("s", 1, POOL, "", "f", ("h", "i"), {"constat": (hidden(POOL),)}, ())
    alone = replace(sheet, id="t", family="", ideas=("h",))
    ideas = (*full.ideas, one)
    return replace(full, ideas=ideas, by_id={each.id: each for each in ideas}, families=(family,), projects=(sheet, alone))


def test_a_hidden_idea_leaves_everything_that_it_had_a_part_in() -> None:
    told = shown(together(under_cover()))

    assert [one.id for one in told.ideas] == ["i"]
    assert told.families == (FamilyView("f", HEDGE, "", "i", ("i",), ("A",), (), 0, 0, ""),)
    assert [(sheet.id, sheet.title, sheet.ideas, sheet.statements) for sheet in told.projects] == [("s", HEDGE, ("i",), {})]


def test_a_hidden_idea_that_a_person_kept_is_printed_with_its_place() -> None:
    working = for_working_document(together(under_cover(is_validated=True)))

    assert source_words(working.idea("h").sources[0]) == "notes.txt, § 1, hidden sheet"


def test_an_idea_that_also_stands_in_plain_sight_is_told_from_there() -> None:
    told = shown(together(under_cover(excerpt(POOL))))

    assert told.idea("h").sources == (excerpt(POOL),)


def test_whom_hidden_words_alone_name_is_not_told() -> None:
    mill = ActorView("m", "Le Moulin", "organisation", "", (), (hidden("Le Moulin"),))
    farm = replace(FARM, mentions=(*FARM.mentions, hidden("la ferme")))

    assert shown(together(under_cover(), NADIA, farm, mill)).actors == (NADIA, FARM)


def test_a_budget_read_under_a_cover_waits_until_a_person_takes_it() -> None:
    read = BudgetView(costs=(CostView("Études", 4000, "", hidden("Études | 4000")),), is_found=True)
    taken = BudgetView(costs=(CostView("Études", 4000, ""),))

    assert [shown(replace(synthesis(idea(HEDGE)), budget=one)).budget for one in (read, taken)] == [BudgetView(), taken]


def test_where_nothing_is_hidden_nothing_changes() -> None:
    full = synthesis(idea(HEDGE), NADIA, FARM)

    assert shown(full) == full
    assert PAPER in full.documents


def test_words_are_hidden_by_the_sheet_the_row_or_a_column_they_stand_in() -> None:
    cells = (("Action", 0, 7), ("Coût (colonne masquée)", 10, 14))

    found = [
        cover_of(path, cells, *span)
        for path, span in (((), (0, 7)), ((), (0, 14)), (("Ligne masquée",), (0, 7)), (("Feuille masquée", "Ligne masquée"), (0, 7)))
    ]

    assert found == ["", "column", "row", "sheet"]
