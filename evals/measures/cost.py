"""Cost: latency percentiles (milliseconds) and memory (MB of 2**20 bytes)."""

from __future__ import annotations

import resource
import sys
from collections.abc import Sequence
from pathlib import Path


def percentile(values: Sequence[float], share: float) -> float:
    """The value below which `share` (in [0, 1]) of the values lie, between two of them by straight line; 0.0 of none."""
    if not values:
        return 0.0
    ranked = sorted(values)
    position = share * (len(ranked) - 1)
    low = int(position)
    high = min(low + 1, len(ranked) - 1)
    return ranked[low] + (ranked[high] - ranked[low]) * (position - low)


def latency(seconds: Sequence[float]) -> dict[str, float]:
    """`{"p50_ms", "p95_ms"}` of times in seconds."""
    return {"p50_ms": 1000 * percentile(seconds, 0.5), "p95_ms": 1000 * percentile(seconds, 0.95)}


def peak_rss_mb() -> float:
    """The most memory this program has held at once."""
    status = Path("/proc/self/status")
    if status.is_file():  # `getrusage` carries over what the process that started this one held
        held = [line.split()[1] for line in status.read_text().splitlines() if line.startswith("VmHWM:")]
        if held:
            return int(held[0]) / (1 << 10)
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return peak / (1 << 20 if sys.platform == "darwin" else 1 << 10)


def folder_bytes(folder: Path) -> int:
    return sum(one.stat().st_size for one in folder.rglob("*") if one.is_file())
