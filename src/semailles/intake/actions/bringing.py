"""Files given by whoever a coordinator asked for them, by a personal link."""

from collections.abc import Sequence
from datetime import timedelta
from uuid import UUID

from django.db import transaction

from semailles.core.journal import record
from semailles.core.models import Person, PersonalLink
from semailles.core.permits import require
from semailles.core.quotas import spend
from semailles.intake.actions.depositing import GivenFile, deposit_files
from semailles.intake.errors import TooManyGiven
from semailles.intake.models import Deposit
from semailles.workshop.linked import may_deposit_by_link
from semailles.workshop.models import Team

MOST, TIMES, WITHIN = 20, 20, timedelta(days=1)


@transaction.atomic
def bring_files(team: Team, given: Sequence[GivenFile], link: PersonalLink, *, key: UUID, by: Person) -> Deposit:
    """They are read for the team that the link names, as if whoever gave it had given them: it is their answer that those are welcome."""
    require(may_deposit_by_link(by, team), by=by)
    if len(given) > MOST:
        raise TooManyGiven(len(given), MOST)
    spend("deposit by link", str(link.public_id), limit=TIMES, within=WITHIN)
    deposit = deposit_files(team.initiative, given, folder=team.folder, key=key, by=link.given_by)
    record("brought", link, by=by, initiative=team.initiative, files=len(given))
    return deposit
