"""Brings an index in line with files: what is new or changed is read, what is gone is dropped, the rest is taken over.

Documents stream through, so memory does not grow with the corpus. A file that cannot be read is reported and the others
go on; where the index already holds an earlier reading of it, that reading stays.
"""

from __future__ import annotations

import hashlib
import multiprocessing
import os
from collections import deque
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path

import ingest
import plans
from ingest.reading import File, Reading, digest, find, read
from ingest.split import PASSAGE_TOKENS, split
from plans.document import Document
from plans.indicator import Indicator
from retriever import generation
from retriever.encoder import Encoder
from retriever.store import Source, Store
from retriever.writer import IndexWriter

Progress = Callable[[int, int], None]  # (bytes of files done, of all that must be read)

_FILES_PER_JOB = 20  # fewer than this for each worker, and starting workers costs more than it saves
_AHEAD = 4  # files a worker may be ahead of the writer


@dataclass(frozen=True, slots=True)
class Failure:
    """A file that could not be read, and one line that says why."""

    path: str
    reason: str


@dataclass(slots=True)
class Report:
    """What an ingest did; names are paths relative to the corpus."""

    added: list[str] = field(default_factory=list)
    updated: list[str] = field(default_factory=list)
    unchanged: list[str] = field(default_factory=list)
    removed: list[str] = field(default_factory=list)
    duplicates: list[str] = field(default_factory=list)
    failures: list[Failure] = field(default_factory=list)
    counts: dict[str, int] = field(default_factory=dict)  # documents, passages, indicators in the index
    embedded: int = 0  # passages that the model ran on
    generation: str | None = None  # in use after the ingest


def mirror(
    paths: Sequence[Path],
    folder: Path,
    encoder: Encoder,
    *,
    jobs: int | None = None,
    progress: Progress | None = None,
) -> Report:
    """Makes the index in `folder` hold exactly the documents under `paths`.

    Publishes a new generation only when something changed. Raises `TracuuError` when a path does not exist or another
    ingest is at work.
    """
    files = find(list(paths))
    with IndexWriter(folder, encoder) as writer:
        work = _Mirror(files, encoder, writer, progress)
        work.run(jobs)
        return work.publish()


def plan(paths: Sequence[Path], folder: Path, encoder_fingerprint: str) -> Report:
    """What `mirror` would do, from the files' hashes alone; nothing is read or written."""
    files = find(list(paths))
    before = generation.current(folder)
    known = {} if before is None else _known(Store(folder / before / generation.STORE), encoder_fingerprint)
    report = Report(generation=before)
    for file in files:
        same = known.get(file.name)
        listed = report.added if same is None else report.unchanged if same == digest(file) else report.updated
        listed.append(file.name)
    report.removed = sorted(set(known) - {file.name for file in files})
    return report


class _Mirror:
    """One run of `mirror`."""

    def __init__(self, files: list[File], encoder: Encoder, writer: IndexWriter, progress: Progress | None) -> None:
        self.report = Report()
        self._files = files
        self._encoder = encoder
        self._writer = writer
        self._progress = progress
        self._recipe = recipe(encoder.fingerprint)
        self._before = {source.path: source for source in writer.previous.sources()} if writer.previous else {}
        self._names: dict[str, list[str]] = {}  # the paths of each document, the first one its own
        self._bytes = 0  # of the files given to the writer
        self._vectors = 0  # passages that have theirs
        self._done = 0
        self._total = 0
        writer.progress = self._embedded

    def run(self, jobs: int | None) -> None:
        """Takes every file over, or reads it."""
        fresh: list[tuple[File, str]] = []
        for file in self._files:
            mark = digest(file)
            source = self._before.get(file.name)
            if source is not None and source.digest == mark and self._current(source.doc_id):
                self._keep(source)
                self.report.unchanged.append(file.name)
            else:
                fresh.append((file, mark))
        self._total = sum(file.size for file, _ in fresh)
        for (file, mark), reading in zip(fresh, _read_all([file for file, _ in fresh], jobs), strict=True):
            self._take(file, mark, reading)

    def publish(self) -> Report:
        report, writer = self.report, self._writer
        here = {path for names in self._names.values() for path in names}
        report.removed = sorted(set(self._before) - here)
        for doc_id, (path, *aliases) in self._names.items():
            writer.set_aliases(doc_id, path, tuple(aliases))
            report.duplicates += aliases
        if report.added or report.updated or report.removed or not writer.is_current():
            manifest = writer.publish()
            report.generation, report.counts = manifest.generation, dict(manifest.counts)
        else:
            manifest = generation.read_manifest(writer.folder)
            report.generation, report.counts = manifest.generation, dict(manifest.counts)
        report.embedded = writer.embedded
        if self._progress is not None:
            self._progress(self._total, self._total)
        return report

    def _current(self, doc_id: str) -> bool:
        return self._writer.previous is not None and self._writer.previous.recipe(doc_id) == self._recipe

    def _keep(self, source: Source) -> None:
        if source.doc_id not in self._names:
            self._writer.keep(source.doc_id)
        self._names.setdefault(source.doc_id, []).append(source.path)
        self._writer.add_source(source)

    def _take(self, file: File, mark: str, reading: Reading) -> None:
        earlier = self._before.get(file.name)
        document = reading.document
        if document is None:
            kept = ""
            if earlier is not None:
                self._keep(earlier)
                kept = " The index keeps its earlier reading."
            self.report.failures.append(Failure(file.name, reading.failure + kept))
            return
        if document.doc_id not in self._names:
            self._bytes += file.size
            self._add(document, reading.indicators)
        self._names.setdefault(document.doc_id, []).append(file.name)
        self._writer.add_source(Source(file.name, mark, document.doc_id))
        (self.report.added if earlier is None else self.report.updated).append(file.name)

    def _add(self, document: Document, indicators: Sequence[Indicator]) -> None:
        passages = split(document, self._encoder.count_tokens)
        self._writer.add(document, passages, indicators, recipe=self._recipe)

    def _embedded(self, passages: int) -> None:
        """Turns passages into bytes of files, taking the passages of the files read so far to be of like length."""
        self._vectors += passages
        if self._progress is not None:
            self._done = max(self._done, self._bytes * self._vectors // max(1, self._writer.added))
            self._progress(min(self._done, self._total), self._total)


def _known(store: Store, fingerprint: str) -> dict[str, str]:
    """Digest by path of the sources whose reading is still good; an outdated one has an empty digest."""
    current = recipe(fingerprint)
    return {one.path: one.digest if store.recipe(one.doc_id) == current else "" for one in store.sources()}


def _read_all(files: Sequence[File], jobs: int | None) -> Iterator[Reading]:
    """Readings in the order of the files, by several processes where there are enough files."""
    jobs = jobs or min(os.cpu_count() or 1, max(1, len(files) // _FILES_PER_JOB))
    if jobs == 1:
        yield from map(read, files)
        return
    context = multiprocessing.get_context("spawn")  # a fork would copy the threads' locks of the model
    waiting = deque(files)
    while waiting:  # again after a file that brings a worker down
        with ProcessPoolExecutor(jobs, context) as pool:
            running: deque[Future[Reading]] = deque()
            try:
                for file in list(waiting):
                    running.append(pool.submit(read, file))
                    if len(running) >= jobs * _AHEAD:
                        yield running.popleft().result()
                        waiting.popleft()
                while running:
                    yield running.popleft().result()
                    waiting.popleft()
            except BrokenProcessPool:
                yield _read_alone(waiting.popleft(), context)


def _read_alone(file: File, context: multiprocessing.context.SpawnContext) -> Reading:
    """A file in a process of its own; one that brings the process down is a failure like any other."""
    try:
        with ProcessPoolExecutor(1, context) as pool:
            return pool.submit(read, file).result()
    except BrokenProcessPool:
        return Reading(None, failure=f"{file.name} stopped the program that reads it; open it and save it again.")


@cache
def recipe(fingerprint: str) -> str:
    """Names what makes passages and indicators of a file: our code for it, and the model whose tokens are counted."""
    total = hashlib.sha256(f"{fingerprint}|{PASSAGE_TOKENS}".encode())
    for package in (plans, ingest):
        for file in sorted(Path(str(package.__file__)).parent.rglob("*.py")):
            total.update(file.read_bytes())
    return total.hexdigest()[:16]
