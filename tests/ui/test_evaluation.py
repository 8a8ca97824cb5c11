import json
import os
from pathlib import Path

from ui.evaluation import COMMAND, evaluation, latest
from ui.strings import VIETNAMESE


def save(folder: Path, rows: list[dict[str, object]], when: int) -> None:
    folder.mkdir()
    path = folder / "run.json"
    path.write_text(json.dumps({"created": "2026-01-02T03:04:05+00:00", "rows": rows}), encoding="utf-8")
    os.utime(path, (when, when))


def test_without_a_run_the_command_is_shown(tmp_path: Path) -> None:
    assert COMMAND in evaluation(tmp_path / "none", VIETNAMESE)


def test_a_damaged_run_shows_the_command(tmp_path: Path) -> None:
    (tmp_path / "a").mkdir()
    (tmp_path / "a" / "run.json").write_text("[1", encoding="utf-8")
    assert COMMAND in evaluation(tmp_path, VIETNAMESE)


def test_the_last_run_is_averaged_over_the_questions_each_measure_applies_to(tmp_path: Path) -> None:
    save(tmp_path / "old", [{"scores": {"right": 0.0}}], 1_000)
    save(tmp_path / "new", [{"scores": {"right": 1.0}}, {"scores": {"right": 0.5}}, {"scores": {"abstention": 1.0}}], 2_000)
    assert latest(tmp_path) == tmp_path / "new"
    page = evaluation(tmp_path, VIETNAMESE)
    assert "75,0%" in page
    assert "100,0%" in page
    assert VIETNAMESE.measures["right"] in page
    assert "2026-01-02 03:04, 3 câu hỏi" in page
