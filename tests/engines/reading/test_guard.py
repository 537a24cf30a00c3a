"""Files are read in another process: what takes too much of anything is refused, and the next file is read."""

import os
import sys
from collections.abc import Iterator
from io import BytesIO

import psutil
import pytest
import xlsxwriter

from semailles.engines.reading import Reason, UnreadableError, guard, opening
from semailles.engines.reading.guard import Guard, run_tool
from semailles.engines.reading.wire import GarbledError, packed, unpacked

NOTE = ("notes.md", "# Idées\n\n- Planter une haie.\n- Ouvrir un café.\n".encode())


def read_by(keeper: Guard, name: str, content: bytes) -> int:
    return len(unpacked(keeper.ask({"what": "read", "name": name}, content)).blocks)


def refusal(keeper: Guard, name: str, content: bytes) -> tuple[Reason, dict[str, str]]:
    with pytest.raises(UnreadableError) as caught:
        read_by(keeper, name, content)
    return caught.value.reason, dict(caught.value.detail)


def workbook(rows: int) -> bytes:
    out = BytesIO()
    book = xlsxwriter.Workbook(out, {"constant_memory": True})
    sheet = book.add_worksheet()
    for row in range(rows):
        for column in range(8):
            sheet.write_string(row, column, f"une idée de la rangée {row}, colonne {column}")
    book.close()
    return out.getvalue()


@pytest.fixture
def keeper() -> Iterator[Guard]:
    with Guard() as known:
        yield known


def test_a_document_comes_back_as_it_was_read() -> None:
    assert guard.read(*NOTE) == opening.read(*NOTE)


def test_a_refusal_comes_back_as_it_was_said(keeper: Guard) -> None:
    assert refusal(keeper, "vide.pdf", b"") == (Reason.EMPTY, {})
    assert refusal(keeper, "faux.pdf", NOTE[1]) == (Reason.WRONG_EXTENSION, {"found": "txt"})


def test_one_process_reads_one_file_after_the_other(keeper: Guard) -> None:
    before = {child.pid for child in psutil.Process().children()}
    for _ in range(3):
        read_by(keeper, *NOTE)

    assert len({child.pid for child in psutil.Process().children()} - before) == 1


def test_a_file_that_takes_too_much_memory_is_refused_and_the_next_is_read() -> None:
    with Guard(megabytes=200) as tight:
        heavy = refusal(tight, "tableau.xlsx", workbook(60_000))

        assert heavy[0] in {Reason.TOO_HEAVY, Reason.KILLS_READER}
        assert read_by(tight, *NOTE) == 3


def test_a_file_that_takes_too_long_is_refused_and_the_next_is_read() -> None:
    with Guard(seconds=1) as hurried:
        assert refusal(hurried, "tableau.xlsx", workbook(150_000)) == (Reason.TOO_LONG, {"seconds": "1"})
        assert read_by(hurried, *NOTE) == 3


def test_when_the_reading_process_is_killed_the_next_file_finds_another(keeper: Guard) -> None:
    before = {child.pid for child in psutil.Process().children()}
    read_by(keeper, *NOTE)
    (reader,) = [child for child in psutil.Process().children() if child.pid not in before]
    reader.kill()
    reader.wait()

    assert read_by(keeper, *NOTE) == 3


def test_the_reading_process_ends_with_its_guard() -> None:
    before = {child.pid for child in psutil.Process().children()}
    with Guard() as known:
        read_by(known, *NOTE)

    assert {child.pid for child in psutil.Process().children()} == before


def test_the_reading_process_is_told_nothing_of_ours(keeper: Guard, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SEMAILLES_SECRET_KEY", "cachée")
    before = {child.pid for child in psutil.Process().children()}
    read_by(keeper, *NOTE)
    (reader,) = [child for child in psutil.Process().children() if child.pid not in before]

    assert "SEMAILLES_SECRET_KEY" not in reader.environ()


@pytest.mark.parametrize(
    "answer", [b"", b"[]", b'{"blocks": 3}', b'{"kind": 1, "pages": 0, "title": "", "blocks": []}', b'{"reason": "invented", "detail": {}}']
)
def test_an_answer_that_is_none_is_no_document(answer: bytes) -> None:
    with pytest.raises(GarbledError):
        unpacked(answer)


def test_every_place_travels_whole() -> None:
    document = opening.read("t.csv", "idée;lieu\nPlanter;gare\nOuvrir;bourg\n".encode())

    assert unpacked(packed(document)) == document


def test_a_tool_of_the_system_answers_within_its_limits() -> None:
    python = sys.executable
    assert run_tool([python, "-c", "import sys; print(sys.stdin.read()[::-1], end='')"], stdin=b"haie") == b"eiah"
    with pytest.raises(UnreadableError) as slow:
        run_tool([python, "-c", "import time; time.sleep(60)"], seconds=0.3)
    with pytest.raises(UnreadableError) as failed:
        run_tool([python, "-c", "raise SystemExit(3)"])
    assert (slow.value.reason, failed.value.reason) == (Reason.TOO_LONG, Reason.DAMAGED)


def test_what_a_tool_starts_ends_with_it() -> None:
    spawn = "import subprocess, sys; child = subprocess.Popen([sys.executable, '-c', 'import time; time.sleep(60)'], stdout=subprocess.DEVNULL); print(child.pid)"
    child = int(run_tool([sys.executable, "-c", spawn]))

    assert not psutil.pid_exists(child) or psutil.Process(child).status() == psutil.STATUS_ZOMBIE or os.getpgid(child) != child
