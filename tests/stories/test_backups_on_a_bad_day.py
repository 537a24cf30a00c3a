"""What a small association's server does to backups: clocks that are set back, sticks without links, shares, links, files that somebody wrote over."""

import errno
import json
import os
import sqlite3
from datetime import UTC, datetime
from pathlib import Path
from typing import Any
from urllib.parse import unquote

import pytest
from tests.command import EXAMPLE, command, semailles
from tests.forked import forked
from tests.stories.test_backups import DATABASE, backups, files

from semailles.cli import disks
from semailles.cli.backups.manifest import Chain, Kept, Manifest, NotABackup, backups_in, chosen, read, write
from semailles.cli.backups.placing import Former, Placed, placing_media, stored_name, stored_now
from semailles.cli.backups.thinning import rule_said, thin_out
from semailles.cli.backups.trial import Unsound, open_and_tell, trial
from semailles.cli.opening import place_of_work
from semailles.cli.troubles import sentence_about
from semailles.core.errors import Refusal
from semailles.core.files import sha256
from semailles.core.files.storing import replace
from semailles.core.snapshots import sync

TOMORROW = "20990101T030000Z"
NOTE = sha256(b"a note")
SAID = Manifest(
    version="1.0",
    of="/srv/atelier",
    made_at=datetime(2027, 4, 12, 1, 30, tzinfo=UTC),
    is_instance=False,
    server="sqlite",
    migrations=("core.0001_people_and_journal",),
    rows={"intake_idea": 3},
    files={DATABASE: Kept("0" * 64, 1)},
    seals={"x": Chain(1, "0")},
)


def dated(place: Path, *names: str) -> list[Path]:
    """Backups that hold nothing that can be read."""
    return [_dated(place / name) for name in names]


def _dated(folder: Path) -> Path:
    folder.mkdir(parents=True)
    (folder / "manifest.json").write_text("{}")
    return folder


def placed(digests: list[str], place: Path, former: Former | None) -> list[tuple[str, Placed | None]]:
    with placing_media(digests, place / "out", place / "work", former) as placing:
        return list(placing)


def _refused(number: int) -> Any:
    def refuse(*_words: object, **_named: object) -> None:
        raise OSError(number, os.strerror(number))

    return refuse


def with_a_share_at(place: str, *words: str) -> int:
    """As a disk of another machine, where SQLite locks nothing, and from which nothing is renamed to this one."""
    disks.MOUNTS = Path(f"{place}.mounts")
    mounted = os.fsencode(place.replace(" ", "\\040"))
    disks.MOUNTS.write_bytes(b"22 1 8:1 / / rw - ext4 /dev/sda1 rw\n30 22 0:40 / %s rw - cifs //nas/backups rw\n" % mounted)
    opens, renames = sqlite3.connect, os.rename

    def locked(database: Any, *options: Any, **named: Any) -> sqlite3.Connection:
        if Path(place).name in unquote(str(database)):
            raise sqlite3.OperationalError("database is locked")
        return opens(database, *options, **named)

    def other_disk(source: Any, target: Any) -> None:
        if Path(target).is_relative_to(place) and not Path(source).is_relative_to(place):
            raise OSError(errno.EXDEV, os.strerror(errno.EXDEV))
        renames(source, target)

    sqlite3.connect, os.rename = locked, other_disk  # type: ignore[assignment]  # Python's own, in this process only
    return command(*words)


def test_a_folder_with_links_and_a_name_of_any_bytes_is_saved_twice_and_put_back(workspace: Path, tmp_path: Path) -> None:
    out = workspace.rename(Path(os.fsdecode(os.fsencode(tmp_path) + b"/l'\xe9t\xe9 : 50 %")))
    place, there = out.with_name(f"{out.name}-backups"), tmp_path / "elsewhere"
    (out / "secret.key").write_text("k" * 64)
    expected = files(out)
    for copies in ("before-upgrade", "before-rollback"):
        (out / copies).mkdir()
        (out / copies / "20260101T030000Z-0.1.0.sqlite3").write_bytes(b"")
    (out / "secret.key").rename(tmp_path / "key")
    (out / "secret.key").symlink_to(tmp_path / "key")
    (out / "data").rename(tmp_path / "other-disk")
    (out / "data").symlink_to(tmp_path / "other-disk")
    (tmp_path / "other-disk" / "broken").symlink_to(tmp_path / "nowhere")
    (out / "loop").symlink_to("loop")
    (out / "last-backup.json").mkdir()  # where it cannot be written that a backup was made
    (tmp_path / "elsewhere.partial" / "media").mkdir(parents=True)
    (tmp_path / "elsewhere.partial" / ".unfinished").touch()  # by a restore that was killed

    first = forked(command, "backup", str(out))
    (out / "saved").symlink_to(place)
    (spoiled,) = dated(place, TOMORROW)
    second = forked(with_a_share_at, str(place), "--lang", "en", "backup", str(out))
    restored = forked(command, "restore", str(place), str(there))

    assert [done.returncode for done in (first, second, restored)] == [0, 0, 0], second.stderr
    assert second.stdout.splitlines()[-1].endswith(f"files: {len(expected) + 1} · there already: {len(expected)}")
    assert (len(backups(place)), spoiled.exists()) == (3, True)
    assert files(there) == expected
    assert ((there / "secret.key").is_symlink(), (there / "secret.key").stat().st_mode & 0o777) == (False, 0o600)
    assert not (tmp_path / "elsewhere.partial").exists()


def test_the_backup_that_was_just_made_stays_though_the_clock_was_set_back(tmp_path: Path) -> None:
    before, made, later = dated(tmp_path, "20260101T030000Z", "20260102T030000Z", TOMORROW)

    assert thin_out(tmp_path, rule_said("1d"), made=made) == [before]
    assert sorted(tmp_path.iterdir()) == [made, later]


def test_a_backup_of_tomorrow_is_not_the_latest(tmp_path: Path) -> None:
    only_of_tomorrow = dated(tmp_path / "other", TOMORROW)
    before, last, later = dated(tmp_path / "place", "20260101T030000Z", "20260102T030000Z", TOMORROW)
    dated(tmp_path / "place", "20260231T030000Z", "20260103T030000Z-copy")

    assert list(backups_in(tmp_path / "place").values()) == [before, last, later]
    assert [chosen(tmp_path / "place"), chosen(tmp_path / "other")] == [last, *only_of_tomorrow]


@pytest.mark.parametrize(
    "changed",
    [
        {"made_at": "0001-01-01T00:00:00+14:00"},
        {"made_at": 12},
        {"rows": {"intake_idea": "many"}},
        {"rows": []},
        {"files": {}},
        {"files": {DATABASE: {"sha256": "0"}}},
        {"files": {DATABASE: {"sha256": "0", "size": []}}},
        {"files": {DATABASE: {"sha256": "0", "size": 1}, "a\0b": {"sha256": "0", "size": 1}}},
        {"seals": {"x": {"seals": 1}}},
        {"migrations": None},
        {"format": 2},
        {"later": True},
    ],
)
def test_a_manifest_that_somebody_wrote_over_is_told_to_be_unreadable(tmp_path: Path, changed: dict[str, Any]) -> None:
    write(SAID, tmp_path)
    assert read(tmp_path) == SAID
    file = tmp_path / "manifest.json"
    file.write_text(json.dumps({**json.loads(file.read_text()), **changed}))

    with pytest.raises(NotABackup, match="cannot be read"):
        read(tmp_path)


def test_a_manifest_of_endless_brackets_is_told_to_be_unreadable(tmp_path: Path) -> None:
    (tmp_path / "manifest.json").write_text("[" * 200_000)

    with pytest.raises(NotABackup, match="cannot be read"):
        read(tmp_path)


def test_without_links_a_file_that_is_gone_is_copied_from_the_former_backup(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    former = Former(tmp_path / "former", {stored_name(NOTE): Kept(NOTE, 6)})
    (former.folder / stored_name(NOTE)).parent.mkdir(parents=True)
    (former.folder / stored_name(NOTE)).write_bytes(b"a note")
    monkeypatch.setattr(os, "link", _refused(errno.EPERM))

    assert placed([NOTE], tmp_path, former) == [(NOTE, Placed(Kept(NOTE, 6), is_linked=False))]
    assert (tmp_path / "work" / stored_name(NOTE)).read_bytes() == b"a note"


def test_a_file_that_the_disk_no_longer_reads_is_one_that_is_gone(tmp_path: Path) -> None:
    (tmp_path / "out" / stored_name(NOTE)).parent.mkdir(parents=True)
    (tmp_path / "out" / stored_name(NOTE)).symlink_to("/proc/self/mem")  # its first byte: « Input/output error »

    assert placed([NOTE, "", "../../x"], tmp_path, None) == [(NOTE, None), ("", None), ("../../x", None)]


def test_a_share_that_syncs_no_folder_and_owns_every_file_takes_what_is_written(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(os, "chmod", _refused(errno.EPERM))
    replace(tmp_path / "manifest.json", b"{}")
    monkeypatch.setattr(os, "fsync", _refused(errno.EINVAL))

    sync(tmp_path)

    assert (tmp_path / "manifest.json").read_bytes() == b"{}"
    with pytest.raises(OSError, match="Invalid argument"):
        sync(tmp_path / "manifest.json")


def test_a_folder_of_somebody_is_never_taken_for_what_a_killed_command_left(tmp_path: Path) -> None:
    (tmp_path / "out.partial").mkdir()
    (tmp_path / "out.partial" / "secret.key").write_text("mine")

    with pytest.raises(Refusal, match="is in the way"), place_of_work(tmp_path / "out"):
        pass

    assert (tmp_path / "out.partial" / "secret.key").read_text() == "mine"


def test_nobody_works_in_a_backup(tmp_path: Path) -> None:
    """It would no longer be what it was when it proved itself."""
    backup = tmp_path / "20270412T013000Z"
    backup.mkdir()
    (backup / DATABASE).touch()
    write(SAID, backup)
    typed = ("serve", backup), ("run", EXAMPLE, "-o", backup), ("restore", backup, backup / "new"), ("worker", backup), ("doctor", backup)

    said = [semailles("--lang", "en", *words) for words in typed]

    sentence = f"{backup} is a backup, which stays as it was made: « semailles restore {backup} FOLDER » brings back what it holds, "
    assert [(one.returncode, one.stderr) for one in said] == [(2, f"{sentence}in a folder elsewhere.\n")] * len(typed)
    assert sorted(path.name for path in backup.iterdir()) == ["manifest.json", DATABASE]


def test_a_copy_that_sqlite_does_not_even_open_is_told_to_be_damaged(tmp_path: Path) -> None:
    (tmp_path / DATABASE).write_bytes(b"not a database, for sure " * 400)

    with pytest.raises(Unsound, match=r"^The copy of the database is damaged \(file is not a database\): do not count on it\."):
        open_and_tell(tmp_path, "en")


def test_what_the_trial_refuses_is_said_whatever_signs_the_terminal_shows(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PYTHONIOENCODING", "ascii")
    (tmp_path / "copied").write_bytes(b"not a database, for sure " * 400)

    with pytest.raises(Unsound, match=r"^La copie de la base est abîmée \(file is not a database\)"), trial(tmp_path, "fr") as tried:
        tried(tmp_path / "copied")

    assert [path.name for path in tmp_path.iterdir()] == ["copied"]


def test_a_place_that_is_a_file_is_said_in_the_language_of_who_asks(workspace: Path, tmp_path: Path) -> None:
    (tmp_path / "f").touch()

    done = semailles("backup", workspace, "--to", tmp_path / "f")

    assert (done.returncode, done.stderr) == (1, f"{tmp_path / 'f'} : ce nom est déjà pris. Choisissez-en un autre.\n")


def test_a_link_that_leads_to_itself_is_said(tmp_path: Path) -> None:
    (tmp_path / "loop").symlink_to("loop")

    with pytest.raises((RuntimeError, OSError)) as raised:
        (tmp_path / "loop").resolve(strict=True)

    assert sentence_about(raised.value) == f"{tmp_path / 'loop'}: this link leads back to itself. Remove it, or choose another place."


def test_a_file_that_is_taken_away_while_it_is_looked_at_is_gone(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    stored = [tmp_path / stored_name(sha256(content)) for content in (b"a note", b"another")]
    for path in stored:
        path.parent.mkdir(parents=True)
        path.write_bytes(b"a note")
    scan = os.scandir

    def taken_away(folder: Any) -> list[os.DirEntry[str]]:
        found = list(scan(folder))
        stored[1].unlink(missing_ok=True)
        return found

    monkeypatch.setattr(os, "scandir", taken_away)

    assert stored_now(tmp_path) == {NOTE: 6}
