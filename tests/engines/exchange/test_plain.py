import json

from jsonschema import Draft202012Validator

from semailles.engines.exchange import canonical_json, csv_table, feature_collection, synthesis_schema


def test_a_cell_that_a_spreadsheet_would_run_is_made_harmless() -> None:
    cells = ["=1+1", "+33 1", "-danger", "@somme", "\ttab", " =cmd", "-3,5", "+12", "bon"]

    lines = csv_table(["a"], [[cell] for cell in cells]).decode("utf-8-sig").split("\r\n")

    assert lines == ["a", "'=1+1", "'+33 1", "'-danger", "'@somme", "'\ttab", "' =cmd", "-3,5", "+12", "bon", ""]


def test_separators_and_quotes_inside_a_cell_are_kept() -> None:
    assert csv_table(["a", "b"], [["x;y", 'dit "oui"']]).decode("utf-8-sig") == 'a;b\r\n"x;y";"dit ""oui"""\r\n'


def test_the_same_tree_gives_the_same_bytes_in_the_order_given() -> None:
    assert canonical_json({"b": "é", "a": [1]}) == '{\n "b": "é",\n "a": [\n  1\n ]\n}\n'.encode()


def test_a_project_that_nobody_placed_has_no_geometry() -> None:
    tree = json.loads(feature_collection([(None, {"number": 1}), ((2.5, 48.5), {"number": 2})]))

    assert [feature["geometry"] for feature in tree["features"]] == [None, {"type": "Point", "coordinates": [2.5, 48.5]}]


def test_the_schema_of_the_synthesis_is_a_schema() -> None:
    Draft202012Validator.check_schema(synthesis_schema())
    assert "ideas" in synthesis_schema()["required"]
