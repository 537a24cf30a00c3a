"""What was proclaimed holds, and whatever is done to it is seen."""

from collections.abc import Callable
from uuid import UUID

import pytest
from django.utils import timezone
from pytest_django import DjangoAssertNumQueries

from semailles.core.journal import About, journal_of
from semailles.core.models import Person, Seal
from semailles.core.seals import Break, Fault, is_last, proclaim, seal, seal_with, seals_of, verdict_in_words, verify
from semailles.workshop.actions import open_initiative
from semailles.workshop.models import Initiative

CANTEEN = About("Project", UUID(int=7), "La légumerie")


def set_three(initiative: Initiative, by: Person) -> list[Seal]:
    return [seal("dropped project", CANTEEN, {"reason": reason}, by=by, initiative=initiative) for reason in ("un", "deux", "trois")]


def test_each_seal_holds_the_digest_of_the_one_before(initiative: Initiative, local: Person) -> None:
    first, second, third = set_three(initiative, local)

    assert [(one.rank, one.previous) for one in (first, second, third)] == [(1, ""), (2, first.digest), (3, second.digest)]
    assert (verify(initiative.public_id).breaks, verify(initiative.public_id).head) == ((), third.digest)


def test_what_is_proclaimed_is_in_the_journal_too(initiative: Initiative, local: Person) -> None:
    proclaim("dropped project", CANTEEN, by=local, initiative=initiative, beside={"sha256": "ab"}, reason="personne ne porte")

    line, found = journal_of(initiative.public_id).lines[0], seals_of(initiative.public_id)

    assert (line.sentence, found[0].sentence) == ("dropped « La légumerie » (project): personne ne porte",) * 2
    assert Seal.objects.get().detail == {"label": "La légumerie", "reason": "personne ne porte", "sha256": "ab"}


def changed_content(link: Seal) -> None:
    link.content = link.content.replace("dropped", "took back")
    link.save()


def another_reason(link: Seal) -> None:
    link.told = {**link.told, "reason": ["autre", link.told["reason"][1]]}
    link.save()


def reason_gone(link: Seal) -> None:
    link.told = {**link.told, "reason": ["", ""]}
    link.save()


def value_slipped_in(link: Seal) -> None:
    link.told = {**link.told, "vote": ["unanime", "00"]}
    link.save()


def another_day(link: Seal) -> None:
    link.at = timezone.now()
    link.save()


def another_person(link: Seal) -> None:
    link.by = Person.objects.create(name="une autre")
    link.save()


@pytest.mark.parametrize(
    ("touch", "found"),
    [
        (changed_content, Break(2, Fault.CONTENT)),
        (another_reason, Break(2, Fault.VALUE, "reason")),
        (reason_gone, Break(2, Fault.ERASED, "reason")),
        (value_slipped_in, Break(2, Fault.VALUE, "vote")),
        (another_day, Break(2, Fault.ROW)),
        (another_person, Break(2, Fault.ROW)),
        (Seal.delete, Break(2, Fault.MISSING)),
    ],
)
def test_whatever_is_done_to_a_seal_is_seen(initiative: Initiative, local: Person, touch: Callable[[Seal], object], found: Break) -> None:
    touch(set_three(initiative, local)[1])

    assert verify(initiative.public_id).breaks == (found,)


@pytest.mark.parametrize("content", ["", "[]", "[" * 200_000, '{"values": []}', '{"values": {"reason": null}}'])
def test_a_content_that_says_anything_is_a_break_and_no_failure(initiative: Initiative, local: Person, content: str) -> None:
    second = set_three(initiative, local)[1]
    Seal.objects.filter(pk=second.pk).update(content=content)

    assert verify(initiative.public_id).breaks == (Break(2, Fault.CONTENT), Break(2, Fault.VALUE, "label"), Break(2, Fault.VALUE, "reason"))


@pytest.mark.parametrize("told", [[], "", {"reason": "deux"}, {"reason": []}, {"reason": ["deux", 7]}])
def test_values_that_are_no_longer_pairs_are_a_break_and_no_failure(initiative: Initiative, local: Person, told: object) -> None:
    second = set_three(initiative, local)[1]
    Seal.objects.filter(pk=second.pk).update(told=told)

    assert verify(initiative.public_id).breaks == (Break(2, Fault.ERASED, "label"), Break(2, Fault.ERASED, "reason"))
    assert [one.rank for one in seals_of(initiative.public_id)] == [3, 2, 1]


def test_a_seal_made_again_whole_no_longer_carries_the_next(initiative: Initiative, local: Person) -> None:
    _, second, third = set_three(initiative, local)
    Seal.objects.filter(rank__gt=1).delete()
    seal("took project back", CANTEEN, {"reason": "deux"}, by=local, initiative=initiative)
    Seal.objects.bulk_create([third])

    verdict = verify(initiative.public_id)

    assert verdict.breaks == (Break(3, Fault.LINK),)
    assert verdict_in_words(verdict) == (
        "The chain breaks at seal 3: it does not follow from the one before: a seal was changed, added or taken out."
    )
    assert seal_with(initiative.public_id, second.digest) is None


def test_a_noted_digest_is_found_by_its_first_eight_signs(initiative: Initiative, local: Person) -> None:
    second = set_three(initiative, local)[1]

    found = [seal_with(initiative.public_id, noted) for noted in (second.digest[:8].upper(), f" {second.digest} ", second.digest[:7])]

    assert [one and one.rank for one in found] == [2, 2, None]


def test_each_initiative_has_its_chain(initiative: Initiative, local: Person) -> None:
    set_three(initiative, local)
    other = open_initiative("Plateau", by=local)

    first = seal("dropped project", CANTEEN, {}, by=local, initiative=other)

    assert (first.rank, verify(other.public_id).seals, verify(initiative.public_id).seals) == (1, 1, 3)


def test_a_seal_moved_to_another_initiative_is_seen(initiative: Initiative, local: Person) -> None:
    other = open_initiative("Plateau", by=local)
    Seal.objects.filter(pk=set_three(initiative, local)[0].pk).update(initiative_id=other.public_id)

    assert verify(other.public_id).breaks == (Break(1, Fault.ROW),)


def test_the_same_thing_said_last_is_known(initiative: Initiative, local: Person) -> None:
    set_three(initiative, local)

    said = [is_last("dropped project", {"reason": reason}, initiative_id=initiative.public_id) for reason in ("trois", "deux")]

    assert said == [True, False]


@pytest.mark.parametrize("rounds", [1, 3])
def test_a_long_chain_asks_no_more_queries(
    initiative: Initiative, local: Person, django_assert_num_queries: DjangoAssertNumQueries, rounds: int
) -> None:
    for _round in range(rounds):
        set_three(initiative, local)

    with django_assert_num_queries(2):
        verdict = verify(initiative.public_id)

    assert verdict.seals == 3 * rounds
