"""A heading that several write: versions, what changed, and two tabs that save at once."""

import re

from django.test import Client
from django.urls import reverse
from tests.web import seen
from tests.web.scene import Scene

from semailles.core.models import Person, SectionDraft, SectionVersion
from semailles.core.texts.errors import LONGEST_TEXT
from semailles.projects.actions.remarks import close_remark, remark
from semailles.projects.entries import RemarkEntry
from semailles.publication.audiences import for_working_document
from semailles.publication.queries import snapshot
from semailles.publication.roadmap.sheets import sheets


def address(scene: Scene, name: str = "section", *more: object) -> str:
    return reverse(name, args=[scene.project.number, "constat", *more])


def texts() -> list[str]:
    return list(SectionVersion.objects.filter(section__slot="constat").order_by("rank").values_list("text", flat=True))


def test_a_heading_is_written_and_every_version_stays(scene: Scene, browser: Client) -> None:
    browser.post(address(scene), {"text": "Trois cantines sur quatre.", "based_on": 0})
    response = browser.post(address(scene), {"text": "Trois cantines sur cinq.", "based_on": 1})

    assert response["Location"] == f"/porter/{scene.project.number}/#observation"
    assert texts() == ["Trois cantines sur quatre.", "Trois cantines sur cinq."]
    page = browser.get(address(scene, "section-versions")).content.decode()
    assert "Trois cantines sur <del>quatre</del><ins>cinq</ins>." in page


def test_who_writes_a_heading_has_the_words_of_the_teams_in_sight(scene: Scene, browser: Client) -> None:
    said = [one.quote.replace("'", "’") for one in scene.project.statements.filter(section="description")]
    page = browser.get(reverse("section", args=[scene.project.number, "description"])).content.decode()

    assert sorted(re.findall(r'<blockquote class="quote \w"[^>]*><p>(.*?)</p>', page)) == sorted(said)
    assert page.index("What the teams say") < page.index("<textarea")


def test_two_tabs_get_a_page_that_brings_them_together(scene: Scene, browser: Client) -> None:
    browser.post(address(scene), {"text": "Un.\nDeux.\nTrois.", "based_on": 0})
    browser.post(address(scene), {"text": "Un, corrigé.\nDeux.\nTrois.", "based_on": 1})

    response = browser.post(address(scene), {"text": "Un.\nDeux.\nTrois, précisé.", "based_on": 1})

    page = response.content.decode()
    assert response.status_code == 409
    assert re.findall(r"<textarea[^>]*>\s*(.*?)</textarea>", page, re.DOTALL) == ["Un, corrigé.\nDeux.\nTrois, précisé."]
    draft = SectionDraft.objects.get(section__slot="constat")
    merged = browser.post(address(scene, "section-merge", draft.public_id), {"text": "Un, corrigé.\nDeux.\nTrois, précisé.", "based_on": 2})
    assert merged.status_code == 302
    assert texts()[-1] == "Un, corrigé.\nDeux.\nTrois, précisé."


def test_a_text_that_waits_is_said_on_the_heading(scene: Scene, browser: Client) -> None:
    for text, based_on in (("Un.", 0), ("Un bis.", 1), ("Un ter.", 1)):
        browser.post(address(scene), {"text": text, "based_on": based_on})

    assert "A second text waits to be brought together with this one." in browser.get(address(scene)).content.decode()
    browser.post(address(scene, "section-draft-aside", SectionDraft.objects.get(section__slot="constat").public_id))
    assert "A second text waits" not in browser.get(address(scene)).content.decode()
    assert texts() == ["Un.", "Un bis."]


def test_an_earlier_text_stands_again(scene: Scene, browser: Client) -> None:
    for text, based_on in (("Avant.", 0), ("Après.", 1)):
        browser.post(address(scene), {"text": text, "based_on": based_on})

    browser.post(address(scene, "section-restore", 1))

    assert texts() == ["Avant.", "Après.", "Avant."]


def test_a_text_that_is_too_long_is_said_and_kept(scene: Scene, browser: Client) -> None:
    response = browser.post(address(scene), {"text": "a" * 100_001, "based_on": 0})

    assert response.status_code == 422
    assert "holds 100001 signs, 100000 at most" in response.content.decode()
    assert "a" * 100_001 in response.content.decode()


def test_reading_a_heading_writes_nothing(scene: Scene, browser: Client, local: Person) -> None:
    browser.get(address(scene))
    browser.get(address(scene, "section-versions"))

    assert texts() == []


def test_what_the_group_wrote_is_printed_first_and_signed_persons_masked(scene: Scene, browser: Client) -> None:
    browser.post(address(scene), {"text": "Trois cantines sur cinq.\n\nÉcrire à jo@orve.example.", "based_on": 0})

    (sheet,) = [one for one in sheets(for_working_document(snapshot(scene.initiative))) if one.number == scene.project.number]
    (section,) = [one for one in sheet.sections if one.key == "constat"]

    said = [[statement.text for statement in paragraph] for paragraph in section.paragraphs[:2]]
    assert said == [["Trois cantines sur cinq."], ["Écrire à [contact].", " (written by the working group)"]]


def test_the_sheet_shows_what_the_group_wrote_before_what_the_documents_say(scene: Scene, browser: Client) -> None:
    browser.post(address(scene), {"text": "Trois cantines sur cinq.", "based_on": 0})

    page = browser.get(reverse("project", args=[scene.project.number])).content.decode()

    assert page.index("Trois cantines sur cinq.") < page.index("written by the working group")
    assert "Edit<span" in page


def test_two_texts_brought_together_at_too_great_length_stay_in_their_form(scene: Scene, browser: Client) -> None:
    for text, based_on in (("Un.", 0), ("Un bis.", 1), ("Un ter.", 1)):
        browser.post(address(scene), {"text": text, "based_on": based_on})
    draft = SectionDraft.objects.get(section__slot="constat")
    long = "m" * (LONGEST_TEXT + 1)

    response = browser.post(address(scene, "section-merge", draft.public_id), {"text": long, "based_on": 2})

    page = response.content.decode()
    assert (response.status_code, re.findall(r"<textarea[^>]*>\s*(.*?)</textarea>", page, re.DOTALL)) == (422, [long])
    assert texts() == ["Un.", "Un bis."]


def test_a_text_is_seen_before_it_is_saved(scene: Scene, browser: Client) -> None:
    page = browser.post(address(scene), {"text": "**Trois** cantines.", "based_on": 0, "preview": "1"}).content.decode()

    assert ("<strong>Trois</strong> cantines." in page, "**Trois** cantines.</textarea>" in page, texts()) == (True, True, [])


def test_a_note_beside_the_headings_is_written_and_read(scene: Scene, browser: Client) -> None:
    browser.post(reverse("section", args=[scene.project.number, "limites"]), {"text": "Pas une *cuisine centrale*.", "based_on": 0})

    page = browser.get(reverse("project", args=[scene.project.number])).content.decode()
    assert "Pas une <em>cuisine centrale</em>." in page


def test_writing_in_a_draft_takes_it_up(scene: Scene, browser: Client) -> None:
    browser.post(address(scene), {"text": "Trois cantines.", "based_on": 0})

    scene.project.refresh_from_db()
    assert not scene.project.is_draft


def test_what_people_say_of_a_heading_stands_on_its_page_until_it_is_settled(scene: Scene, browser: Client, local: Person) -> None:
    said = remark(scene.project, RemarkEntry("Et les arbres ?", slot="constat"), by=local)
    remark(scene.project, RemarkEntry("Et le reste ?", slot="enjeux"), by=local)

    page = seen.text(browser.get(address(scene)).content)
    assert ("Et les arbres ?" in page, "Et le reste ?" in page) == (True, False)
    close_remark(said, by=local)
    assert "Et les arbres ?" not in seen.text(browser.get(address(scene)).content)
    form = browser.get(f"{reverse('remark-add', args=[scene.project.number])}?rubrique=constat").content.decode()
    assert '<option value="constat" selected>' in form
