"""What every program does, inside its own environment (standard library only): ingest the documents, answer the queries.

A program is a module with `build(model, documents)` that gives {variant: search}, where `search(text, k)` gives document
ids, best first. Documents are (id, text) pairs, the title already in front; every program keeps an entry whole.

    python task.py PROGRAM.py task.json result.json
"""

from __future__ import annotations

import importlib.util
import json
import resource
import sys
import time
from pathlib import Path


def main(program: str, task_file: str, result_file: str) -> None:
    task = json.loads(Path(task_file).read_text(encoding="utf-8"))
    specification = importlib.util.spec_from_file_location("program", program)
    module = importlib.util.module_from_spec(specification)
    specification.loader.exec_module(module)
    model = module.load(task["model"])
    documents = [(one["id"], one["text"]) for one in task["documents"]]
    started = time.perf_counter()
    searches = module.build(model, documents)
    built = time.perf_counter() - started
    runs, milliseconds = {}, {}
    for variant, search in searches.items():
        runs[variant] = {}
        seconds = []
        for name, queries in task["queries"].items():
            found = {}
            for query_id, text in queries.items():
                started = time.perf_counter()
                found[query_id] = list(search(text, task["k"]))
                seconds.append(time.perf_counter() - started)
            runs[variant][name] = found
        milliseconds[variant] = 1000 * sorted(seconds)[len(seconds) // 2]
    result = {"runs": runs, "p50_ms": milliseconds, "passages_per_s": len(documents) / built, "peak_rss_mb": peak_mb()}
    Path(result_file).write_text(json.dumps(result), encoding="utf-8")


def peak_mb():
    """Of this program: `getrusage` would carry over what the process that started it once held."""
    status = Path("/proc/self/status")
    if status.exists():
        return next(int(line.split()[1]) for line in status.read_text().splitlines() if line.startswith("VmHWM")) / 1024
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


if __name__ == "__main__":
    main(*sys.argv[1:])
