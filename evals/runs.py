"""A saved run: what was measured, on what, with which settings; enough to compare any two runs question by question."""

from __future__ import annotations

import json
import subprocess
from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass, field
from pathlib import Path
from typing import Any

from plans.errors import EvaluationError

FORMAT = 1


@dataclass(frozen=True, slots=True)
class Row:
    """One question of a run. `scores` holds every measure that applies to it, by printed name."""

    question_id: str
    verdict: str
    scores: dict[str, float]
    answer: str = ""
    confidence: float = 0.0


@dataclass(frozen=True, slots=True)
class Run:
    """`settings` says how it was made (model, index fingerprint, commit, seed, switches), `rows` what came out."""

    name: str
    created: str  # ISO 8601, UTC
    settings: dict[str, Any]
    rows: tuple[Row, ...]
    cost: dict[str, float] = field(default_factory=dict)

    def by_id(self) -> dict[str, Row]:
        return {row.question_id: row for row in self.rows}

    def values(self, measure: str) -> dict[str, float]:
        """The measure per question, for the questions it applies to."""
        return {row.question_id: row.scores[measure] for row in self.rows if measure in row.scores}

    @property
    def measures(self) -> list[str]:
        """Printed names in order of first use."""
        return list(dict.fromkeys(name for row in self.rows for name in row.scores))

    def means(self) -> dict[str, float]:
        return {name: mean(list(self.values(name).values())) for name in self.measures}


def mean(values: Sequence[float]) -> float:
    return sum(values) / len(values) if values else 0.0


def save_run(run: Run, path: Path) -> None:
    """One row a line, so that a committed baseline shows readable differences."""
    head = {"format": FORMAT, "name": run.name, "created": run.created, "settings": run.settings, "cost": run.cost}
    rows = ",\n".join(json.dumps(_rounded(asdict(row)), ensure_ascii=False) for row in run.rows)
    path.parent.mkdir(parents=True, exist_ok=True)
    body = json.dumps(head, ensure_ascii=False, indent=1).removesuffix("\n}")
    path.write_text(f'{body},\n "rows": [\n{rows}\n ]\n}}\n', encoding="utf-8")


def load_run(path: Path) -> Run:
    """Raises `EvaluationError` when the file is missing or is no run."""
    try:
        record = json.loads(path.read_text(encoding="utf-8"))
        if record["format"] != FORMAT:
            raise EvaluationError(
                f"{path} has run format {record['format']}, need {FORMAT}: make it again with `python -m evals run`."
            )
        return Run(
            name=record["name"],
            created=record["created"],
            settings=record["settings"],
            cost=record["cost"],
            rows=tuple(Row(**row) for row in record["rows"]),
        )
    except OSError as error:
        raise EvaluationError(
            f"Cannot read the run {path} ({error.strerror}): make one with `python -m evals run`."
        ) from None
    except (ValueError, KeyError, TypeError) as error:
        raise EvaluationError(f"{path} is not a saved run ({error}): make one with `python -m evals run`.") from None


def _rounded(row: Mapping[str, Any]) -> dict[str, Any]:
    return dict(row) | {
        "scores": {name: round(value, 6) for name, value in row["scores"].items()},
        "confidence": round(row["confidence"], 4),
    }


def commit() -> str | None:
    """The short id of the commit that runs, "+" when files differ from it; None outside a repository."""
    try:
        shown = subprocess.run(
            ["git", "describe", "--always", "--abbrev=12", "--dirty=+", "--exclude=*"],
            cwd=Path(__file__).parent,
            capture_output=True,
            text=True,
            timeout=10,
            check=True,
        )
    except (OSError, subprocess.SubprocessError):
        return None
    return shown.stdout.strip() or None
