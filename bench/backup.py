"""A backup of a gigabyte of files and ten thousand ideas, against the copy of the same folder by the system's own `cp`, made to reach the disk.

In turns, the best of several: what else the machine does only adds to a time. The memory of a backup of a tenth of the files stands beside.
"""

import json
import os
import random
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterable
from pathlib import Path

from main_job import measured

SEMAILLES = str(Path(sys.executable).with_name("semailles"))
FILES, SIZE = 512, 2 * 2**20
FEWER = FILES // 10
RUNS = 3
LEAST_SHARE, MOST_GROWTH = 0.5, 32.0  # of the copy's rate; MB

FILL = """
import sys
from pathlib import Path
from uuid import uuid4
sys.path.insert(0, sys.argv[3])
from semailles.cli import opening
opening.start(Path(sys.argv[1]), "fr")
from django.utils import timezone
from filling import fill
from semailles.intake.models import Deposit, DepositedFile
initiative = fill()
initiative.refresh_from_db()
from semailles.core.models import Person
deposit = Deposit.objects.create(initiative=initiative, public_id=uuid4(), by=Person.objects.get(is_local=True), at=timezone.now())
digests = Path(sys.argv[2]).read_text().split()
DepositedFile.objects.bulk_create(
    DepositedFile(initiative=initiative, deposit=deposit, rank=rank, path=f"photo-{rank}.jpg", sha256=digest) for rank, digest in enumerate(digests)
)
from semailles.intake.models import DocumentVersion
DocumentVersion.objects.update(sha256=digests[0])
"""


def workspace(work: Path, files: int) -> Path:
    """Files that no disk makes smaller, each named by a row."""
    import hashlib

    chance, out, digests = random.Random(2015), work / f"out-{files}", []  # noqa: S311 - the same files in every run
    for _rank in range(files):
        content = chance.randbytes(SIZE)
        digests.append(hashlib.sha256(content).hexdigest())
        target = out / "media" / digests[-1][:2] / digests[-1]
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(content)
    (work / "digests").write_text("\n".join(digests))
    subprocess.run([sys.executable, "-c", FILL, str(out), str(work / "digests"), str(Path(__file__).parent)], check=True)
    os.sync()
    return out


def copied(out: Path, work: Path) -> float:
    """Seconds that `cp` takes until all of it is on the disk."""
    target = work / "copied"
    took, _memory = measured(["sh", "-c", 'cp -r "$0" "$1" && find "$1" -type f -exec sync {} +', str(out), str(target)])
    shutil.rmtree(target)
    return took


def saved(out: Path, work: Path) -> tuple[float, float]:
    """A first backup: nothing is there already."""
    place = work / "saved"
    took = measured([SEMAILLES, "backup", str(out), "--to", str(place)])
    shutil.rmtree(place)
    return took


def saved_again(out: Path, work: Path) -> float:
    place = work / "again"
    measured([SEMAILLES, "backup", str(out), "--to", str(place)])
    took, _memory = measured([SEMAILLES, "backup", str(out), "--to", str(place)])
    shutil.rmtree(place)
    return took


def main() -> None:
    with tempfile.TemporaryDirectory(dir=sys.argv[1] if len(sys.argv) > 1 else None) as name:
        work = Path(name)
        small, out = workspace(work, FEWER), workspace(work, FILES)
        megabytes = sum(path.stat().st_size for path in out.rglob("*") if path.is_file()) / 2**20
        turns = [(saved(out, work), copied(out, work)) for _ in range(RUNS)]
        again, (_took, few) = saved_again(out, work), saved(small, work)
    ours, peer = best(ours for (ours, _), _ in turns), best(copy for _, copy in turns)
    peak = max(memory for (_, memory), _ in turns)
    share, growth = peer / ours, peak - few
    rows = [
        {
            "name": "backup, MB/s",
            "megabytes": megabytes,
            "ours": megabytes / ours,
            "cp": megabytes / peer,
            "share": share,
            "target": LEAST_SHARE,
            "ok": share >= LEAST_SHARE,
        },
        {"name": "backup, peak MB", "ours": peak, "a tenth of the files": few, "target": few + MOST_GROWTH, "ok": growth <= MOST_GROWTH},
        {"name": "backup again, nothing new", "seconds": again, "first_s": ours},
    ]
    for row in rows:
        print(json.dumps({key: round(value, 3) if isinstance(value, float) else value for key, value in row.items()}))


def best(runs: Iterable[float]) -> float:
    return min(runs)


if __name__ == "__main__":
    main()
