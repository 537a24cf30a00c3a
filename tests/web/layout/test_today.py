"""Which day it is."""

from datetime import date, datetime
from zoneinfo import ZoneInfo

import pytest
from pytest_django.fixtures import Settings

from semailles.web.layout.today import today
from semailles.workshop.models import Initiative


def test_a_demonstration_says_its_day(settings: Settings) -> None:
    settings.TODAY = date(2015, 2, 11)

    assert today(Initiative()) == date(2015, 2, 11)


@pytest.mark.parametrize("zone", ["Pacific/Kiritimati", "Pacific/Pago_Pago"])
def test_the_day_is_that_of_the_initiatives_time_zone(zone: str) -> None:
    before, found, after = datetime.now(ZoneInfo(zone)).date(), today(Initiative(time_zone=zone)), datetime.now(ZoneInfo(zone)).date()

    assert found in {before, after}
