"""The doctor says on what an instance stands."""

from pathlib import Path

import pytest
from tests.command import semailles
from tests.stories.test_doctor import examined, instance_made

from semailles.cli.disks import filesystem_of
from semailles.core.jobs.signs import SIGN

__all__ = ["instance_made"]

MOUNTED = """\
22 1 8:1 / / rw,relatime shared:1 - ext4 /dev/sda1 rw
30 22 0:40 / /srv rw - nfs4 server:/srv rw
31 30 8:2 / /srv/own\\040disk rw shared:2 master:1 - xfs /dev/sdb1 rw
33 30 8:3 / /srv/tab\\011and\\134 rw shared:2 master:1 - ext4 /dev/sdc1 rw
32 22 0:41 / /srvx rw - tmpfs tmpfs rw
"""


@pytest.mark.parametrize(
    ("folder", "kind"),
    [
        ("/var/lib/semailles", "ext4"),
        ("/srv/semailles", "nfs4"),
        ("/srv/own disk/semailles", "xfs"),
        ("/srv/tab\tand\\/semailles", "ext4"),
        ("/srvx", "tmpfs"),
    ],
)
def test_a_folder_is_on_what_is_mounted_nearest_to_it(folder: str, kind: str) -> None:
    assert filesystem_of(Path(folder), MOUNTED) == kind


def test_a_system_that_says_nothing_of_its_disks_is_no_fault() -> None:
    assert filesystem_of(Path("/srv"), "") == ""


def test_a_database_without_a_fault_is_said_to_be_whole(instance_made: Path) -> None:
    _code, found = examined(instance_made)

    assert {key: found["Base de données"][key] for key in ("is_fine", "said")} == {"is_fine": True, "said": "entière"}


def test_a_damaged_database_is_said_with_what_to_do_and_left_as_it_is(instance_made: Path) -> None:
    database = instance_made / "semailles.sqlite3"
    damaged = bytearray(database.read_bytes())
    damaged[4096 : 4096 * 20] = b"\xff" * (4096 * 19)
    database.write_bytes(damaged)

    code, found = examined(instance_made)

    assert (code, found["Base de données"]["is_fine"]) == (1, False)
    assert found["Base de données"]["remedy"] == (
        f"abîmée : arrêtez Semailles, mettez {instance_made} de côté sans rien y changer, et reprenez la dernière sauvegarde"
    )
    assert database.read_bytes() == damaged
    assert "Droits" in found


def test_work_that_nobody_does_is_said(instance_made: Path) -> None:
    assert examined(instance_made)[1]["Travail de fond"]["said"] == "n’a pas donné signe de vie"

    (instance_made / SIGN).touch()

    assert examined(instance_made)[1]["Travail de fond"]["said"] == "donne signe de vie"


def test_letters_that_travel_in_the_clear_are_said(instance_made: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SEMAILLES_MAIL", "smtp://courrier.exemple.test:25")

    assert examined(instance_made)[1]["Courrier"]["remedy"] == (
        "les courriers et leurs liens voyagent en clair : écrivez smtps:// dans SEMAILLES_MAIL, ou un nom et un mot de passe"
    )


def test_a_mistyped_setting_is_said_before_anything_else(instance_made: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SEMAILLES_PROXIES", "un")

    done = semailles("doctor", instance_made)

    assert (done.returncode, done.stderr) == (
        2,
        "SEMAILLES_PROXIES vaut « un » : écrivez un nombre entier, comme dans SEMAILLES_PROXIES=1.\n",
    )
