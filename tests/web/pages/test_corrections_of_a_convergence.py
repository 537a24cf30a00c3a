"""Each gesture on a convergence is a plain form of its page; what is refused is said there, with what was typed."""

from typing import Any
from uuid import UUID
from zoneinfo import ZoneInfo

import pytest
from django.http import HttpResponse
from django.test import Client
from tests.web.scene import Scene
from tests.web.seen import text

from semailles.convergence.actions import validate_family
from semailles.convergence.models import Correction, Family, FamilyMember
from semailles.core.models import Person
from semailles.intake.models import Idea

Answer = HttpResponse
REASON = "Même bâtiment, même atelier."


def correct(browser: Client, family: Family, **typed: Any) -> Answer:
    return browser.post(f"/converger/{family.public_id}/corriger/", {"reason": REASON, **typed})


def ideas(family: Family) -> list[Idea]:
    return list(family.ideas.select_related("team").order_by("team__letter", "number"))


def marks(family: Family) -> list[str]:
    return [f"{idea.team.letter}{idea.number}" for idea in ideas(family)]


def stands_in(idea: Idea) -> Family:
    return FamilyMember.objects.get(idea=idea, family__is_current=True).family


def other_family(scene: Scene) -> Family:
    return Family.objects.of(scene.initiative).current().get(title__startswith="Replanter")


def log(scene: Scene) -> list[tuple[str, str]]:
    return list(Correction.objects.of(scene.initiative).order_by("pk").values_list("verb", "reason"))


def test_an_idea_is_moved_to_the_convergence_that_is_chosen(scene: Scene, browser: Client) -> None:
    idea, into = ideas(scene.family)[0], other_family(scene)

    answer = correct(browser, scene.family, ideas=[idea.public_id], gesture="move", to=into.public_id)

    assert answer["Location"] == f"/converger/{scene.family.public_id}/#corrections"
    assert stands_in(idea) == into
    assert log(scene) == [("moved idea", REASON)]


def test_an_idea_is_moved_beside_the_one_whose_mark_is_typed(scene: Scene, browser: Client) -> None:
    idea, into = ideas(scene.family)[0], other_family(scene)

    correct(browser, scene.family, ideas=[idea.public_id], gesture="move", mark=marks(into)[0].lower())

    assert stands_in(idea) == into


def test_one_idea_alone_stands_apart_and_several_with_a_title_split_the_convergence(scene: Scene, browser: Client) -> None:
    first, second, third = ideas(scene.family)

    correct(browser, scene.family, ideas=[third.public_id], gesture="apart")
    correct(browser, scene.family, ideas=[second.public_id], gesture="apart", title="La cuisine")

    assert [stands_in(idea).title for idea in (first, second)] == [scene.family.title, "La cuisine"]
    assert len({stands_in(idea).pk for idea in (first, second, third)}) == 3
    assert [verb for verb, _ in log(scene)] == ["moved idea", "split family"]


def test_two_ideas_are_kept_together_and_what_would_part_them_is_refused_on_the_page(scene: Scene, browser: Client) -> None:
    first, second, _ = ideas(scene.family)
    correct(browser, scene.family, ideas=[first.public_id, second.public_id], gesture="together")

    answer = correct(browser, scene.family, ideas=[first.public_id], gesture="never", other=f"{second.team.letter}{second.number}")

    seen = text(answer.content)
    assert answer.status_code == 422
    assert f"which local kept together on {Correction.objects.get().at.astimezone(ZoneInfo('Europe/Paris')):%-d %B %Y}" in seen
    assert "undo that gesture first" in seen
    assert answer.context["gestures"].ideas["other"].value() == f"{second.team.letter}{second.number}"
    assert log(scene) == [("joined ideas", REASON)]


def test_ideas_are_pinned_unpinned_and_one_is_quoted_first(scene: Scene, browser: Client) -> None:
    first, second, third = ideas(scene.family)

    correct(browser, scene.family, ideas=[first.public_id, second.public_id], gesture="pin")
    correct(browser, scene.family, ideas=[first.public_id], gesture="unpin")
    correct(browser, scene.family, ideas=[third.public_id], gesture="quote")

    pinned = FamilyMember.objects.filter(family=scene.family, is_pinned=True)
    assert [member.idea for member in pinned] == [second]
    assert Family.objects.get(pk=scene.family.pk).medoid == third


@pytest.mark.parametrize(
    ("typed", "sentence"),
    [
        ({"gesture": "pin"}, "Tick the ideas that the gesture is about."),
        ({"ideas": 1, "gesture": "move"}, "Choose the convergence, or give the mark of an idea that stands in it."),
        ({"ideas": 1, "gesture": "move", "mark": "Z99"}, "No idea bears the mark “Z99”."),
        ({"ideas": 1, "gesture": "together"}, "Tick two ideas, or give the mark of the other one."),
        ({"ideas": 3, "gesture": "never"}, "Two ideas are kept apart at a time"),
        ({"ideas": 2, "gesture": "quote"}, "One idea is quoted first: tick only that one."),
        ({"ideas": 3, "gesture": "apart", "title": "Tout"}, "leave it at least one"),
    ],
)
def test_what_misses_is_said_beside_its_form_and_nothing_moves(scene: Scene, browser: Client, typed: dict[str, Any], sentence: str) -> None:
    ticked = [idea.public_id for idea in ideas(scene.family)][: typed.pop("ideas", 0)]

    answer = correct(browser, scene.family, ideas=ticked, **typed)

    assert answer.status_code == 422
    assert sentence in text(answer.content)
    assert REASON in answer.content.decode()
    assert log(scene) == []


def test_when_one_of_several_ideas_may_not_move_none_does(scene: Scene, browser: Client) -> None:
    first, second, _ = ideas(scene.family)
    correct(browser, scene.family, ideas=[second.public_id], gesture="pin")

    answer = correct(browser, scene.family, ideas=[first.public_id, second.public_id], gesture="move", to=other_family(scene).public_id)

    assert "is pinned in" in text(answer.content)
    assert {stands_in(first), stands_in(second)} == {scene.family}
    assert [verb for verb, _ in log(scene)] == ["pinned idea"]


def test_a_title_and_a_theme_are_written_and_only_what_differs_is_a_correction(scene: Scene, browser: Client) -> None:
    address = f"/converger/{scene.family.public_id}/nommer/"
    theme = str(scene.family.theme.public_id) if scene.family.theme else ""

    browser.post(address, {"title": "Des champs aux cantines", "theme": theme, "reason": REASON})
    again = browser.post(address, {"title": "Des champs aux cantines", "theme": theme}, follow=True)
    browser.post(address, {"title": "Des champs aux cantines", "theme": ""})

    family = Family.objects.get(pk=scene.family.pk)
    assert (family.title, family.theme) == ("Des champs aux cantines", None)
    assert "Nothing has changed" in text(again.content)
    assert [verb for verb, _ in log(scene)] == ["renamed family", "chose theme"]


def test_an_empty_title_is_refused_in_its_form(scene: Scene, browser: Client) -> None:
    answer = browser.post(f"/converger/{scene.family.public_id}/nommer/", {"title": " "})

    assert answer.status_code == 422
    assert "Give it a title" in text(answer.content)


def test_a_convergence_is_merged_into_another_and_one_reads_on_there(scene: Scene, browser: Client) -> None:
    into = other_family(scene)

    answer = browser.post(f"/converger/{scene.family.public_id}/reunir/", {"to": into.public_id, "reason": REASON}, follow=True)

    assert answer.redirect_chain[-1][0] == f"/converger/{into.public_id}/#corrections"
    assert into.ideas.count() == 4
    assert f"“{scene.family.title}” now stands in “{into.title}”." in text(answer.content)


def test_a_convergence_is_validated_then_opened_again(scene: Scene, browser: Client) -> None:
    address = f"/converger/{scene.family.public_id}/valider/"

    validated = text(browser.post(address, {"wanted": "validate", "reason": "Vu en séance"}, follow=True).content)
    opened = text(browser.post(address, {"wanted": "reopen"}, follow=True).content)

    assert "no computation will move its ideas" in validated
    assert "This convergence is validated: open it again to move its ideas." in validated
    assert "“Vu en séance”" in validated
    assert "is open again" in opened
    assert [verb for verb, _ in log(scene)] == ["validated family", "reopened family"]


@pytest.mark.parametrize(
    ("wanted", "sentence", "verbs"),
    [
        ("validate", "is validated already: nothing has changed.", ["validated family"]),
        ("reopen", "is open already.", ["validated family", "reopened family"]),
    ],
)
def test_the_button_does_what_it_says_and_a_second_click_changes_nothing(
    scene: Scene, browser: Client, wanted: str, sentence: str, verbs: list[str]
) -> None:
    address = f"/converger/{scene.family.public_id}/valider/"
    if wanted == "reopen":
        browser.post(address, {"wanted": "validate"})

    browser.post(address, {"wanted": wanted})
    again = browser.post(address, {"wanted": wanted}, follow=True)

    assert sentence in text(again.content)
    assert [verb for verb, _ in log(scene)] == verbs


def test_a_button_that_says_nothing_changes_nothing(scene: Scene, browser: Client) -> None:
    answer = browser.post(f"/converger/{scene.family.public_id}/valider/", {})

    assert answer.status_code == 422
    assert "Choose: validate it, or open it again." in text(answer.content)
    assert log(scene) == []


def shown(browser: Client, family: Family) -> dict[str, str]:
    """What the form of the title and the theme shows."""
    form = browser.get(f"/converger/{family.public_id}/").context["gestures"].describe
    return {name: form[name].value() for name in ("title", "theme", "shown_title", "shown_theme")}


def test_a_theme_changed_in_an_older_tab_leaves_the_title_that_another_wrote(scene: Scene, browser: Client) -> None:
    address, older = f"/converger/{scene.family.public_id}/nommer/", shown(browser, scene.family)
    browser.post(address, {**older, "title": "Des champs aux cantines"})

    browser.post(address, {**older, "theme": ""})

    family = Family.objects.get(pk=scene.family.pk)
    assert (family.title, family.theme) == ("Des champs aux cantines", None)
    assert [verb for verb, _ in log(scene)] == ["renamed family", "chose theme"]


def test_two_titles_written_at_once_are_both_shown_and_the_person_chooses(scene: Scene, browser: Client) -> None:
    address, older = f"/converger/{scene.family.public_id}/nommer/", shown(browser, scene.family)
    browser.post(address, {**older, "title": "Des champs aux cantines"})

    clash = browser.post(address, {**older, "title": "La légumerie"})
    title = Family.objects.get(pk=scene.family.pk).title
    form = clash.context["gestures"].describe
    browser.post(address, {name: form[name].value() for name in older})

    assert (clash.status_code, title) == (409, "Des champs aux cantines")
    assert "Title Des champs aux cantines La légumerie" in text(clash.content)
    assert f'<a href="/converger/{scene.family.public_id}/">take what was kept</a>' in clash.content.decode()
    assert Family.objects.get(pk=scene.family.pk).title == "La légumerie"


def test_an_idea_of_a_validated_convergence_does_not_move_and_the_way_out_is_said(scene: Scene, browser: Client, local: Person) -> None:
    validate_family(scene.family, by=local)
    idea = ideas(scene.family)[0]

    answer = correct(browser, scene.family, ideas=[idea.public_id], gesture="apart")

    assert "was validated: reopen it first." in text(answer.content)
    assert stands_in(idea) == scene.family


def test_the_page_tells_what_was_corrected_and_undoes_it_there(scene: Scene, browser: Client) -> None:
    idea = ideas(scene.family)[0]
    correct(browser, scene.family, ideas=[idea.public_id], gesture="move", to=other_family(scene).public_id)
    page = f"/converger/{scene.family.public_id}/"
    correction = Correction.objects.get()

    before = text(browser.get(page).content)
    answer = browser.post(f"/converger/corrections/{correction.public_id}/annuler/", {"retour": scene.family.public_id})

    assert "corrected once" in before
    assert f"“{REASON}”" in before
    assert answer["Location"] == f"{page}#corrections"
    assert stands_in(idea) == scene.family
    assert "undone by somebody on this machine" in text(browser.get(page).content)


def test_an_idea_that_one_came_to_correct_is_ticked(scene: Scene, browser: Client) -> None:
    idea = ideas(scene.family)[1]

    page = browser.get(f"/converger/{scene.family.public_id}/?idee={idea.public_id}")

    assert page.context["gestures"].ideas["ideas"].value() == [str(idea.public_id)]
    assert [tick.said.idea for tick in page.context["ticks"] if "checked" in tick.box.tag()] == [idea]


def test_the_figures_are_one_click_away(scene: Scene, browser: Client) -> None:
    page = browser.get(f"/converger/{scene.family.public_id}/")

    seen = text(page.content)
    assert "Coverage: teams that say it 2 of 2 Balance (1: each team says as much)" in seen
    assert "Ideas of two teams, each the nearest of the other A2 ↔ B1 0.55 légumes, scolaires, cantines, maraîchers" in seen
    assert 'href="#chiffres"' in page.content.decode()


def test_a_family_of_elsewhere_is_not_corrected(scene: Scene, browser: Client) -> None:
    nowhere = UUID(int=7)

    answers = [browser.post(f"/converger/{nowhere}/{gesture}/") for gesture in ("corriger", "nommer", "reunir", "valider")]

    assert [answer.status_code for answer in answers] == [404, 404, 404, 404]
