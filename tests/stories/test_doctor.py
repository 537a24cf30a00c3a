"""`semailles doctor OUT`: what is wrong with a workspace or an instance, and what to type."""

import json
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest
from tests.command import semailles

OURS = {"Place pour instance", "Écriture sur le disque", "Tables", "Horloge", "Travaux longs", "Travaux en attente"}


@pytest.fixture
def instance_made(tmp_path: Path) -> Path:
    assert semailles("instance", "create", tmp_path / "instance").returncode == 0
    return tmp_path / "instance"


def examined(out: Path, *words: object) -> tuple[int, dict[str, dict[str, object]]]:
    done = semailles("doctor", out, *words, "--json")
    return done.returncode, {finding["name"]: finding for finding in json.loads(done.stdout.splitlines()[-1])["findings"]}


def test_a_new_instance_is_fine_and_is_told_what_to_set(instance_made: Path) -> None:
    code, found = examined(instance_made)

    assert code == 0
    assert {name for name, finding in found.items() if finding["is_fine"]} >= {*OURS, "Droits"}
    assert {name: finding["remedy"] for name, finding in found.items() if "remedy" in finding and name in {"Adresse", "Courrier"}} == {
        "Adresse": "elle ne s’ouvre que de cette machine : écrivez dans SEMAILLES_ADDRESS l’adresse que les personnes tapent",
        "Courrier": "les courriers s’écrivent dans le terminal : dites avec SEMAILLES_MAIL par quel serveur ils partent",
    }


def test_a_folder_that_others_read_is_said_with_the_line_to_type(instance_made: Path) -> None:
    instance_made.chmod(0o755)

    done = semailles("doctor", instance_made)

    assert done.returncode == 1
    assert (
        f"✗ Droits : ouverts à d’autres\n    → d’autres comptes de cette machine peuvent le lire : chmod go-rwx {instance_made}\n"
        in done.stdout
    )


@pytest.mark.parametrize(
    ("address", "remedy"),
    [
        (
            "http://semailles.exemple.org",
            "les mots de passe voyagent en clair : mettez devant un serveur qui a un certificat, et écrivez https:// dans SEMAILLES_ADDRESS",
        ),
        (
            "https://semailles.exemple.org",
            "un autre serveur tient le https : dites avec SEMAILLES_PROXIES=1 combien se tiennent devant celui-ci, sinon les pages tournent en rond",
        ),
    ],
)
def test_an_address_that_will_not_work_is_said(instance_made: Path, monkeypatch: pytest.MonkeyPatch, address: str, remedy: str) -> None:
    monkeypatch.setenv("SEMAILLES_ADDRESS", address)

    code, found = examined(instance_made)

    assert (code, found["Adresse"]["said"], found["Adresse"]["remedy"]) == (1, address, remedy)


def test_a_mail_server_that_does_not_answer_is_said(instance_made: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SEMAILLES_MAIL", "smtp://127.0.0.1:9")

    code, found = examined(instance_made, "--mail", "claire@exemple.test")

    assert (code, found["Courrier"]["said"]) == (1, "aucun courrier n’est parti pour claire@exemple.test par 127.0.0.1:9")


def test_tables_of_a_later_version_are_said_and_left(instance_made: Path) -> None:
    with closing(sqlite3.connect(instance_made / "semailles.sqlite3")) as database, database:
        database.execute("INSERT INTO django_migrations (app, name, applied) VALUES ('core', '9999_later', '2030-01-01')")

    code, found = examined(instance_made)

    assert (code, found["Tables"]["said"], found["Tables"]["is_needed"]) == (1, "d’une version plus récente", True)
    assert "Horloge" not in found


def test_what_failed_and_what_waits_is_said(workspace: Path) -> None:
    with closing(sqlite3.connect(workspace / "semailles.sqlite3")) as database, database:
        (initiative,) = database.execute("SELECT public_id FROM workshop_initiative").fetchone()
        (by,) = database.execute("SELECT id FROM core_person LIMIT 1").fetchone()
        for rank, (status, reason) in enumerate((("failed", "Le disque est plein."), ("waiting", ""))):
            database.execute(
                "INSERT INTO core_job (public_id, initiative_id, kind, arguments, key, by_id, status, reason, result, step, done, total, attempts, asked_at, ended_at)"
                " VALUES (?, ?, 'print', '{}', ?, ?, ?, ?, '{}', '', 0, 0, 1, datetime('now', '-1 hour'), datetime('now'))",
                (f"{rank:032x}", initiative, str(rank), by, status, reason),
            )

    code, found = examined(workspace)

    assert code == 0
    assert {name: (found[name]["said"], found[name]["remedy"]) for name in ("Travaux longs", "Travaux en attente")} == {
        "Travaux longs": ("1 travail a échoué en une semaine", "le dernier a dit : Le disque est plein."),
        "Travaux en attente": (
            "1 travail attend",
            "personne ne le fait : relancez « semailles serve »",
        ),
    }


def test_a_clock_that_went_back_is_said(workspace: Path) -> None:
    with closing(sqlite3.connect(workspace / "semailles.sqlite3")) as database, database:
        database.execute("UPDATE core_event SET at = '2999-06-01 10:00:00' WHERE id = (SELECT max(id) FROM core_event)")

    code, found = examined(workspace)

    assert (code, found["Horloge"]["remedy"]) == (
        1,
        "le journal porte un acte du 2999-06-01 10:00, plus tard que l’horloge de cette machine : mettez-la à l’heure",
    )
