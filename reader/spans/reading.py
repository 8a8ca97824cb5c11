"""Reads a question against passages and says, for any stretch of them, how likely it is the answer.

The network is `network.py`, its training `training.py`. What it says is evidence like the rest: a feature of the
scorer, and, for answers that are no number, date or name, stretches to consider.
"""

from __future__ import annotations

import logging
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

import numpy as np
import numpy.typing as npt
import torch

from plans.document import Passage, Span
from plans.errors import ModelError
from reader.spans.network import ADAPTER, SpanNetwork, merge
from reader.spans.pairs import Pair, Pairs, padded
from retriever import embedded_model
from retriever.arithmetic import dtype_of, quantise, side_by_side
from retriever.encoder import Encoder

log = logging.getLogger(__name__)

Scores = npt.NDArray[np.float32]
LEFT, RIGHT = 2, 3
"""Tokens by which a stretch may begin earlier or end later than asked: "trên", "khoảng"; a unit written out."""
LONGEST = 60
"""Tokens of an answer."""
_EDGES = 24
"""Best begins and ends that are paired when stretches are looked for."""
_TRIAL = ("Tỷ lệ hộ nghèo là bao nhiêu?", "Kết quả", "Cuối năm, hộ nghèo giảm còn 1,5%, thu ngân sách 12 tỷ đồng.")


@dataclass(frozen=True, slots=True)
class Reading:
    """One passage read: log-odds [tokens] that the answer begins, and ends, at each token, against standing nowhere.

    `spans` says where in the document each token stands.
    """

    spans: tuple[Span, ...]
    begins: Scores
    ends: Scores

    def score(self, span: Span) -> float | None:
        """The mean of the two log-odds for `span`, or for the likeliest stretch that is nearly it; None when not read."""
        inside = [at for at, one in enumerate(self.spans) if one.start < span.end and span.start < one.end]
        if not inside:
            return None
        first, last = inside[0], inside[-1]
        begin = self.begins[max(0, first - LEFT) : min(last, first + LEFT) + 1].max()
        end = self.ends[max(first, last - LEFT) : last + RIGHT + 1].max()
        return float(begin + end) / 2

    def best(self, count: int) -> list[tuple[Span, float]]:
        """The likeliest stretches, best first, each with its score."""
        begins, ends = np.argsort(-self.begins)[:_EDGES], np.argsort(-self.ends)[:_EDGES]
        scores = (self.begins[begins][:, None] + self.ends[ends]) / 2
        length = ends - begins[:, None]
        scores[(length < 0) | (length >= LONGEST)] = -np.inf
        likeliest = np.argsort(-scores, axis=None, kind="stable")[:count]
        pairs = [divmod(at, len(ends)) for at in likeliest.tolist() if scores.flat[at] > -np.inf]
        return [
            (Span(self.spans[begins[one]].start, self.spans[ends[other]].end), float(scores[one, other]))
            for one, other in pairs
        ]


class SpanReader:
    """The network, loaded. Thread-safe."""

    def __init__(self, network: SpanNetwork, pairs: Pairs) -> None:
        self._network = network
        self._pairs = pairs

    @classmethod
    def load(cls, encoder: Encoder) -> SpanReader:
        """Shares with `encoder`, where that runs the embedded model, the embeddings, which the adapter leaves alone.

        Raises `ModelError` where the embedded model is not installed.
        """
        from transformers import BertModel  # here: heavy

        folder = embedded_model.ensure()
        bert = BertModel.from_pretrained(folder, dtype=torch.float32).eval()  # type: ignore[no-untyped-call]
        network = SpanNetwork(bert).requires_grad_(requires_grad=False).eval()
        merge(network)
        network.to(dtype_of(encoder.precision))
        if encoder.name == embedded_model.NAME:
            bert.embeddings = encoder.transformer.embeddings
        pairs = Pairs(folder)
        reader = cls(network, pairs)
        if encoder.precision == "int8":
            quantise(bert.encoder.layer, lambda: reader._forward(pairs.make(*_TRIAL)))
        log.info("Span reader %s, arithmetic %s.", ADAPTER.name, encoder.precision)
        return reader

    def read(self, question: str, passages: Sequence[Passage]) -> list[Reading]:
        """Reads `question` against each passage, with its context in front."""
        pairs = [self._pairs.make(question, passage.context, passage.text) for passage in passages]
        longest_first = sorted(range(len(pairs)), key=lambda at: -len(pairs[at].ids))
        scored = side_by_side(self._forward, [pairs[at] for at in longest_first])
        readings: dict[int, Reading] = {}
        for at, values in zip(longest_first, scored, strict=True):
            spans = tuple(one.shifted(passages[at].span.start) for one in pairs[at].spans)
            readings[at] = Reading(spans, values[:, 0], values[:, 1])
        return [readings[at] for at in range(len(pairs))]

    def _forward(self, pair: Pair) -> Scores:
        """One pair at a time, for which nothing is padded: the threads are busy for as long as each other."""
        with torch.inference_mode():
            scores: Scores = self._network(*padded([pair]))[0].float().numpy()
        return scores[pair.first : pair.last]


@lru_cache(maxsize=2)
def find_span_reader(encoder: Encoder) -> SpanReader | None:
    """The span reader beside this encoder, loaded once; None, and a warning, on a machine without the package that carries
    the embedded model."""
    try:
        return SpanReader.load(encoder)
    except ModelError as error:
        log.warning("Reading without the span reader: %s", error)
        return None
