"""A personal link opens one thing, for one person, until a day; what does not open says why."""

import hashlib
from collections.abc import Callable
from datetime import timedelta

import pytest
from django.core.exceptions import ValidationError
from django.utils import timezone
from pytest_django import DjangoAssertNumQueries

from semailles.core.enums import LinkPurpose
from semailles.core.links import ExpiredLink, UsedLink, WithdrawnLink, WrongLink, issue, link_of, note_opening, spend
from semailles.core.models import Person, PersonalLink
from semailles.workshop.models import Initiative

Given = Callable[..., tuple[PersonalLink, str]]


@pytest.fixture
def given(initiative: Initiative, local: Person) -> Given:
    def give(**said: object) -> tuple[PersonalLink, str]:
        now = timezone.now()
        dates = {"given_at": now, "ends_at": now + timedelta(days=3)}
        link = PersonalLink(initiative_id=initiative.public_id, purpose=LinkPurpose.READ, given_by=local, **{**dates, **said})
        return link, issue(link)

    return give


def test_a_link_opens_by_its_token_which_is_kept_nowhere(given: Given) -> None:
    link, token = given()

    assert link_of(token) == link
    assert PersonalLink.objects.get().digest == hashlib.sha256(token.encode()).hexdigest()
    assert [value for value in vars(PersonalLink.objects.get()).values() if token in str(value)] == []
    assert len(token) == 43


def test_a_link_that_does_not_open_says_why(given: Given) -> None:
    now = timezone.now()
    _, past = given(given_at=now - timedelta(days=2), ends_at=now - timedelta(seconds=1))
    _, withdrawn = given(withdrawn_at=now)
    _, used = given(single_use=True, used_at=now)

    for token, refusal in (
        ("x" * 43, WrongLink),
        ("é" * 9000, WrongLink),
        (past, ExpiredLink),
        (withdrawn, WithdrawnLink),
        (used, UsedLink),
    ):
        with pytest.raises(refusal):
            link_of(token)


def test_any_token_costs_one_query(given: Given, django_assert_num_queries: DjangoAssertNumQueries) -> None:
    _, token = given()

    with django_assert_num_queries(2):
        link_of(token)
        with pytest.raises(WrongLink):
            link_of("y" * 43)


def test_a_link_of_single_use_serves_once_even_to_two_at_once(given: Given) -> None:
    link, token = given(single_use=True)
    seen_before = link_of(token)

    spend(link)

    with pytest.raises(UsedLink):
        spend(seen_before)
    with pytest.raises(UsedLink):
        link_of(token)


def test_a_link_of_many_uses_serves_until_it_is_withdrawn(given: Given) -> None:
    link, token = given()
    spend(link)
    spend(link)
    still_open = link_of(token)
    PersonalLink.objects.update(withdrawn_at=timezone.now())

    assert still_open == link
    with pytest.raises(WithdrawnLink):
        link_of(token)


def test_the_first_opening_is_the_one_that_is_kept(given: Given) -> None:
    link, _ = given()

    note_opening(link)
    first = PersonalLink.objects.get().opened_at
    note_opening(link)

    assert first is not None
    assert PersonalLink.objects.get().opened_at == first


def test_only_links_that_still_open_are_standing(given: Given) -> None:
    now = timezone.now()
    standing, _ = given()
    served, _ = given(used_at=now)
    given(single_use=True, used_at=now)
    given(withdrawn_at=now)
    given(given_at=now - timedelta(days=2), ends_at=now - timedelta(days=1))

    assert set(PersonalLink.objects.standing(now)) == {standing, served}
    assert {link for link in PersonalLink.objects.all() if link.is_standing(now)} == {standing, served}


def test_a_link_ends_after_it_is_given_and_names_its_thing_whole(given: Given) -> None:
    for fault in ({"ends_at": timezone.now() - timedelta(days=1)}, {"subject_kind": "Project"}):
        with pytest.raises(ValidationError):
            given(**fault)
