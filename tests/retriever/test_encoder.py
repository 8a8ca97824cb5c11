"""The encoder and the embedded model."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import numpy as np
import pytest

from plans.errors import ModelError
from retriever import embedded_model
from retriever.encoder import Encoder
from retriever.index import default_encoder

OFFLINE = """
import socket, sys
def refuse(*_, **__): raise AssertionError("a socket was opened")
socket.socket.connect = refuse
socket.create_connection = refuse
socket.getaddrinfo = refuse
from retriever.encoder import Encoder
encoder = Encoder.load()
print(encoder.encode_queries(["tỷ lệ hộ nghèo"]).shape)
"""


@pytest.fixture(scope="module")
def encoder() -> Encoder:
    return default_encoder()


def test_vectors_are_normalised_and_in_order(encoder: Encoder) -> None:
    texts = ["dài " * 60, "ngắn", "vừa phải thôi"]
    vectors = encoder.encode_passages(texts)
    assert vectors.shape == (3, encoder.dimension)
    assert np.allclose(np.linalg.norm(vectors, axis=1), 1, atol=1e-3)
    for text, vector in zip(texts, vectors, strict=True):
        assert float(encoder.encode_passages([text])[0] @ vector) > 0.98


def test_no_texts_give_no_vectors(encoder: Encoder) -> None:
    assert encoder.encode_queries([]).shape == (0, encoder.dimension)


def test_the_question_is_nearest_to_its_answer_in_either_language(encoder: Encoder) -> None:
    passages = encoder.encode_passages(["Tỷ lệ hộ nghèo còn 2,5%.", "Đội bóng thắng trận chung kết.", "Trời mưa to."])
    questions = encoder.encode_queries(["hộ nghèo chiếm bao nhiêu phần trăm?", "What is the poverty rate?"])
    assert (questions @ passages.T).argmax(axis=1).tolist() == [0, 0]


def test_tokens_are_counted_without_the_marks_around(encoder: Encoder) -> None:
    assert encoder.count_tokens("") == 0
    assert encoder.count_tokens("hộ nghèo") == 2


def test_the_default_model_opens_no_socket() -> None:
    done = subprocess.run([sys.executable, "-c", OFFLINE], capture_output=True, text=True, env=dict(os.environ))
    assert done.returncode == 0, done.stderr
    assert "(1, 384)" in done.stdout


def test_a_model_that_is_not_there_is_one_clear_line(tmp_path: Path) -> None:
    with pytest.raises(ModelError, match="TRACUU_MODEL"):
        Encoder.load(str(tmp_path))


def test_a_damaged_copy_of_the_model_is_not_trusted() -> None:
    folder = embedded_model.ensure()
    assert embedded_model.is_sealed(folder)
    assert not embedded_model.is_sealed(folder.parent)


def test_four_bit_blocks_hold_the_low_nibbles_first() -> None:
    scale = np.array([0.5], "<f2").tobytes()
    values = embedded_model.dequantise(scale + bytes([0x9A]) * 16, 32)
    assert values[:16].tolist() == [1.0] * 16  # (0xA - 8) * 0.5
    assert values[16:].tolist() == [0.5] * 16  # (0x9 - 8) * 0.5
