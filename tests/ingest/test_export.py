"""Where the table of indicators may be written."""

from pathlib import Path

import pytest
from typer import Exit

from ingest.__main__ import main
from ingest.export import check_table
from plans.errors import TracuuError


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
