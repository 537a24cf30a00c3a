"""In which order the folders of teams come."""

from pathlib import Path

from semailles.cli.survey import survey


def test_teams_come_as_people_count_them_however_their_folders_are_written(tmp_path: Path) -> None:
    names = ["Equipe 1 - l'eau", "équipe_2_mobilités", "EQUIPE 3", "equipe 10"]
    for name in reversed(names):
        (tmp_path / name).mkdir()
        (tmp_path / name / "notes.txt").touch()

    assert [Path(path).parts[0] for path in survey(tmp_path, tmp_path / "out").paths] == names
