"""What people settled on the map shows in everything that is written."""

import csv
import io
from dataclasses import replace
from datetime import date

import pytest
from django.utils import translation
from django.utils.translation import gettext as _
from jsonschema import Draft202012Validator
from tests.convergence.mapped import LATE, Mapped, mapped

from semailles.convergence import actions
from semailles.convergence.models import Correction
from semailles.core.models import Person
from semailles.engines.exchange import synthesis_schema
from semailles.engines.typesetting.tree import Sheet
from semailles.publication.gathering import gather
from semailles.publication.queries import snapshot
from semailles.publication.report import MOST_DOUBTFUL, report
from semailles.publication.roadmap.front import essential
from semailles.publication.roadmap.sheets import sheets
from semailles.publication.synthesis import synthesis
from semailles.publication.tables import tables
from semailles.publication.views import Snapshot
from semailles.workshop.models import Initiative


@pytest.fixture
def scene(initiative: Initiative, local: Person) -> Mapped:
    return mapped(initiative, local)


def today(scene: Mapped) -> Snapshot:
    gather(scene.initiative, by=scene.by)
    return snapshot(scene.initiative, on=date(2027, 3, 8))


def states(full: Snapshot) -> dict[str, str]:
    rows = csv.DictReader(io.StringIO(tables(full)["convergences.csv"].decode("utf-8-sig")), delimiter=";")
    return {row["titre"]: row["etat"] for row in rows}


def marks(sheet: Sheet) -> list[str]:
    """Of the ideas that its description quotes."""
    (description,) = [section for section in sheet.sections if section.key == "description"]
    return [mark for paragraph in description.paragraphs for said in paragraph for mark in said.ideas]


def test_only_what_nobody_validated_is_to_be_validated(scene: Mapped) -> None:
    actions.rename_family(scene.family("A1"), "Manger ici", by=scene.by)
    actions.validate_family(scene.family("A1"), by=scene.by)

    full = today(scene)

    assert {title: state for title, state in states(full).items() if title == "Manger ici"} == {"Manger ici": "validated"}
    assert sorted(states(full).values()) == ["to be validated", "to be validated", "validated"]
    (sheet,) = [sheet for sheet in sheets(full) if sheet.title == "Manger ici"]
    assert dict(sheet.facts)["Convergence"].endswith(", validated by people")


def test_a_printed_draft_is_told_by_what_surely_stands_in_it(scene: Mapped) -> None:
    full = today(scene)
    (project, *_others), (sheet, *_sheets) = full.projects, sheets(full)
    stray = next(idea for idea in project.ideas if full.idea(idea).title == sheet.tagline)
    doubtful = (project.ideas[0], stray)
    families = tuple(replace(one, doubtful=doubtful if one.id == project.family else ()) for one in full.families)

    after = sheets(replace(full, families=families))[0]

    unsure = [full.idea(idea).mark for idea in doubtful]
    assert (marks(sheet)[0], marks(after)[-2:]) == (unsure[0], unsure)
    assert after.tagline not in [full.idea(idea).title for idea in doubtful]


def test_the_open_data_say_what_is_validated_and_what_is_to_be_placed(scene: Mapped) -> None:
    actions.validate_family(scene.family("A1"), by=scene.by)
    scene.receive(LATE)

    tree = synthesis(today(scene))

    (family,) = [family for family in tree["families"] if family["validated"]]
    (told,) = [one for one in tree["convergences"] if one["id"] == family["id"]]
    assert (family["to_place"], told["validated"]) == ([str(scene["D1"].public_id)], True)
    assert 0 < told["balance"] <= 1
    assert list(Draft202012Validator(synthesis_schema()).iter_errors(tree)) == []


def test_the_facilitator_reads_what_is_to_be_placed(scene: Mapped) -> None:
    actions.validate_family(scene.family("A1"), by=scene.by)
    scene.receive(LATE)

    (section,) = [section for section in report(today(scene)).sections if section.title == "Ideas to be placed"]

    title = scene.family("A1").title
    assert [(row.title, row.text) for row in section.rows if row.title.startswith("D1")] == [
        ("D1 · Une légumerie mobile pour les cantines des coteaux", f"stands meanwhile in « {title} »")
    ]


@pytest.mark.parametrize(
    ("lang", "more", "said"), [("en", 1, "1 more is listed"), ("fr", 1, "1 autre est listée"), ("fr", 2, "2 autres sont listées")]
)
def test_what_the_list_leaves_out_is_counted_in_good_words(scene: Mapped, lang: str, more: int, said: str) -> None:
    full = today(scene)
    first, *others = full.families
    crowded = replace(full, families=(replace(first, doubtful=first.ideas[:1] * (MOST_DOUBTFUL + more)), *others))

    with translation.override(lang):
        (section,) = [section for section in report(crowded).sections if section.title == _("Ideas to be placed")]

    assert section.rows[-1].title.startswith(said)


def test_an_idea_moved_is_printed_where_people_put_it(scene: Mapped) -> None:
    actions.move_idea(scene["B3"], scene.family("C2"), by=scene.by)

    (family,) = [family for family in today(scene).families if str(scene["B3"].public_id) in family.ideas]

    assert (set(family.ideas), family.letters) == ({str(scene["B3"].public_id), str(scene["C2"].public_id)}, ("B", "C"))


@pytest.mark.parametrize(("teams", "said"), [(1, "L’atelier compte une équipe et laisse "), (2, "L’atelier compte 2 équipes et laisse ")])
def test_one_team_or_several_open_the_french_page_in_good_words(scene: Mapped, teams: int, said: str) -> None:
    full = today(scene)

    with translation.override("fr"):
        lead = essential(replace(full, teams=full.teams[:teams])).lead

    assert lead.startswith(said)


def test_what_people_did_of_a_convergence_agrees_in_french(scene: Mapped) -> None:
    family, other = scene.family("A1"), scene.family("C2")
    actions.rename_family(family, "Manger ici", by=scene.by)
    actions.merge_families(other, into=family, by=scene.by)
    actions.validate_family(family, by=scene.by)

    with translation.override("fr"):
        done = [str(one) for one in Correction.objects.of(scene.initiative).order_by("pk")]

    assert done == ["renommée", "réunies", "validée"]
