"""The pages of those who carry a project."""

import re

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse
from tests.web.scene import Scene

from semailles.projects.models import Offer, ProjectCommitment, ProjectStep, SupportNeed
from semailles.web.pages.holders.letter import letter_of
from semailles.workshop.enums import CommitmentRole


def posted(browser: Client, route: str, scene: Scene, **typed: object) -> str:
    """The page that follows, in words."""
    args = [scene.project.number, *([scene.holder.public_id] if route != "holder-add" else [])]
    return browser.post(reverse(route, args=args), typed, follow=True).content.decode()


def test_somebody_is_written_down_then_climbs_with_a_signed_letter(scene: Scene, browser: Client) -> None:
    said = posted(browser, "holder-add", scene, actor="Régie de l'Orve", role="porte", scope="l'étude")
    carrier = ProjectCommitment.objects.get(actor__name="Régie de l'Orve")
    signed = {
        "level": "engagement écrit",
        "on": "02/03/2015",
        "proof_kind": "courrier",
        "file": SimpleUploadedFile("lettre.pdf", b"%PDF-1.7"),
    }
    browser.post(reverse("holder-climb", args=[scene.project.number, carrier.public_id]), signed)

    step = ProjectStep.objects.get(commitment=carrier)
    shown = browser.get(reverse("holder-proof", args=[scene.project.number, carrier.public_id, step.public_id]))
    assert "Written. Now say how far it goes." in said
    assert (step.level, b"".join(shown)) == ("engagement écrit", b"%PDF-1.7")  # type: ignore[call-overload]  # a streamed answer is read by its parts
    assert shown["Content-Disposition"] == 'attachment; filename="piece-2015-03-02.pdf"'


def test_a_written_level_without_its_letter_is_refused_and_nothing_typed_is_lost(scene: Scene, browser: Client) -> None:
    page = posted(browser, "holder-climb", scene, level="engagement écrit", on="02/03/2015", note="vu au marché")

    assert "A written commitment shows its document" in page
    assert 'value="vu au marché"' in page
    assert ProjectStep.objects.count() == 0


def test_a_step_to_come_is_refused_in_words(scene: Scene, browser: Client) -> None:
    page = posted(browser, "holder-climb", scene, level="accord oral", on="02/03/2115")

    assert "is still to come: give the day it happened, today at the latest." in page


def test_before_somebody_withdraws_the_page_says_what_it_breaks(scene: Scene, browser: Client) -> None:
    step = scene.holder_step

    asked = browser.get(reverse("holder-withdraw", args=[scene.project.number, step.commitment.public_id])).content.decode()
    said = posted(browser, "holder-withdraw", scene, reason="réorganisation", on="03/03/2015")

    assert "Nobody else carries the project, by word of mouth at least." in asked
    assert "Withdrawn." in said
    assert "réorganisation" in said


def test_a_reminder_whose_day_has_come_is_said(scene: Scene, browser: Client) -> None:
    page = posted(browser, "holder-watch", scene, scope="l'étude", remind_on="01/03/2015", revision=scene.holder.revision)

    assert '<p class="sm late">ask for news on 1 March 2015</p>' in page


def test_a_need_is_answered_by_an_offer_of_the_same_cliff(scene: Scene, browser: Client) -> None:
    number = scene.project.number
    browser.post(reverse("holder-need", args=[number]), {"cliff": "financier", "what": "un prêt relais"})
    browser.post(
        reverse("holder-offer", args=[number]), {"who": "Caisse du val", "cliff": "financier", "skill": "des prêts", "is_for_all": "on"}
    )
    need, offer = SupportNeed.objects.get(), Offer.objects.get()
    before = browser.get(reverse("project-holders", args=[number])).content.decode()

    browser.post(reverse("holder-answer", args=[number, need.public_id]), {"offer": str(offer.public_id)})

    need.refresh_from_db()
    assert f'<option value="{offer.public_id}">Caisse du val: des prêts</option>' in before
    assert (need.met_by, offer.project) == (offer, None)


def test_an_offer_set_aside_opens_the_need_again_and_stays_in_sight(scene: Scene, browser: Client) -> None:
    number, need, offer = scene.project.number, scene.need, scene.offer
    browser.post(reverse("holder-answer", args=[number, need.public_id]), {"offer": str(offer.public_id)})

    browser.post(reverse("holder-help-aside", args=[number, "offres", offer.public_id]), {"reason": "la caisse a fermé"})

    page = browser.get(reverse("project-holders", args=[number])).content.decode()
    need.refresh_from_db()
    assert need.met_by is None
    assert "la caisse a fermé" in page
    browser.post(reverse("holder-help-back", args=[number, "offres", offer.public_id]))
    assert f'<option value="{offer.public_id}">' in browser.get(reverse("project-holders", args=[number])).content.decode()


def test_a_need_is_corrected_and_two_tabs_see_each_other(scene: Scene, browser: Client) -> None:
    need = scene.need
    address = reverse("holder-need-one", args=[scene.project.number, need.public_id])

    typed = [{"cliff": "financier", "what": what, "revision": "0"} for what in ("un prêt de six mois", "un prêt d'un an")]
    answers = [browser.post(address, one).status_code for one in typed]

    need.refresh_from_db()
    assert (answers, need.what) == ([302, 409], "un prêt de six mois")


def test_an_offer_that_answers_a_need_stays_of_its_kind(scene: Scene, browser: Client) -> None:
    number, need, offer = scene.project.number, scene.need, scene.offer
    browser.post(reverse("holder-answer", args=[number, need.public_id]), {"offer": str(offer.public_id)})

    typed = {"who": "Caisse du val", "cliff": "technique", "skill": "des prêts", "revision": "0"}
    page = browser.post(reverse("holder-offer-one", args=[number, offer.public_id]), typed)

    assert (page.status_code, "choose another offer" in page.content.decode()) == (422, True)


def test_the_page_says_who_could_carry_it_and_why(scene: Scene, browser: Client) -> None:
    page = browser.get(reverse("project-holders", args=[scene.project.number])).content.decode()

    assert "Who could carry it?" in page
    assert "named by the ideas of the project" in page


def test_the_letter_says_what_its_signer_will_do(scene: Scene) -> None:
    scene.holder.role = CommitmentRole.CARRIES

    assert letter_of(scene.holder).paragraphs[0] == f"By this letter, we commit ourselves to carry the project « {scene.project.title} »."


def test_a_signed_copy_is_filed_with_what_shows_it(scene: Scene, browser: Client) -> None:
    url = reverse("holder-climb", args=[scene.project.number, scene.holder.public_id]) + "?signee=1"
    typed = {"level": "engagement écrit", "on": "02/03/2015", "proof_kind": "courrier"}

    page = browser.get(url).content.decode()
    empty = browser.post(url, typed)
    kept = browser.post(url, {**typed, "reference": "courrier du 2 mars, classeur 3"})

    said = re.findall(r'<label for="id_(?:said_by|proof_kind|reference|file)">(.*?)</label>', page)
    assert said == ["Said or signed by", "What shows it", "Its reference", "The document itself"]
    assert (empty.status_code, "Attach the signed copy, or write its reference." in empty.content.decode()) == (422, True)
    assert kept.status_code == 302


@pytest.mark.parametrize(("form", "signs"), [("pdf", b"%PDF"), ("docx", b"PK")])
def test_the_letter_to_sign_comes_in_both_forms(scene: Scene, browser: Client, form: str, signs: bytes) -> None:
    letter = browser.get(reverse("holder-letter", args=[scene.project.number, scene.holder.public_id, form]))

    assert letter.content[: len(signs)] == signs
    assert letter["Content-Disposition"] == f'attachment; filename="lettre-engagement-projet-{scene.project.number}.{form}"'
