"""The founding case: three months of work and one of writing from 2 February 2015, two steering meetings, a report due on 30 April."""

from datetime import date
from decimal import Decimal

from semailles.engines.scheduling import Deadline, Meeting, Phase, Schedule

WORK, WRITING = Phase("work", "Travaux", Decimal(3)), Phase("writing", "Rédaction", Decimal(1))
LAUNCH = Meeting("launch", "lancement", body="Comité de pilotage", is_steering=True)
APPROVAL = Meeting("approval", "validation", body="Comité de pilotage", is_steering=True)
DEADLINE = Deadline(date(2015, 4, 30), "rapport de la mission")
FOUNDING = Schedule((WORK, WRITING), (LAUNCH, APPROVAL), date(2015, 2, 2), DEADLINE)
BEFORE = date(2015, 1, 31)
