"""What is no actor takes its mentions away, and no later run brings it back."""

from datetime import date

import pytest
from tests.intake.test_merging import UNION, WALKERS, Together, named, one, together

from semailles.core.models import Person
from semailles.intake.actions import dismiss_actor, recall_actor
from semailles.intake.models import Mention
from semailles.intake.queries import known_actors
from semailles.publication.gathering import gather
from semailles.publication.queries import snapshot
from semailles.workshop.errors import NotStanding
from semailles.workshop.models import Initiative

__all__ = ["together"]
DAY = date(2027, 3, 8)


def test_no_later_run_brings_back_what_is_no_actor(initiative: Initiative, local: Person, together: Together) -> None:
    dismiss_actor(one(initiative, WALKERS), "un nom de jeu", on=DAY, by=local)
    aside = named(initiative)
    together()

    assert (aside, named(initiative)) == ({UNION: 2}, {UNION: 2})
    assert [actor.name for actor in known_actors(initiative)] == [UNION]
    gather(initiative, by=local)
    assert [actor.name for actor in snapshot(initiative, on=DAY).actors] == [UNION]
    assert not Mention.objects.of(initiative).filter(actor=one(initiative, WALKERS)).exists()


def test_put_back_it_takes_its_mentions_again(initiative: Initiative, local: Person, together: Together) -> None:
    before = list(Mention.objects.of(initiative).order_by("pk").values_list("quote", "actor__name"))
    dismiss_actor(one(initiative, UNION), "essai", on=DAY, by=local)
    dismiss_actor(one(initiative, WALKERS), "un nom de jeu", on=DAY, by=local)

    recall_actor(one(initiative, WALKERS), by=local)
    only = named(initiative)
    recall_actor(one(initiative, UNION), by=local)

    assert only == {WALKERS: 1}
    assert list(Mention.objects.of(initiative).order_by("pk").values_list("quote", "actor__name")) == before


def test_what_was_merged_is_separated_before_it_is_set_aside(initiative: Initiative, local: Person, together: Together) -> None:
    walkers = one(initiative, WALKERS)
    walkers.merged_into, walkers.merge_reason = one(initiative, UNION), "même bureau"
    walkers.save()

    with pytest.raises(NotStanding):
        dismiss_actor(walkers, "un nom de jeu", on=DAY, by=local)
