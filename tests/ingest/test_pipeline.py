"""An index brought in line with files. Real files, real model, real stores."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from ingest.pipeline import Report, mirror, plan
from plans.errors import DocumentError
from retriever import Index
from retriever.encoder import Encoder
from retriever.index import default_encoder

FIRST = (
    "Kế hoạch của xã An Bình năm 2024\n\nXã phấn đấu giữ vững đà tăng trưởng.\n\n"
    "Tỷ lệ hộ nghèo của xã An Bình năm 2024 là 2,5%, giảm 0,5% so với năm 2023.\n"
)
SECOND = (
    "Kết quả của xã Hòa Lợi năm 2023\n\nKinh tế của xã phát triển khá.\n\n"
    "Thu ngân sách của xã Hòa Lợi năm 2023 đạt 12 tỷ đồng.\n"
)


@pytest.fixture(scope="module")
def encoder() -> Encoder:
    return default_encoder()


@pytest.fixture
def corpus(tmp_path: Path) -> Path:
    folder = tmp_path / "corpus"
    folder.mkdir()
    (folder / "one.txt").write_text(FIRST, "utf-8")
    (folder / "two.txt").write_text(SECOND, "utf-8")
    return folder


@pytest.fixture
def index(tmp_path: Path) -> Path:
    return tmp_path / "index"


def paths(index: Path, encoder: Encoder) -> set[str]:
    return {document.path for document in Index.open(index, encoder).documents()}


def test_files_become_documents_with_their_indicators(corpus: Path, index: Path, encoder: Encoder) -> None:
    report = mirror([corpus], index, encoder)
    assert report.added == ["one.txt", "two.txt"]
    opened = Index.open(index, encoder)
    assert opened.search("tỷ lệ hộ nghèo xã An Bình")[0].passage.text.strip() in FIRST
    assert any(one.quantity.raw == "2,5%" for one in opened.indicators())


def test_unchanged_files_are_taken_over_and_nothing_is_published(corpus: Path, index: Path, encoder: Encoder) -> None:
    first = mirror([corpus], index, encoder)
    again = mirror([corpus], index, encoder)
    assert again.unchanged == ["one.txt", "two.txt"]
    assert (again.embedded, again.generation) == (0, first.generation)


def test_a_changed_file_is_read_again_and_only_it_is_embedded(corpus: Path, index: Path, encoder: Encoder) -> None:
    mirror([corpus], index, encoder)
    (corpus / "two.txt").write_text(SECOND.replace("12 tỷ", "13 tỷ"), "utf-8")
    report = mirror([corpus], index, encoder)
    assert (report.updated, report.unchanged) == (["two.txt"], ["one.txt"])
    assert 0 < report.embedded <= 2
    assert "13 tỷ" in Index.open(index, encoder).search("thu ngân sách xã Hòa Lợi")[0].passage.text


def test_a_removed_file_is_gone(corpus: Path, index: Path, encoder: Encoder) -> None:
    mirror([corpus], index, encoder)
    (corpus / "one.txt").unlink()
    assert mirror([corpus], index, encoder).removed == ["one.txt"]
    assert paths(index, encoder) == {"two.txt"}


def test_a_bad_file_is_one_line_and_the_others_go_on(corpus: Path, index: Path, encoder: Encoder) -> None:
    (corpus / "empty.txt").touch()
    (corpus / "noise.pdf").write_bytes(bytes(range(256)) * 20)
    report = mirror([corpus], index, encoder)
    assert [failure.path for failure in report.failures] == ["empty.txt", "noise.pdf"]
    assert all(failure.path in failure.reason and "\n" not in failure.reason for failure in report.failures)
    assert paths(index, encoder) == {"one.txt", "two.txt"}


def test_a_file_that_has_become_bad_keeps_its_earlier_reading(corpus: Path, index: Path, encoder: Encoder) -> None:
    mirror([corpus], index, encoder)
    (corpus / "one.txt").write_bytes(b"")
    report = mirror([corpus], index, encoder)
    assert "earlier reading" in report.failures[0].reason
    assert paths(index, encoder) == {"one.txt", "two.txt"}


def test_the_same_text_under_two_names_is_indexed_once(corpus: Path, index: Path, encoder: Encoder) -> None:
    (corpus / "copy.txt").write_text(FIRST, "utf-8")
    report = mirror([corpus], index, encoder)
    assert report.duplicates == ["one.txt"]
    documents = {one.path: one.aliases for one in Index.open(index, encoder).documents()}
    assert documents == {"copy.txt": ("one.txt",), "two.txt": ()}
    (corpus / "copy.txt").unlink()
    mirror([corpus], index, encoder)
    assert paths(index, encoder) == {"one.txt", "two.txt"}


def test_several_processes_read_what_one_does(corpus: Path, index: Path, encoder: Encoder, tmp_path: Path) -> None:
    alone, together = mirror([corpus], index, encoder), mirror([corpus], tmp_path / "other", encoder, jobs=2)
    assert (alone.added, alone.counts) == (together.added, together.counts)


def test_a_dry_run_says_what_would_be_done_and_does_nothing(corpus: Path, index: Path, encoder: Encoder) -> None:
    assert plan([corpus], index, encoder.fingerprint).added == ["one.txt", "two.txt"]
    assert not index.exists()
    mirror([corpus], index, encoder)
    (corpus / "one.txt").unlink()
    report: Report = plan([corpus], index, encoder.fingerprint)
    assert (report.removed, report.unchanged) == (["one.txt"], ["two.txt"])


def test_a_path_that_is_not_there_is_an_error(index: Path, encoder: Encoder, tmp_path: Path) -> None:
    with pytest.raises(DocumentError, match="does not exist"):
        mirror([tmp_path / "nowhere"], index, encoder)


def test_names_are_relative_to_the_folder_that_holds_everything_given(
    corpus: Path, index: Path, encoder: Encoder, tmp_path: Path
) -> None:
    beside = tmp_path / "beside"
    beside.mkdir()
    (beside / "one.txt").write_text(SECOND.replace("Hòa Lợi", "Bình Minh"), "utf-8")
    mirror([corpus / "one.txt", beside], index, encoder)
    assert paths(index, encoder) == {"corpus/one.txt", "beside/one.txt"}


def test_the_command_exits_with_1_and_a_line_when_a_file_failed(corpus: Path, index: Path) -> None:
    (corpus / "empty.txt").touch()
    command = [sys.executable, "-m", "ingest", str(corpus), "--index", str(index)]
    done = subprocess.run(command, capture_output=True, text=True)
    assert done.returncode == 1
    assert [line for line in done.stderr.splitlines() if line.startswith("empty.txt")]
    assert "Traceback" not in done.stderr
    assert "2 added, 1 failed" in done.stdout
