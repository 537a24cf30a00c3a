"""Files tried again and documents read again, from the pages where one sees them."""

from threading import Event as Flag
from uuid import uuid4

from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse
from selectolax.lexbor import LexborHTMLParser as HTMLParser
from selectolax.lexbor import LexborNode
from tests.web.scene import Scene

from semailles.core.jobs.worker import work_once
from semailles.core.models import Job
from semailles.intake.models import DepositedFile, Document, DocumentVersion
from semailles.web.layout.links import to_document

NOTES = b"- Ouvrir une ressourcerie dans la halle.\n"


def _work() -> None:
    while work_once(Flag()):
        pass


def _give(browser: Client, name: str, content: bytes, *, team: str) -> None:
    asked = {"key": str(uuid4()), "new_team": team, "given": [SimpleUploadedFile(name, content)]}
    browser.post(reverse("deposit"), asked)
    _work()


def _text(node: HTMLParser | LexborNode | None) -> str:
    return " ".join(node.text(separator=" ").split()) if node else ""


def _fates(browser: Client) -> list[LexborNode]:
    return HTMLParser(browser.get(reverse("deposit")).content.decode()).css(".fates > li")


def _press(browser: Client, line: LexborNode) -> HTMLParser:
    form, button = line.css_first("form"), line.css_first("button")
    assert form is not None
    assert button is not None
    answer = browser.post(str(form.attributes["action"]), {"gesture": str(button.attributes["value"])}, follow=True)
    _work()
    return HTMLParser(answer.content.decode())


def test_a_refused_file_is_tried_again_by_its_button(scene: Scene, browser: Client) -> None:
    _give(browser, "faux.docx", b"du texte", team="collines")

    told = _press(browser, _fates(browser)[0])

    assert "collines/faux.docx” is being read again: what becomes of it is said here." in _text(told)
    assert (DepositedFile.objects.get().tries, _text(_fates(browser)[0].css_first(".state"))) == (1, "refused")


def test_a_file_that_another_team_left_says_so_and_may_be_both_teams(scene: Scene, browser: Client) -> None:
    _give(browser, "notes.md", NOTES, team="collines")
    _give(browser, "copie.md", NOTES, team="plaine")
    known = _fates(browser)[0]
    assert "The same file is there already: “collines” left it, as collines/notes.md. Nothing was added." in _text(known)

    _press(browser, known)

    assert _text(_fates(browser)[0]) == "plaine/copie.md 1 idea read"
    assert set(Document.objects.filter(is_deposited=True).values_list("path", flat=True)) == {"collines/notes.md", "plaine/copie.md"}


def test_a_file_of_the_same_team_offers_nothing(scene: Scene, browser: Client) -> None:
    _give(browser, "notes.md", NOTES, team="collines")
    _give(browser, "copie.md", NOTES, team="collines")

    assert _fates(browser)[0].css_first("form") is None
    assert "as collines/notes.md: nothing was added." in _text(_fates(browser)[0])


def test_what_was_read_is_not_tried_again(scene: Scene, browser: Client) -> None:
    _give(browser, "notes.md", NOTES, team="collines")
    row = DepositedFile.objects.select_related("deposit").get()
    address = reverse("deposit-again", args=[row.deposit.public_id, row.rank])

    refused = browser.post(address, {"gesture": "try"})
    unknown = browser.post(address, {"gesture": "burn"})

    assert (refused.status_code, unknown.status_code, Job.objects.filter(kind="deposit").count()) == (409, 404, 1)


def test_a_document_is_read_again_from_its_page_and_the_two_readings_are_told_apart(scene: Scene, browser: Client) -> None:
    address = reverse("document-again", args=[scene.document.public_id])
    DocumentVersion.objects.filter(document=scene.document).update(edition=0)
    browser.post(address)
    _work()

    page = HTMLParser(browser.get(to_document(scene.document)).content.decode())
    links = [(str(one.attributes["href"]), _text(one)) for one in page.css(".versions a")]
    first = DocumentVersion.objects.get(document=scene.document, reading=1)
    assert links == [
        (to_document(scene.document), "the version that counts"),
        (f"{to_document(scene.document)}?version={first.sha256[:12]}", "earlier reading"),
    ]
    earlier = HTMLParser(browser.get(links[1][0]).content.decode())
    assert _text(earlier.css_first(".versions [aria-current]")) == "earlier reading"
    changed = HTMLParser(browser.get(reverse("document-compare", args=[scene.document.public_id])).content.decode())
    assert _text(changed.css_first("h1")) == "What the new reading changed"


def test_all_that_was_refused_is_tried_again_at_once(scene: Scene, browser: Client) -> None:
    page = HTMLParser(browser.get(reverse("documents")).content.decode())
    assert _text(page.css_first("form.note button")) == "Try the refused files again"

    told = [_text(HTMLParser(browser.post(reverse("documents-again"), follow=True).content.decode())) for _ in range(2)]

    assert "1 document is being read again: what was sorted stays sorted." in told[0]
    assert "There is nothing to read again: it is asked for already, or all was read." in told[1]
    assert [job.arguments["document"] for job in Job.objects.filter(kind="reread")] == [
        str(Document.objects.get(path="b-bourgs/vide.txt").public_id)
    ]


def test_documents_read_by_an_earlier_semailles_are_offered_to_be_read_again(scene: Scene, browser: Client) -> None:
    DocumentVersion.objects.filter(status="read").update(edition=0)

    page = HTMLParser(browser.get(reverse("documents")).content.decode())
    browser.post(reverse("documents-again"))
    _work()
    after = HTMLParser(browser.get(reverse("documents")).content.decode())

    assert "2 documents were read by an earlier Semailles: today’s may find more in them." in _text(page.css_first("form.note"))
    assert _text(after.css_first("form.note button")) == "Try the refused files again"
