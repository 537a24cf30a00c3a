"""How often the same may be done from the same place."""

from datetime import UTC, datetime, timedelta

import pytest

from semailles.core.errors import TooMany
from semailles.core.models import Spent
from semailles.core.quotas import spend

NOON = datetime(2027, 4, 12, 12, tzinfo=UTC)
HOUR = timedelta(hours=1)


def _spend(key: str, *, minutes: int = 0, scope: str = "contribution") -> None:
    spend(scope, key, limit=2, within=HOUR, now=NOON + timedelta(minutes=minutes))


@pytest.mark.django_db
def test_beyond_the_limit_the_sentence_says_when_to_come_back() -> None:
    _spend("198.51.100.7")
    _spend("198.51.100.7", minutes=10)

    with pytest.raises(TooMany) as refused:
        _spend("198.51.100.7", minutes=20)

    assert refused.value.sentence == "That is too often from here: come back in 40 minutes."


@pytest.mark.django_db
def test_the_moment_that_was_said_is_never_too_early() -> None:
    _spend("198.51.100.7")
    _spend("198.51.100.7", minutes=10)

    _spend("198.51.100.7", minutes=60)

    assert Spent.objects.count() == 2


@pytest.mark.django_db
def test_another_place_and_another_gesture_count_apart() -> None:
    for key, scope in (("a", "contribution"), ("a", "contribution"), ("b", "contribution"), ("a", "login")):
        _spend(key, scope=scope)

    assert Spent.objects.count() == 4


@pytest.mark.django_db
def test_a_refusal_does_not_make_the_wait_longer() -> None:
    _spend("a")
    _spend("a")
    for minutes in (10, 20):
        with pytest.raises(TooMany):
            _spend("a", minutes=minutes)

    _spend("a", minutes=60)

    assert Spent.objects.get().at == NOON + HOUR


@pytest.mark.django_db
def test_the_place_itself_is_not_kept() -> None:
    _spend("198.51.100.7")

    assert "198.51.100.7" not in str(Spent.objects.values().get())


@pytest.mark.django_db
def test_a_long_wait_is_said_in_hours() -> None:
    spend("login", "a", limit=1, within=timedelta(hours=30), now=NOON)

    with pytest.raises(TooMany) as refused:
        spend("login", "a", limit=1, within=timedelta(hours=30), now=NOON)

    assert refused.value.sentence == "That is too often from here: come back in 30 hours."
