"""Whoever brings files by a link brings a few at once, and not all day long."""

from datetime import timedelta
from uuid import uuid4

import pytest
from django.utils import timezone

from semailles.core.enums import LinkPurpose
from semailles.core.errors import TooMany
from semailles.core.journal import About
from semailles.core.models import Person, PersonalLink
from semailles.core.quotas import spend
from semailles.intake.actions.bringing import MOST, TIMES, WITHIN, bring_files
from semailles.intake.actions.depositing import GivenFile
from semailles.intake.errors import TooManyGiven
from semailles.intake.models import DepositedFile
from semailles.workshop.actions import open_team
from semailles.workshop.actions.linking import LinkEntry, give_link
from semailles.workshop.models import Initiative, Team


@pytest.fixture
def team(initiative: Initiative, local: Person) -> Team:
    return open_team(initiative, "equipe-1", by=local)


@pytest.fixture
def link(team: Team, local: Person) -> PersonalLink:
    today = timezone.localdate()
    entry = LinkEntry(LinkPurpose.DEPOSIT, "Lise Aubin", today + timedelta(days=30), About("Team", team.public_id, str(team)))
    return give_link(team.initiative, entry, on=today, by=local)[0]


def bring(team: Team, link: PersonalLink, number: int) -> None:
    assert link.person is not None
    bring_files(team, [GivenFile(f"{rank}.txt", b"Ouvrir un verger.") for rank in range(number)], link, key=uuid4(), by=link.person)


def test_too_many_files_at_once_are_refused(team: Team, link: PersonalLink) -> None:
    with pytest.raises(TooManyGiven):
        bring(team, link, MOST + 1)

    assert DepositedFile.objects.count() == 0


def test_too_many_times_in_a_day_are_refused_and_it_says_when_to_come_back(team: Team, link: PersonalLink) -> None:
    for _ in range(TIMES):
        spend("deposit by link", str(link.public_id), limit=TIMES, within=WITHIN)

    with pytest.raises(TooMany) as refused:
        bring(team, link, 1)

    assert refused.value.sentence == "That is too often from here: come back in 24 hours."
    assert DepositedFile.objects.count() == 0
