"""What people sorted, and that another platform changed since, comes back in sight."""

from collections.abc import Callable

import pytest
from django.utils import timezone
from tests.engines.exchange.exports import DECIDIM_NEW, POLIS, as_csv

from semailles.core.models import Event, Person
from semailles.intake.actions import keep_idea, mark_duplicates, receive_document, set_idea_aside, split_idea, take_back
from semailles.intake.actions.wording import Part
from semailles.intake.models import DocumentVersion, Idea
from semailles.intake.queries import reopened_since
from semailles.intake.readings import read_file
from semailles.workshop.models import Initiative

SHUTTLE = {"id": 12, "component/id": 7, "title/fr": "Une navette le dimanche", "body/fr": "De la gare au marché."}
BROOK = {"id": 13, "component/id": 7, "title/fr": "Rouvrir le ru", "body/fr": "Le ru du moulin passe sous le parking."}
OTHER = {**SHUTTLE, "body/fr": "De la gare au centre commercial."}
STATEMENT = {"comment-id": 4, "author-id": 2, "moderated": 1, "comment-body": "Il faut une navette le dimanche."}
Receive = Callable[..., DocumentVersion]


@pytest.fixture
def receive(initiative: Initiative, local: Person) -> Receive:
    def one(*rows: dict[str, object], columns: tuple[str, ...] = DECIDIM_NEW) -> DocumentVersion:
        content = as_csv(columns, *rows, separator="," if columns is POLIS else ";")
        return receive_document(initiative, "equipe/export.csv", content, read_file("export.csv", content, known=()), by=local)

    return one


def states(initiative: Initiative) -> list[tuple[str, str]]:
    return list(Idea.objects.of(initiative).order_by("pk").values_list("title", "state"))


def test_what_was_kept_under_other_words_is_to_be_sorted_again(initiative: Initiative, receive: Receive, local: Person) -> None:
    receive(SHUTTLE, BROOK)
    for idea in Idea.objects.of(initiative):
        keep_idea(idea, by=local)

    moment = timezone.now()
    receive(OTHER, BROOK)

    assert states(initiative) == [("Une navette le dimanche", "suggested"), ("Rouvrir le ru", "kept")]
    assert reopened_since(initiative, moment) == ["Une navette le dimanche"]
    assert list(Event.objects.filter(verb="reopened").values_list("label", "detail")) == [("Une navette le dimanche", {"before": "kept"})]


def test_other_spaces_are_no_other_words(initiative: Initiative, receive: Receive, local: Person) -> None:
    receive({**SHUTTLE, "body/fr": "Une navette : de la gare au marché."})
    keep_idea(Idea.objects.of(initiative).get(), by=local)

    receive({**SHUTTLE, "body/fr": "<p>Une navette&nbsp;: de la gare</p><p>au marché.</p>"})

    assert states(initiative) == [("Une navette le dimanche", "kept")]


def test_a_duplicate_that_says_something_else_is_one_no_longer(initiative: Initiative, receive: Receive, local: Person) -> None:
    receive(SHUTTLE, BROOK)
    shuttle, brook = Idea.objects.of(initiative).order_by("pk")
    mark_duplicates([shuttle], of=brook, by=local)

    receive(OTHER, BROOK)

    shuttle.refresh_from_db()
    assert (shuttle.state, shuttle.merged_into) == ("suggested", None)


def test_parts_of_what_changed_are_to_be_sorted_again(initiative: Initiative, receive: Receive, local: Person) -> None:
    receive(SHUTTLE)
    whole = Idea.objects.of(initiative).get()
    parts = split_idea(whole, [Part("La gare"), Part("Le marché")], by=local)
    keep_idea(parts[0], by=local)

    receive(OTHER)

    assert states(initiative) == [("Une navette le dimanche", "split"), ("La gare", "suggested"), ("Le marché", "suggested")]


def test_what_was_withdrawn_or_refused_waits_set_aside(initiative: Initiative, receive: Receive) -> None:
    receive({**SHUTTLE, "withdrawn": "true"})
    receive({**STATEMENT, "moderated": -1}, columns=POLIS)

    assert list(Idea.objects.of(initiative).order_by("pk").values_list("state", "set_aside_reason")) == [
        ("set_aside", "Withdrawn on Decidim by its author"),
        ("set_aside", "Refused on Polis by its moderators"),
    ]


def test_what_is_withdrawn_later_follows_unless_people_sorted_it(initiative: Initiative, receive: Receive, local: Person) -> None:
    receive(SHUTTLE, BROOK)
    keep_idea(Idea.objects.of(initiative).get(title="Rouvrir le ru"), by=local)

    receive({**SHUTTLE, "withdrawn": "true"}, {**BROOK, "withdrawn": "true"})

    assert states(initiative) == [("Une navette le dimanche", "set_aside"), ("Rouvrir le ru", "suggested")]


def test_what_people_took_back_is_not_set_aside_again(initiative: Initiative, receive: Receive, local: Person) -> None:
    receive({**SHUTTLE, "withdrawn": "true"})
    take_back(Idea.objects.of(initiative).get(), by=local)

    receive({**SHUTTLE, "withdrawn": "true", "votes": 3})

    assert states(initiative) == [("Une navette le dimanche", "suggested")]


def test_a_statement_that_is_accepted_at_last_comes_back(initiative: Initiative, receive: Receive, local: Person) -> None:
    other = {**STATEMENT, "comment-id": 5, "comment-body": "Il faut un marché le dimanche."}
    receive({**STATEMENT, "moderated": -1}, {**other, "moderated": -1}, columns=POLIS)
    aside = Idea.objects.of(initiative).latest("pk")
    set_idea_aside(aside, "existe déjà", by=local)

    receive(STATEMENT, other, columns=POLIS)

    assert [state for _title, state in states(initiative)] == ["suggested", "set_aside"]
