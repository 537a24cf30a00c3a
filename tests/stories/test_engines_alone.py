"""`semailles read`, `group` and `doctor`: no workspace, no database."""

import json
from pathlib import Path

import pytest
from tests.command import EXAMPLE, semailles


def test_one_file_is_shown_as_it_is_read(tmp_path: Path) -> None:
    note = tmp_path / "note.txt"
    note.write_text("PROPOSITIONS\n\n- Planter une haie\n- Ouvrir un four à pain\n", encoding="utf-8")

    done = semailles("read", note, "--json")

    assert done.returncode == 0, done.stderr
    assert [(block["kind"], block["text"]) for block in json.loads(done.stdout)["blocks"]] == [
        ("title", "PROPOSITIONS"),
        ("item", "Planter une haie"),
        ("item", "Ouvrir un four à pain"),
    ]


def test_a_slide_is_named_in_words() -> None:
    done = semailles("read", next(EXAMPLE.rglob("*.pptx")))

    assert done.stdout.startswith("diapo 1")


def test_a_file_that_cannot_be_read_says_why(tmp_path: Path) -> None:
    (tmp_path / "vide.pdf").write_bytes(b"")

    done = semailles("read", tmp_path / "vide.pdf")

    assert (done.returncode, done.stderr.strip().endswith("Le fichier est vide : cherchez-en une autre copie.")) == (1, True)


def test_the_figures_of_one_file_are_told(tmp_path: Path) -> None:
    note = tmp_path / "note.txt"
    note.write_text("Planter 3 km de haies pour 12,5 k€.\n", encoding="utf-8")

    done = semailles("read", note, "--json")

    figures = json.loads(done.stdout)["figures"]
    assert [(one["quote"], one["kind"], one["low"], one["unit"]) for one in figures] == [
        ("3 km", "quantité", "3", "km"),
        ("12,5 k€", "montant", "12500", "€"),
    ]


def test_ideas_of_a_table_are_grouped(tmp_path: Path) -> None:
    table = tmp_path / "ideas.csv"
    table.write_text(
        "id;equipe;texte\n1;A;Une légumerie pour les cantines des écoles\n2;B;Ouvrir une légumerie qui fournit les cantines\n3;A;Un abri à vélos devant la gare\n",
        encoding="utf-8",
    )

    done = semailles("group", table, "--json")

    families = json.loads(done.stdout)["families"]
    assert sorted(sorted(family["members"]) for family in families) == [["1", "2"], ["3"]]


def test_a_table_without_its_columns_is_refused(tmp_path: Path) -> None:
    (tmp_path / "x.csv").write_text("a;b\n1;2\n", encoding="utf-8")

    done = semailles("group", tmp_path / "x.csv")

    assert done.returncode == 2
    assert "la première ligne doit être id;equipe;texte" in done.stderr


def test_a_crowd_is_grouped_with_its_progress_on_the_terminal(tmp_path: Path) -> None:
    subjects = ["une légumerie pour les cantines", "un abri à vélos devant la gare", "des haies le long des chemins", "un médecin salarié"]
    lines = [f"{number};{'ABCD'[number % 4]};Projet {number % 7} : {subjects[number % 4]}, lot {number}" for number in range(4_000)]
    (tmp_path / "big.csv").write_text("\n".join(["id;equipe;texte", *lines]), encoding="utf-8")

    done = semailles("group", tmp_path / "big.csv", "--json")

    members = [member for family in json.loads(done.stdout)["families"] for member in family["members"]]
    assert sorted(map(int, members)) == list(range(4_000))
    assert [line for line in done.stderr.splitlines() if "…" in line] == [
        "Lecture des idées…",
        "Comparaison des idées…",
        "Formation des familles…",
        "Choix des titres…",
    ]


@pytest.mark.parametrize("after", ["2;B;Un verger\n", '2;B;"Un verger"\n', "2;B;Un verger\n" * 800_000])
def test_a_quotation_mark_never_closed_is_refused_with_its_line(tmp_path: Path, after: str) -> None:
    (tmp_path / "x.csv").write_text('id;equipe;texte\n0;A;Un four\n1;A;"Une haie\n' + after, encoding="utf-8")

    done = semailles("group", tmp_path / "x.csv")

    assert done.returncode == 2
    assert "ligne 3 : un guillemet y est ouvert et n’est pas refermé" in done.stderr.replace("\u00a0", " ")


def test_an_idea_of_fifty_pages_is_grouped_and_shown_shortened(tmp_path: Path) -> None:
    pages = "Ouvrir une légumerie pour les cantines des écoles. " * 4_000
    (tmp_path / "x.csv").write_text(f'id;equipe;texte\n1;A;{pages}\n2;B;"Une haie\nle long du chemin"\n', encoding="utf-8")

    done = semailles("group", tmp_path / "x.csv")

    assert (done.returncode, max(map(len, done.stdout.splitlines())) < 300) == (0, True)
    assert "2 (B) Une haie le long du chemin" in done.stdout.replace(", à placer", "")


def test_every_idea_is_shown_even_without_a_theme(tmp_path: Path) -> None:
    said = ["Une légumerie", "Un abri à vélos devant la gare", "Zxqv", "Des haies", "Un médecin salarié", "La neige au col"]
    lines = [f"i{number};{'AB'[number % 2]};{text}" for number, text in enumerate(said)]
    (tmp_path / "x.csv").write_text("\n".join(["id;equipe;texte", *lines]), encoding="utf-8")

    done = semailles("group", tmp_path / "x.csv")

    shown = [line.split()[0] for line in done.stdout.splitlines() if line.startswith("    ")]
    assert sorted(shown) == ["i0", "i1", "i2", "i3", "i4", "i5"]
    assert "Sans thème, à placer" in done.stdout.splitlines()


def test_ideas_without_a_team_are_told_to_be_without_one(tmp_path: Path) -> None:
    (tmp_path / "x.csv").write_text("id;equipe;texte\n1;;Une haie\n2; ;Un verger\n3;A;Un four à pain\n", encoding="utf-8")

    done = semailles("group", tmp_path / "x.csv")

    assert "2 idées ne nomment aucune équipe" in done.stderr
    assert [line for line in done.stdout.splitlines() if line.startswith("    1 (sans équipe")] != []


def test_a_refused_line_is_that_of_the_file(tmp_path: Path) -> None:
    (tmp_path / "x.csv").write_text('id,equipe,texte\n1,A,"Une haie\nau bord\ndu chemin"\n\n1,B,Un verger\n', encoding="utf-8")

    done = semailles("group", tmp_path / "x.csv")

    assert (done.returncode, "ligne 6" in done.stderr) == (2, True)


def test_the_same_id_twice_is_refused_with_its_line(tmp_path: Path) -> None:
    (tmp_path / "x.csv").write_text("id,equipe,texte\n1,A,Une haie\n1,B,Un verger\n", encoding="utf-8")

    done = semailles("group", tmp_path / "x.csv")

    assert done.returncode == 2
    assert "ligne 3" in done.stderr


def test_the_doctor_finds_this_machine_fit() -> None:
    done = semailles("doctor", "--json")

    assert (done.returncode, json.loads(done.stdout.splitlines()[-1])["ok"]) == (0, True)
