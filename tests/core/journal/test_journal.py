from datetime import UTC, datetime, timedelta
from uuid import UUID

import pytest
from django.utils import translation
from pytest_django import DjangoAssertNumQueries

from semailles.core.identifiers import named
from semailles.core.journal import About, JournalPage, journal_of, record
from semailles.core.models import Event, Person
from semailles.workshop.actions import open_initiative
from semailles.workshop.models import Initiative

NOON = datetime(2026, 3, 2, 12, tzinfo=UTC)


def note(initiative: Initiative, by: Person, label: str, *, at: datetime = NOON, kind: str = "Document") -> None:
    event = record("received", About(kind, named(kind, label), label), by=by, initiative=initiative)
    Event.objects.filter(pk=event.pk).update(at=at)


def labels(page: JournalPage) -> list[str]:
    return [line.label for line in page.lines]


def test_a_line_says_who_did_what_and_what_it_was_called_then(initiative: Initiative, local: Person) -> None:
    initiative.name = "Autre nom"
    initiative.save()

    (line,) = journal_of(initiative.public_id).lines

    assert (line.by, line.sentence, line.subject_id) == ("local", "opened « Vallée » (initiative)", initiative.public_id)


def test_the_journal_speaks_french(initiative: Initiative, local: Person) -> None:
    note(initiative, local, "equipe/notes.txt")

    with translation.override("fr"):
        sentences = {line.sentence for line in journal_of(initiative.public_id).lines}

    assert sentences == {"a reçu « equipe/notes.txt » (document)", "a ouvert « Vallée » (démarche)"}


def test_a_line_of_a_verb_or_a_detail_that_nobody_knows_any_more_is_still_read(initiative: Initiative, local: Person) -> None:
    record("harvested", About("Field", UUID(int=1), "Grand champ"), by=local, initiative=initiative)
    record("drafted", initiative, by=local, initiative=initiative)

    sentences = [line.sentence for line in journal_of(initiative.public_id).lines]

    assert sentences[:2] == ["prepared the draft sheets (–)", "harvested « Grand champ »"]


def test_the_journal_narrows_to_a_kind_or_to_one_thing(initiative: Initiative, local: Person) -> None:
    for label in ("un", "deux"):
        note(initiative, local, label)

    of_kind, of_thing = (
        journal_of(initiative.public_id, kind="Document"),
        journal_of(initiative.public_id, subjects=[named("Document", "un")]),
    )

    assert (labels(of_kind), labels(of_thing)) == (["deux", "un"], ["un"])


def test_pages_follow_each_other_even_when_lines_share_their_moment(initiative: Initiative, local: Person) -> None:
    Event.objects.all().delete()
    for rank in range(7):
        note(initiative, local, str(rank), at=NOON + timedelta(seconds=rank // 5))

    pages, before = [], ""
    for _ in range(4):
        page = journal_of(initiative.public_id, before=before, limit=2)
        pages.append(labels(page))
        before = page.before

    assert (pages, before) == ([["6", "5"], ["4", "3"], ["2", "1"], ["0"]], "")


def test_a_line_that_comes_meanwhile_moves_no_page(initiative: Initiative, local: Person) -> None:
    for rank in range(4):
        note(initiative, local, str(rank), at=NOON + timedelta(seconds=rank))
    first = journal_of(initiative.public_id, kind="Document", limit=2)
    note(initiative, local, "new", at=NOON + timedelta(hours=1))

    assert labels(journal_of(initiative.public_id, kind="Document", before=first.before, limit=2)) == ["1", "0"]


@pytest.mark.parametrize("odd", ["x", "2026-03-02", "2026-03-02T12:00:00~1", "2026-03-02T12:00:00+00:00~-1", "~", "~~~", "\0", "9" * 400])
def test_what_is_no_page_is_the_first_page(initiative: Initiative, odd: str) -> None:
    assert labels(journal_of(initiative.public_id, before=odd)) == ["Vallée"]


@pytest.mark.parametrize("lines", [1, 3])
def test_a_page_takes_one_query(
    initiative: Initiative, local: Person, django_assert_num_queries: DjangoAssertNumQueries, lines: int
) -> None:
    for rank in range(lines):
        note(initiative, Person.objects.create(name=f"Personne {rank}"), str(rank))

    with django_assert_num_queries(1):
        page = journal_of(initiative.public_id, kind="Document")

    assert len(page.lines) == lines


def test_an_initiative_reads_its_own_journal(initiative: Initiative, local: Person) -> None:
    other = open_initiative("Plateau", by=local)

    assert labels(journal_of(other.public_id)) == ["Plateau"]
