"""What is typed is kept until it is taken: by the button, by a refusal, by a form that comes back."""

import re
import uuid

import pytest
from django.test import Client
from django.urls import reverse
from pytest_django import DjangoAssertNumQueries
from tests.web.scene import Scene
from tests.web.seen import text

from semailles.core.models import FormDraft, Person, SectionVersion
from semailles.workshop.models import Membership

KEY = "11111111-1111-4111-8111-111111111111"


def heading(scene: Scene) -> str:
    return reverse("section", args=[scene.project.number, "constat"])


def typed(scene: Scene, words: str = "Trois cantines.", key: str = KEY, **more: object) -> dict[str, object]:
    return {"draft_key": key, "draft_page": heading(scene), "draft_title": "Constat", "text": words, "based_on": 0, **more}


def kept() -> list[tuple[str, list[str], bool]]:
    return [(draft.page, draft.fields["text"], draft.was_refused) for draft in FormDraft.objects.all()]


def area(page: bytes) -> list[str]:
    return re.findall(r"<textarea[^>]*>\s*(.*?)</textarea>", page.decode(), re.DOTALL)


def test_a_draft_is_kept_without_scripts_and_given_back_in_its_form(scene: Scene, browser: Client) -> None:
    response = browser.post(reverse("draft-keep"), typed(scene))

    assert response["Location"] == f"{heading(scene)}?reprendre={KEY}"
    assert area(browser.get(response["Location"]).content) == ["Trois cantines."]
    assert area(browser.get(heading(scene)).content) == [""]
    assert not SectionVersion.objects.filter(text="Trois cantines.").exists()


def test_the_page_where_one_wrote_says_that_a_draft_waits(scene: Scene, browser: Client) -> None:
    browser.post(reverse("draft-keep"), typed(scene))

    page = browser.get(heading(scene)).content

    assert f"{heading(scene)}?reprendre={KEY}" in page.decode()
    assert "You had begun to write here on" in text(page)


def test_a_script_keeps_without_leaving_the_page(scene: Scene, browser: Client) -> None:
    answer = browser.post(reverse("draft-keep"), typed(scene), headers={"HX-Request": "true"})
    later = browser.post(reverse("draft-keep"), typed(scene, "Trois cantines sur quatre."), headers={"HX-Request": "true"})

    assert (answer.status_code, later.status_code) == (200, 200)
    assert kept() == [(heading(scene), ["Trois cantines sur quatre."], False)]


def test_a_draft_that_is_sent_goes_and_the_browser_learns_it(scene: Scene, browser: Client) -> None:
    browser.post(reverse("draft-keep"), typed(scene))

    response = browser.post(heading(scene), typed(scene))

    assert (response.status_code, kept()) == (302, [])
    assert response.cookies["draft_taken"].value == KEY


def test_a_form_that_comes_back_with_its_faults_is_kept_and_goes_on_as_the_same_draft(scene: Scene, browser: Client) -> None:
    page = browser.post(heading(scene), typed(scene, "x" * 100_001)).content.decode()

    assert [len(words[0]) for _page, words, _refused in kept()] == [100_001]
    assert f'name="draft_key" value="{KEY}"' in page


def test_what_two_people_wrote_at_once_waits_in_one_place_only(scene: Scene, browser: Client) -> None:
    browser.post(heading(scene), typed(scene, "Un.", key=str(uuid.uuid4())))

    response = browser.post(heading(scene), typed(scene, "Deux."))

    assert (response.status_code, kept()) == (409, [])


def test_a_rule_that_says_no_keeps_the_words_and_says_where(scene: Scene, browser: Client, local: Person) -> None:
    Membership.objects.of(scene.initiative).delete()

    response = browser.post(heading(scene), typed(scene))

    assert response.status_code == 403
    assert kept() == [(heading(scene), ["Trois cantines."], True)]
    assert "What you had written is kept" in text(response.content)


def test_words_sent_to_a_thing_that_is_gone_are_kept(scene: Scene, browser: Client) -> None:
    response = browser.post("/porter/999/rubriques/constat/", typed(scene))

    assert (response.status_code, kept()) == (404, [(heading(scene), ["Trois cantines."], True)])


def test_a_form_whose_secret_is_old_loses_nothing(scene: Scene) -> None:
    strict = Client(enforce_csrf_checks=True, headers={"Origin": "http://testserver"})
    strict.get("/")

    response = strict.post(heading(scene), typed(scene))

    assert response.status_code == 403
    assert kept() == [(heading(scene), ["Trois cantines."], True)]


@pytest.mark.parametrize("headers", [{"Origin": "https://ailleurs.example"}, {"Origin": "null"}, {"Sec-Fetch-Site": "cross-site"}])
def test_another_site_leaves_no_draft(scene: Scene, headers: dict[str, str]) -> None:
    strict = Client(enforce_csrf_checks=True, headers=headers)

    response = strict.post(heading(scene), typed(scene))

    assert (response.status_code, kept()) == (403, [])


def test_nobody_reads_nor_erases_the_draft_of_another(scene: Scene, browser: Client) -> None:
    other = Person.objects.create(name="Une autre")
    FormDraft.objects.create(
        person=other, key=KEY, page=heading(scene), title="Secret", fields={"text": ["Pas encore."]}, at="2026-01-01T00:00Z"
    )

    assert "Secret" not in browser.get(reverse("drafts")).content.decode()
    assert area(browser.get(f"{heading(scene)}?reprendre={KEY}").content) == [""]
    assert browser.post(reverse("draft-forget", args=[KEY])).status_code == 404
    assert FormDraft.objects.count() == 1


def test_the_list_of_drafts_shows_their_words_and_lets_go_of_one(scene: Scene, browser: Client) -> None:
    browser.post(reverse("draft-keep"), typed(scene))

    assert "Trois cantines." in text(browser.get(reverse("drafts")).content)
    answer = browser.post(reverse("draft-forget", args=[KEY]))
    assert answer.cookies["draft_taken"].value == KEY  # the browser's own copy goes with it
    assert "Nothing waits" in text(browser.get(reverse("drafts")).content)


@pytest.mark.parametrize("count", [1, 3])
def test_the_list_of_drafts_asks_as_much_of_one_as_of_three(
    count: int, scene: Scene, browser: Client, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    for _ in range(count):
        browser.post(reverse("draft-keep"), typed(scene, key=str(uuid.uuid4())))
    browser.get(reverse("drafts"))

    with django_assert_num_queries(5):
        page = browser.get(reverse("drafts")).content

    assert text(page).count("Read it") == count


def test_no_secret_is_kept_and_no_page_of_another_site(scene: Scene, browser: Client) -> None:
    browser.post(reverse("draft-keep"), {**typed(scene), "password": "motdepasse"})
    elsewhere = browser.post(reverse("draft-keep"), {**typed(scene), "draft_page": "//ailleurs.example/"})

    assert FormDraft.objects.get().fields == {"text": ["Trois cantines."], "based_on": ["0"]}
    assert elsewhere.status_code == 404


def test_a_draft_too_long_is_said_and_nothing_is_cut(scene: Scene, browser: Client) -> None:
    page = browser.post(reverse("draft-keep"), typed(scene, "x" * 400_001), headers={"HX-Request": "true"}).content

    assert "400002 signs, 400000 at most" in text(page)
    assert kept() == []
