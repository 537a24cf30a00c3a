"""Work that the clock starts is done by one at a time. What a server keeps for several hosts has its own story."""

from pathlib import Path

import pytest
from pytest_django.fixtures import Settings
from tests.forked import forked

from semailles.core.alone import alone


@pytest.fixture
def place(settings: Settings, tmp_path: Path) -> Path:
    settings.WORKSPACE = tmp_path
    return tmp_path


def try_beside(folder: str) -> int:
    """Another process of the same host."""
    import os

    os.environ["SEMAILLES_WORKSPACE"] = folder
    from semailles.cli.opening import set_up

    set_up("en")
    with alone("letters") as is_alone:
        return 0 if is_alone else 3


def test_two_processes_of_a_host_do_not_do_it_together(place: Path) -> None:
    with alone("letters") as first:
        beside = forked(try_beside, str(place)).returncode
    after = forked(try_beside, str(place)).returncode

    assert (first, beside, after) == (True, 3, 0)


def test_another_work_is_no_hindrance(place: Path) -> None:
    with alone("letters") as letters, alone("backup") as backup:
        assert (letters, backup) == (True, True)


def test_a_work_that_fails_lets_go(place: Path) -> None:
    with pytest.raises(ZeroDivisionError), alone("letters"):
        raise ZeroDivisionError

    with alone("letters") as again:
        assert again
