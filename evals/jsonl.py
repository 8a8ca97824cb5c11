"""JSON Lines files: one JSON object a line, UTF-8. Errors name the file and the line."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any

from plans.errors import EvaluationError


def read_jsonl(path: Path) -> Iterator[tuple[int, dict[str, Any]]]:
    """Yields (line number from 1, object); blank lines are skipped. Raises `EvaluationError`."""
    try:
        # Lines end at "\n" only: U+2028 and its like may stand inside a JSON string.
        with path.open(encoding="utf-8-sig", newline="\n") as lines:
            for number, line in enumerate(lines, start=1):
                if line.strip():
                    yield number, _record(line, f"{path} line {number}")
    except OSError as error:
        raise EvaluationError(f"Cannot read {path} ({error.strerror}): give the path of a JSON Lines file.") from None
    except UnicodeDecodeError as error:
        raise EvaluationError(f"{path} is not UTF-8 ({error.reason}): save it as UTF-8 and try again.") from None


def _record(line: str, where: str) -> dict[str, Any]:
    try:
        record = json.loads(line)
    except (json.JSONDecodeError, RecursionError) as error:
        raise EvaluationError(f"{where}: not JSON ({error}); correct the line.") from None
    if not isinstance(record, dict):
        raise EvaluationError(f'{where}: need a JSON object {{"id": ...}}, found {type(record).__name__}.')
    return record


def write_jsonl(path: Path, records: Iterable[Mapping[str, Any]]) -> int:
    """Writes one object a line and returns how many; the folder is made when it is missing."""
    path.parent.mkdir(parents=True, exist_ok=True)
    count = 0
    with path.open("w", encoding="utf-8", newline="\n") as out:
        for record in records:
            out.write(json.dumps(record, ensure_ascii=False) + "\n")
            count += 1
    return count
