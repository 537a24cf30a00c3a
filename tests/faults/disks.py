"""Small disks of a test's own, full or only read. Only root mounts any."""

import os
import shutil
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

MEGABYTE = 2**20

needs_root = pytest.mark.skipif(os.geteuid() != 0, reason="only root mounts a disk")


@contextmanager
def small_disk(place: Path, megabytes: int) -> Iterator[Path]:
    place.mkdir()
    _mount("-t", "tmpfs", "-o", f"size={megabytes}m", "tmpfs", str(place))
    try:
        yield place
    finally:
        _unmount(place)


@contextmanager
def only_read(place: Path) -> Iterator[None]:
    """What stands there, as on a disk that the system has made read-only."""
    _mount("--bind", str(place), str(place))
    try:
        _mount("-o", "remount,ro,bind", str(place))
        yield
    finally:
        _unmount(place)


@contextmanager
def filled(place: Path, *, left: int = 0) -> Iterator[None]:
    """The disk where this is. `left`: bytes that stay free."""
    filler = place / "filler"
    with filler.open("wb", buffering=0) as stream:
        try:
            while room := max(shutil.disk_usage(place).free - left, 0):
                stream.write(bytes(min(room, MEGABYTE)))
        except OSError:
            pass
    yield
    filler.unlink()


def _mount(*words: str) -> None:
    mount = shutil.which("mount")
    if mount is None or subprocess.run([mount, *words], check=False).returncode:  # our own words
        pytest.skip("this machine lets nobody mount a disk")


def _unmount(place: Path) -> None:
    subprocess.run([shutil.which("umount") or "umount", "-l", place], check=True)  # the same
