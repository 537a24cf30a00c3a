"""Workspaces that faults happen to."""

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from tests.faults.tally import Tally, tell
from tests.forked import forked
from tests.stories.mortal import main

Told = Callable[..., None]


@pytest.fixture
def told(request: pytest.FixtureRequest) -> Told:
    """Says what a fault came to; fails when a write was lost or done twice."""
    return lambda *named, **figures: tell(request, Tally(*named, **figures))


@pytest.fixture(scope="session")
def laid(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A workspace without documents, made once and copied."""
    ground = tmp_path_factory.mktemp("ground")
    assert forked(main, ground, "lay").returncode == 0
    return ground


@pytest.fixture
def workspace(laid: Path, tmp_path: Path) -> Path:
    return shutil.copytree(laid, tmp_path / "out")
