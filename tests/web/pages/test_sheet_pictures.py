"""Pictures of a sheet: given, shown, sent, and set aside."""

from io import BytesIO

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from PIL import Image
from pytest_django import DjangoAssertNumQueries
from tests.web.scene import Scene

from semailles.core.files import drift
from semailles.projects.keeping import kept_files
from semailles.projects.models import Picture, Project
from semailles.projects.pictures import illustrations
from semailles.web.pages.project_sheet import forms

WORDS = {"credit": "Commune de l’Orve", "alt": "Une halle de bois"}


def file(name: str = "halle.png", form: str = "PNG") -> SimpleUploadedFile:
    out = BytesIO()
    Image.new("RGB", (12, 8), (20, 90, 40)).save(out, form)
    return SimpleUploadedFile(name, out.getvalue())


def at(scene: Scene, *more: str) -> str:
    return "/".join(["/porter", str(scene.project.number), *more])


def give(scene: Scene, browser: Client, **typed: object) -> Picture:
    browser.post(at(scene, "images", "ajouter/"), {**WORDS, "file": file(), **typed})
    return Picture.objects.latest("pk")


def test_a_picture_is_shown_with_who_made_it_and_sent_as_it_is_kept(scene: Scene, browser: Client) -> None:
    picture = give(scene, browser, caption="La halle, vue du quai")

    page = browser.get(at(scene, "")).content.decode()
    sent = browser.get(at(scene, "images", str(picture.public_id)))

    assert ('alt="Une halle de bois"' in page, "Picture: Commune de l’Orve" in page, "La halle, vue du quai" in page) == (True, True, True)
    assert (
        sent["Content-Type"],
        sent["X-Content-Type-Options"],
        sent["Content-Security-Policy"],
        Image.open(BytesIO(sent.content)).size,
    ) == (
        "image/png",
        "nosniff",
        "default-src 'none'; sandbox",
        (12, 8),
    )


def test_a_picture_seen_once_is_not_sent_again(scene: Scene, browser: Client) -> None:
    picture = give(scene, browser)
    first = browser.get(at(scene, "images", str(picture.public_id)))

    again = browser.get(at(scene, "images", str(picture.public_id)), headers={"if-none-match": first["ETag"]})

    assert (again.status_code, again.content) == (304, b"")


@pytest.mark.parametrize("missing", ["credit", "alt"])
def test_no_picture_without_who_made_it_and_what_it_shows(scene: Scene, browser: Client, missing: str) -> None:
    response = browser.post(at(scene, "images", "ajouter/"), {**WORDS, missing: " ", "file": file(), "caption": "La halle"})

    assert (response.status_code, Picture.objects.count(), 'value="La halle"' in response.content.decode()) == (422, 0, True)


def test_a_file_that_is_no_picture_is_refused_in_words(scene: Scene, browser: Client) -> None:
    response = browser.post(at(scene, "images", "ajouter/"), {**WORDS, "file": SimpleUploadedFile("plan.svg", b"<svg/>")})

    page = response.content.decode()
    assert (response.status_code, Picture.objects.count(), "plan.svg is no picture that can be printed" in page) == (422, 0, True)


def test_a_picture_that_is_too_heavy_is_refused_before_it_is_opened(scene: Scene, browser: Client, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(forms, "MOST_BYTES", 10)

    response = browser.post(at(scene, "images", "ajouter/"), {**WORDS, "file": file()})

    assert (response.status_code, "larger than 20 MB" in response.content.decode()) == (422, True)


def test_the_words_of_a_picture_change_and_its_file_never(scene: Scene, browser: Client) -> None:
    picture = give(scene, browser)

    browser.post(
        at(scene, "fiche", "images", f"{picture.public_id}/"),
        {"revision": 0, "credit": "Le lycée", "alt": "Une halle", "file": file("a.jpg")},
    )

    kept = Picture.objects.get()
    assert (kept.credit, kept.alt, kept.sha256) == ("Le lycée", "Une halle", picture.sha256)


def test_a_picture_set_aside_is_shown_no_more_and_its_file_stays(scene: Scene, browser: Client) -> None:
    picture = give(scene, browser)
    project = Project.objects.get(pk=scene.project.pk)
    before = illustrations([project])[project.pk]

    browser.post(at(scene, "fiche", "images", str(picture.public_id), "ecarter/"), {"reason": "accord retiré"})

    page = browser.get(at(scene, "")).content.decode()
    assert ("<img" in page.partition('id="pictures"')[2], "accord retiré" in page) == (False, True)
    assert ([one.credit for one in before], illustrations([project])[project.pk]) == (["Commune de l’Orve"], [])
    assert list(kept_files()) == [picture.sha256]
    assert picture.sha256 not in drift(kept_files()).orphans


def test_the_same_picture_given_twice_by_a_double_click_is_one(scene: Scene, browser: Client) -> None:
    for _click in range(2):
        give(scene, browser, key="11111111-1111-1111-1111-111111111111")

    assert Picture.objects.count() == 1


@pytest.mark.parametrize("count", [1, 3])
def test_more_pictures_ask_no_more_queries(
    scene: Scene, browser: Client, django_assert_num_queries: DjangoAssertNumQueries, count: int
) -> None:
    for rank in range(count):
        owned = {"initiative": scene.initiative, "project": scene.project, "public_id": f"00000000-0000-0000-0000-{rank:012}"}
        Picture.objects.create(**owned, sha256="0" * 64, credit="Le lycée", alt=f"Vue {rank}")
    project = Project.objects.get(pk=scene.project.pk)

    with django_assert_num_queries(1):
        found = illustrations([project])

    assert (found, browser.get(at(scene, "")).content.decode().count("<figure>")) == ({project.pk: []}, count)
