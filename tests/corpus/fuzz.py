"""Mutates the test corpus and reads every mutant: `python tests/corpus/fuzz.py [COUNT] [SEED]` (default 2,000 files).

A mutant may be read or refused with a `DocumentError`; anything else (another exception, a crash of a library, more than
the time allowed) is a failure and its file is kept. Each reading runs in a worker process that can be killed.
"""

from __future__ import annotations

import collections
import multiprocessing
import random
import sys
import tempfile
import time
import zipfile
from io import BytesIO
from multiprocessing.connection import Connection
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT))
FILES = Path(__file__).resolve().parent / "files"
SECONDS = 60.0  # for one file, the first import of its libraries included


def mutate(data: bytes, other: bytes, choose: random.Random) -> bytes:
    """Flipped bytes, a cut, a splice with another file, a repeated stretch, or a part of a zip changed inside."""
    kind = choose.choice(("flip", "flip", "truncate", "splice", "repeat", "erase", "inside"))
    if kind == "inside":
        changed = mutate_member(data, choose)
        if changed is not None:
            return changed
        kind = "flip"
    at = choose.randrange(len(data))
    if kind == "flip":
        mutant = bytearray(data)
        for _ in range(choose.choice((1, 4, 32, 256))):
            mutant[choose.randrange(len(mutant))] = choose.randrange(256)
        return bytes(mutant)
    if kind == "truncate":
        return data[:at]
    if kind == "splice":
        return data[:at] + other[choose.randrange(len(other)) :]
    if kind == "repeat":
        return data[:at] + data[at : at + choose.randrange(1, 4096)] * choose.randrange(2, 40) + data[at:]
    return data[:at] + data[at + choose.randrange(1, 2048) :]


def mutate_member(data: bytes, choose: random.Random) -> bytes | None:
    """A zip with one part changed and its checksum right, so that the XML readers meet it."""
    try:
        source = zipfile.ZipFile(BytesIO(data))
    except zipfile.BadZipFile:
        return None
    target = BytesIO()
    members = source.infolist()
    chosen = choose.choice(members).filename
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as archive:
        for member in members:
            part = source.read(member)
            if member.filename == chosen and part:
                if choose.random() < 0.5:
                    cut = choose.randrange(len(part))
                    part = part[:cut] + part[cut + choose.randrange(1, 200) :]
                else:
                    mutant = bytearray(part)
                    for _ in range(choose.choice((1, 3, 10))):
                        mutant[choose.randrange(len(mutant))] = choose.choice(b'0123456789<>/"= aZ')
                    part = bytes(mutant)
            archive.writestr(member.filename, part)
    return target.getvalue()


def work(pipe: Connection) -> None:
    """Reads the paths sent over the pipe and answers with what came of each."""
    from ingest.readers import read
    from plans.errors import DocumentError

    while (path := pipe.recv()) is not None:
        try:
            document = read(path, path.parent)
            ordered = all(a.span.end <= b.span.start for a, b in zip(document.blocks, document.blocks[1:], strict=False))
            inside = all(block.span.end <= len(document.text) for block in document.blocks)
            pipe.send("read" if ordered and inside else "wrong: blocks overlap or leave the text")
        except DocumentError as error:
            pipe.send("refused" if "\n" not in str(error) else "wrong: a message of several lines")
        except BaseException as error:
            pipe.send(f"wrong: {type(error).__name__}: {error}")


class Worker:
    """A process that is started again when it dies or hangs."""

    def __init__(self) -> None:
        self.start()

    def start(self) -> None:
        self.pipe, child = multiprocessing.Pipe()
        self.process = multiprocessing.Process(target=work, args=(child,), daemon=True)
        self.process.start()

    def ask(self, path: Path) -> str:
        self.pipe.send(path)
        deadline = time.monotonic() + SECONDS
        while time.monotonic() < deadline:
            if self.pipe.poll(0.2):
                return str(self.pipe.recv())
            if not self.process.is_alive():
                code = self.process.exitcode
                self.start()
                return f"wrong: the process died ({code})"
        self.process.kill()
        self.start()
        return f"wrong: more than {SECONDS:.0f} s"


def main(count: int = 2_000, seed: int = 1) -> int:
    choose = random.Random(seed)
    originals = sorted(path for path in FILES.iterdir() if path.suffix != ".toml")
    outcomes: collections.Counter[str] = collections.Counter()
    slowest = 0.0
    worker = Worker()
    folder = Path(tempfile.mkdtemp(prefix="tracuu-fuzz-"))
    for index in range(count):
        original = choose.choice(originals)
        path = folder / f"{index:05d}-{original.name}"
        path.write_bytes(mutate(original.read_bytes(), choose.choice(originals).read_bytes(), choose))
        begun = time.monotonic()
        outcome = worker.ask(path)
        slowest = max(slowest, time.monotonic() - begun)
        outcomes[outcome.split(":")[0]] += 1
        if outcome.startswith("wrong"):
            print(f"{path}: {outcome}", flush=True)
        else:
            path.unlink()
    print(f"{count} mutants: {dict(outcomes)}; slowest {slowest:.1f} s")
    return int(outcomes["wrong"] > 0)


if __name__ == "__main__":
    sys.exit(main(*map(int, sys.argv[1:3])))
