"""Workshop folders and workspaces to start from."""

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from tests.example import example_run


@pytest.fixture(scope="session")
def example_out(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Tests that write copy it."""
    return example_run(tmp_path_factory)


@pytest.fixture
def workspace(example_out: Path, tmp_path: Path) -> Path:
    return shutil.copytree(example_out, tmp_path / "out")


@pytest.fixture
def folder(tmp_path: Path) -> Callable[..., Path]:
    """A workshop's folder: file paths and their text or bytes."""

    def write(files: dict[str, str | bytes]) -> Path:
        root = tmp_path / "atelier"
        root.mkdir(exist_ok=True)
        for name, content in files.items():
            path = root / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(content.encode() if isinstance(content, str) else content)
        return root

    return write
