"""On the first evening, the facilitator holds a draft of the roadmap."""

import shutil
from pathlib import Path

import pypdfium2
import pytest
from jsonschema import Draft202012Validator, FormatChecker
from tests.command import EXAMPLE, semailles, synthesis

from semailles.engines.exchange import synthesis_schema
from semailles.engines.reading import read


def pdf_text(path: Path) -> str:
    document = pypdfium2.PdfDocument(path)
    return "\n".join(page.get_textpage().get_text_range() for page in document)


def located(blocks: tuple, locator: dict) -> list[str]:
    names = ("page", "slide", "sheet", "row", "paragraph")
    return [block.text for block in blocks if {n: v for n in names if (v := getattr(block.locator, n)) is not None} == locator]


def test_everything_promised_is_there(example_out: Path) -> None:
    names = sorted(
        path.relative_to(example_out).as_posix() for path in example_out.rglob("*") if path.is_file() and "media" not in path.parts
    )

    assert [name for name in names if not name.startswith("semailles.sqlite3-")] == [
        "a-verifier.pdf",
        "data/acteurs.csv",
        "data/calendrier.ics",
        "data/convergences.csv",
        "data/engagements.csv",
        "data/financements.csv",
        "data/idees.csv",
        "data/projets.csv",
        "data/projets.geojson",
        "data/run.json",
        "data/synthese.json",
        "feuille-de-route.docx",
        "feuille-de-route.pdf",
        "semailles.sqlite3",
    ]


def test_the_synthesis_obeys_its_schema(example_out: Path) -> None:
    errors = list(Draft202012Validator(synthesis_schema(), format_checker=FormatChecker()).iter_errors(synthesis(example_out)))

    assert [error.message for error in errors] == []


def test_every_quote_is_an_exact_piece_of_its_passage(example_out: Path) -> None:
    tree = synthesis(example_out)
    paths = {document["id"]: document["path"] for document in tree["documents"]}
    read_once = {path: read(path.rpartition("/")[2], (EXAMPLE / path).read_bytes()).blocks for path in paths.values()}
    wrong = []
    for idea in tree["ideas"]:
        for source in idea["sources"]:
            texts = located(read_once[paths[source["document"]]], source["locator"])
            if source["quote"] not in [text[source["start"] : source["end"]] for text in texts]:
                wrong.append(source)

    assert wrong == []
    assert len(tree["ideas"]) > 60


def test_every_mention_of_an_actor_is_exact_too(example_out: Path) -> None:
    tree = synthesis(example_out)
    paths = {document["id"]: document["path"] for document in tree["documents"]}
    read_once = {path: read(path.rpartition("/")[2], (EXAMPLE / path).read_bytes()).blocks for path in paths.values()}

    wrong = [
        mention
        for actor in tree["actors"]
        for mention in actor["mentions"]
        if not any(mention["quote"] in text for text in located(read_once[paths[mention["document"]]], mention["locator"]))
    ]

    assert wrong == []


def test_each_idea_stands_in_one_family_and_ids_refer_to_something(example_out: Path) -> None:
    tree = synthesis(example_out)
    ideas = [idea["id"] for idea in tree["ideas"]]
    members = [idea for family in tree["families"] for idea in family["ideas"]]
    teams = {team["id"] for team in tree["teams"]}

    assert sorted(members) == sorted(ideas)
    assert len(set(ideas)) == len(ideas)
    assert {team for family in tree["convergences"] for team in family["teams"]} <= teams
    assert {idea for project in tree["projects"] for idea in project["ideas"]} <= set(ideas)
    assert {project["convergence"] for project in tree["projects"]} <= {family["id"] for family in tree["convergences"]}


def test_two_runs_give_the_same_bytes(example_out: Path, tmp_path: Path) -> None:
    semailles("run", EXAMPLE, "--output", tmp_path / "again")  # forked: what it learnt before, and its hashes, are others

    assert (tmp_path / "again/data/synthese.json").read_bytes() == (example_out / "data/synthese.json").read_bytes()


@pytest.mark.full
def test_running_twice_on_the_same_workspace_adds_nothing(workspace: Path) -> None:
    before = (workspace / "data/synthese.json").read_bytes()

    done = semailles("run", EXAMPLE, "--output", workspace)

    assert done.returncode == 0, done.stderr
    assert "Documents déjà connus, non relus : 14." in done.stdout
    assert (workspace / "data/synthese.json").read_bytes() == before


def test_adding_a_document_leaves_every_other_id_unchanged(workspace: Path, tmp_path: Path) -> None:
    before = synthesis(workspace)
    more = shutil.copytree(EXAMPLE, tmp_path / "more")
    (more / "equipe-3-demain-matin" / "dernier-mail.txt").write_text(
        "On pourrait ouvrir une ressourcerie dans l'ancienne poste de Méréville.\n", encoding="utf-8"
    )

    done = semailles("run", more, "--output", workspace)

    after = synthesis(workspace)
    assert done.returncode == 0, done.stderr
    for what in ("documents", "ideas", "actors", "places", "projects", "teams"):
        assert {one["id"] for one in before[what]} <= {one["id"] for one in after[what]}, what
    assert len(after["documents"]) == len(before["documents"]) + 1
    assert [idea["title"] for idea in after["ideas"] if idea["id"] not in {one["id"] for one in before["ideas"]}] != []


@pytest.mark.full
def test_the_same_ideas_have_the_same_ids_in_a_fresh_workspace_with_one_more_document(example_out: Path, tmp_path: Path) -> None:
    more = shutil.copytree(EXAMPLE, tmp_path / "more")
    (more / "equipe-3-demain-matin" / "dernier-mail.txt").write_text(
        "On pourrait ouvrir une ressourcerie dans l'ancienne poste.\n", encoding="utf-8"
    )
    semailles("run", more, "--output", tmp_path / "fresh")

    before, after = synthesis(example_out), synthesis(tmp_path / "fresh")

    assert {idea["id"] for idea in before["ideas"]} <= {idea["id"] for idea in after["ideas"]}
    assert {one["id"] for one in before["documents"]} <= {one["id"] for one in after["documents"]}


def test_the_book_says_that_it_is_a_working_document_and_stays_short(example_out: Path) -> None:
    document = pypdfium2.PdfDocument(example_out / "feuille-de-route.pdf")
    first = document[0].get_textpage().get_text_range()

    assert len(document) <= 48
    assert "Document de travail, à valider" in first
    assert "Jeu de démonstration" in first.replace("\r\n", " ")


def test_every_idea_has_its_line_in_the_book(example_out: Path) -> None:
    text = pdf_text(example_out / "feuille-de-route.pdf")

    assert [idea["mark"] for idea in synthesis(example_out)["ideas"] if idea["mark"] not in text] == []


def test_no_person_is_printed_but_the_facilitator_sees_them(example_out: Path) -> None:
    persons = [actor["name"] for actor in synthesis(example_out)["actors"] if actor["kind"] == "person" and " " in actor["name"]]
    book = " ".join(pdf_text(example_out / "feuille-de-route.pdf").split())
    check = " ".join(pdf_text(example_out / "a-verifier.pdf").split())

    assert persons != []
    assert [name for name in persons if name in book] == []
    assert [name for name in persons if name not in check] == []
