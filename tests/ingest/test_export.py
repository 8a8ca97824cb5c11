"""Where the table of indicators may be written, and its columns."""

import csv
from pathlib import Path

import pytest
from openpyxl import load_workbook
from typer import Exit

from ingest import pipeline
from ingest.__main__ import main
from ingest.export import check_table, write_indicators
from plans.errors import TracuuError
from retriever.index import default_encoder


@pytest.mark.parametrize("name", ["missing/x.csv", "x.txt", "folder.csv", "file.txt/x.xlsx"])
def test_a_table_that_cannot_be_written_is_said_before_anything_is_read(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], name: str
) -> None:
    (tmp_path / "folder.csv").mkdir()
    (tmp_path / "file.txt").write_text("Xã An Bình năm 2024.", "utf-8")
    with pytest.raises(TracuuError):
        check_table(tmp_path / name)
    with pytest.raises(Exit):
        main([tmp_path / "file.txt"], tmp_path / "index", indicators=tmp_path / name)
    assert len(capsys.readouterr().err.splitlines()) == 1
    assert not (tmp_path / "index").exists()


@pytest.mark.parametrize("name", ["x.csv", "x.XLSX"])
def test_a_table_in_a_folder_that_is_there_is_fine(tmp_path: Path, name: str) -> None:
    check_table(tmp_path / name)


def test_both_tables_have_the_columns_that_other_programs_read(tmp_path: Path) -> None:
    (tmp_path / "one.txt").write_text("Năm 2024, xã An Bình phấn đấu tỷ lệ hộ nghèo còn 1,2%.", "utf-8")
    pipeline.mirror([tmp_path / "one.txt"], tmp_path / "index", default_encoder())
    for name in ("x.csv", "x.xlsx"):
        write_indicators(tmp_path / "index", tmp_path / name)
    with (tmp_path / "x.csv").open(encoding="utf-8-sig", newline="") as file:
        head, first = list(csv.reader(file))
    assert " ".join(head) == (
        "label value high total unit comparator raw kind change year period place document title locator start end quote"
    )
    assert first[1:8] == ["1.2", "", "", "%", "'=", "1,2%", "target"]
    sheet = load_workbook(tmp_path / "x.xlsx").active
    assert sheet is not None
    rows = list(sheet.iter_rows(values_only=True))
    assert list(rows[0]) == head
    assert rows[1][1:8] == (1.2, None, None, "%", "=", "1,2%", "target")
