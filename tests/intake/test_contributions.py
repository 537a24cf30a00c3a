"""What the public proposes is no idea before somebody keeps it, and who proposed it stays unknown."""

from datetime import date
from uuid import uuid4

import pytest
from pytest_django.fixtures import Settings

from semailles.core.errors import NotAllowed, TooMany
from semailles.core.links import link_of, new_token
from semailles.core.models import Event, Person, PersonalLink, Spent
from semailles.intake.actions.contributing import LIMIT, ContributionEntry, contribute, erase_contributor, withdraw_contribution
from semailles.intake.actions.sorting_contributions import (
    join_contribution,
    keep_contribution,
    mark_unwanted,
    refuse_contributions,
    take_up_contribution,
)
from semailles.intake.actions.welcoming import WelcomeEntry, describe_welcome
from semailles.intake.errors import AlreadyDecided, NotTaking, StandsAsIdea
from semailles.intake.models import Contribution, Document, Idea, Source, Welcome
from semailles.workshop.errors import Incorrect, ReasonMissing, StaleEdit
from semailles.workshop.models import Initiative

SHED = ContributionEntry("Une remise à outils partagée", "Chacun y prête ses outils.\nElle ouvre le samedi.", "la gare", "Une voisine")


@pytest.fixture
def welcome(initiative: Initiative, local: Person) -> Welcome:
    return describe_welcome(initiative, WelcomeEntry(is_open=True, takes_ideas=True), revision=0, by=local)


def _propose(initiative: Initiative, entry: ContributionEntry = SHED, *, token: str = "", sender: str = "") -> Contribution:
    place = sender or str(uuid4())
    return contribute(initiative, entry, token=token or new_token(), sender=place, by=Person(name="visitor"))


def test_what_is_proposed_is_no_idea_yet(initiative: Initiative, welcome: Welcome) -> None:
    given = _propose(initiative)

    assert (given.state, str(given), given.by.name) == ("waiting", "Contribution 1", "Contribution 1")
    assert (Idea.objects.count(), Document.objects.count()) == (0, 0)


def test_kept_it_is_an_idea_of_the_public_with_its_very_words(initiative: Initiative, welcome: Welcome, local: Person) -> None:
    idea = keep_contribution(_propose(initiative), by=local)

    assert (Idea.objects.current().get(), str(idea.team)) == (idea, "Contributions publiques")
    assert (idea.state, idea.text) == ("kept", "Une remise à outils partagée : Chacun y prête ses outils. Elle ouvre le samedi.")
    source = Source.objects.select_related("passage__version__document").get()
    assert source.quote == "Chacun y prête ses outils. Elle ouvre le samedi."
    assert source.quote == source.passage.text[source.start : source.end]
    document = source.passage.version.document
    assert (document.path, document.diffusion) == ("contributions-publiques/contribution-0001.txt", "publique")
    assert document.consent.startswith("Proposée par le formulaire public")
    assert Contribution.objects.get().idea == idea


def test_an_idea_of_one_line_is_quoted_too(initiative: Initiative, welcome: Welcome, local: Person) -> None:
    idea = keep_contribution(_propose(initiative, ContributionEntry("Planter des haies")), by=local)

    assert (idea.text, Source.objects.get().quote) == ("Planter des haies", "Planter des haies")


def test_who_wrote_it_stands_in_no_document_and_no_journal(initiative: Initiative, welcome: Welcome, local: Person, media: object) -> None:
    keep_contribution(_propose(initiative), by=local)

    assert not Source.objects.filter(passage__text__contains="voisine").exists()
    assert [line for line in Event.objects.values_list("label", "detail", "by__name") if "voisine" in str(line)] == []


def test_the_same_form_sent_twice_proposes_once(initiative: Initiative, welcome: Welcome) -> None:
    token = new_token()

    assert _propose(initiative, token=token) == _propose(initiative, token=token)
    assert (Contribution.objects.count(), PersonalLink.objects.count(), Spent.objects.count()) == (1, 1, 1)


def test_the_link_that_the_form_carried_leads_back_to_it(initiative: Initiative, welcome: Welcome) -> None:
    token = new_token()

    given = _propose(initiative, token=token)

    link = link_of(token)
    assert (link.purpose, link.subject_kind, link.subject_id, link.person) == ("follow", "Contribution", given.public_id, given.by)


def test_too_many_from_one_place_are_refused_with_words(initiative: Initiative, welcome: Welcome) -> None:
    for _ in range(LIMIT):
        _propose(initiative, sender="198.51.100.7")

    with pytest.raises(TooMany) as refused:
        _propose(initiative, sender="198.51.100.7")

    assert refused.value.sentence == "That is too often from here: come back in 60 minutes."
    assert Contribution.objects.count() == LIMIT


def test_a_closed_page_takes_nothing_from_a_visitor(initiative: Initiative, local: Person) -> None:
    stranger = Person.objects.create(name="passer-by")

    with pytest.raises(NotAllowed):
        contribute(initiative, SHED, token=new_token(), sender="198.51.100.7", by=stranger)


@pytest.mark.parametrize(
    ("entry", "sentence"),
    [
        (WelcomeEntry(is_open=True), "This initiative does not take ideas from the public at the moment: write to its team."),
        (
            WelcomeEntry(is_open=True, takes_ideas=True, ideas_from=date(2027, 4, 13)),
            "Ideas can be proposed from 13 April 2027 on: come back then.",
        ),
        (
            WelcomeEntry(is_open=True, takes_ideas=True, ideas_until=date(2027, 4, 11)),
            "Ideas could be proposed until 11 April 2027: write to the team of the initiative.",
        ),
    ],
)
def test_outside_its_days_the_sentence_says_when(
    initiative: Initiative, local: Person, settings: Settings, entry: WelcomeEntry, sentence: str
) -> None:
    settings.TODAY = date(2027, 4, 12)
    describe_welcome(initiative, entry, revision=0, by=local)

    with pytest.raises(NotTaking) as refused:
        _propose(initiative)

    assert refused.value.sentence == sentence


def test_beyond_what_the_team_can_read_none_is_taken_but_unwanted_ones_do_not_count(initiative: Initiative, local: Person) -> None:
    describe_welcome(initiative, WelcomeEntry(is_open=True, takes_ideas=True, most_ideas=1), revision=0, by=local)
    mark_unwanted([_propose(initiative)], by=local)
    _propose(initiative)

    with pytest.raises(NotTaking):
        _propose(initiative)


def test_an_empty_title_is_said_in_words(initiative: Initiative, welcome: Welcome) -> None:
    with pytest.raises(Incorrect):
        _propose(initiative, ContributionEntry("  ", "texte"))

    assert (Contribution.objects.count(), Person.objects.filter(is_local=False).count()) == (0, 0)


def test_a_duplicate_makes_the_public_say_what_a_team_said(initiative: Initiative, welcome: Welcome, local: Person) -> None:
    told = keep_contribution(_propose(initiative), by=local)

    joined = join_contribution(_propose(initiative, ContributionEntry("Partager les outils")), of=told, by=local)

    assert (joined.state, joined.merged_into) == ("merged", told)
    assert Contribution.objects.get(number=2).state == "duplicate"


def test_a_refusal_says_why(initiative: Initiative, welcome: Welcome, local: Person) -> None:
    given = _propose(initiative)
    with pytest.raises(ReasonMissing):
        refuse_contributions([given], " ", by=local)

    refuse_contributions([given], "Hors du territoire.", by=local)

    given.refresh_from_db()
    assert (given.state, given.reason, Idea.objects.count()) == ("refused", "Hors du territoire.", 0)


def test_nobody_decides_twice(initiative: Initiative, welcome: Welcome, local: Person) -> None:
    given = _propose(initiative)
    keep_contribution(given, by=local)

    with pytest.raises(AlreadyDecided) as refused:
        refuse_contributions([given], "Trop tard.", by=local)

    assert refused.value.sentence.startswith("« Contribution 1 » is already sorted (kept)")
    assert Idea.objects.count() == 1


def test_what_was_put_apart_by_mistake_is_read_again(initiative: Initiative, welcome: Welcome, local: Person) -> None:
    given = _propose(initiative)
    mark_unwanted([given], by=local)

    take_up_contribution(given, by=local)
    keep_contribution(given, by=local)

    assert Idea.objects.current().count() == 1


def test_only_those_who_sort_decide(initiative: Initiative, welcome: Welcome) -> None:
    given, stranger = _propose(initiative), Person.objects.create(name="passer-by")

    for gesture in (keep_contribution, take_up_contribution):
        with pytest.raises(NotAllowed):
            gesture(given, by=stranger)
    with pytest.raises(NotAllowed):
        mark_unwanted([given], by=stranger)
    assert Contribution.objects.get().state == "waiting"


def test_whoever_wrote_it_takes_it_back_and_its_words_are_gone(initiative: Initiative, welcome: Welcome, local: Person) -> None:
    given = _propose(initiative)

    withdraw_contribution(given, by=given.by)

    given.refresh_from_db()
    assert (given.state, given.title, given.text, given.place, given.signed_as) == ("withdrawn", "", "", "", "")
    with pytest.raises(AlreadyDecided):
        keep_contribution(given, by=local)


def test_a_kept_idea_stays_but_the_name_goes(initiative: Initiative, welcome: Welcome, local: Person) -> None:
    given = _propose(initiative)
    keep_contribution(given, by=local)
    with pytest.raises(StandsAsIdea):
        withdraw_contribution(given, by=given.by)

    erase_contributor(given, by=given.by)

    given.refresh_from_db()
    assert (given.signed_as, given.erased_at is None, given.title) == ("", False, SHED.title)


def test_nobody_withdraws_what_another_wrote(initiative: Initiative, welcome: Welcome, local: Person) -> None:
    first, second = _propose(initiative), _propose(initiative)

    for other in (second.by, local, Person(name="visitor")):
        with pytest.raises(NotAllowed):
            withdraw_contribution(first, by=other)
        with pytest.raises(NotAllowed):
            erase_contributor(first, by=other)


def test_only_a_coordinator_opens_the_page_and_two_do_not_undo_each_other(initiative: Initiative, welcome: Welcome, local: Person) -> None:
    with pytest.raises(NotAllowed):
        describe_welcome(initiative, WelcomeEntry(), revision=0, by=Person.objects.create(name="passer-by"))
    describe_welcome(initiative, WelcomeEntry(is_open=True, takes_ideas=True, words="Bienvenue"), revision=0, by=local)

    with pytest.raises(StaleEdit):
        describe_welcome(initiative, WelcomeEntry(is_open=True, takes_ideas=True, words="Bonjour"), revision=0, by=local)

    assert Welcome.objects.get().words == "Bienvenue"
