"""What a workbook hides is shown to those who sort, and says so beside its place."""

from io import BytesIO

import xlsxwriter
from django.test import Client
from django.urls import reverse
from tests.web.pages.test_ideas import _texts
from tests.web.scene import Scene

from semailles.core.models import Person
from semailles.intake.actions import receive_document
from semailles.intake.marks import give_marks
from semailles.intake.models import Idea
from semailles.intake.readings import read_file
from semailles.web.layout.links import to_idea

POOL = "Licencier le directeur et vendre la piscine"


def test_a_hidden_place_says_so_in_the_list_and_on_the_page(scene: Scene, browser: Client, local: Person) -> None:
    out = BytesIO()
    with xlsxwriter.Workbook(out, {"in_memory": True}) as book:
        book.add_worksheet("Vu").write_row(0, 0, ("Action", "Date"))
        secret = book.add_worksheet("Secret")
        secret.write_row(0, 0, ("Action", "Date"))
        secret.write_row(1, 0, (POOL, "2027"))
        secret.hide()
    receive_document(scene.initiative, "rives/plan.xlsx", out.getvalue(), read_file("plan.xlsx", out.getvalue(), known=()), by=local)
    give_marks(scene.initiative, by=local)
    idea = Idea.objects.of(scene.initiative).get(title=POOL)

    rows = _texts(browser.get(reverse("ideas")).content.decode(), ".ideas > li")
    page = " ".join(_texts(browser.get(to_idea(idea)).content.decode(), "main"))

    assert ["hidden sheet" in row for row in rows if POOL in row] == [True]
    assert [row for row in rows if POOL not in row and "hidden sheet" in row] == []
    assert "plan.xlsx, sheet Secret, row 2, hidden sheet" in page
