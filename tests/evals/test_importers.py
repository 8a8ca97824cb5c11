import json
from pathlib import Path

import pytest

from evals.beir import load_qrels, load_queries, read_corpus, write_trec
from evals.importers import RETRIEVAL_ONLY, answer_spans, from_beir, from_csv, from_squad
from evals.questions import check_questions
from plans.errors import EvaluationError
from plans.text import nfc

SQUAD = {
    "data": [
        {
            "title": "Cà Mau",
            "paragraphs": [
                {
                    "context": "Ca\u0300 Mau co\u0301 7.060 giươ\u0300ng bệnh.",  # decomposed, as some tools write
                    "qas": [
                        {"id": "s1", "question": "Mấy giường?", "answers": [{"text": "7.060", "answer_start": 12}]},
                        {"id": "s2", "question": "Mấy trường?", "answers": [], "is_impossible": True},
                    ],
                }
            ],
        }
    ]
}


def write_beir(folder: Path) -> Path:
    (folder / "qrels").mkdir(parents=True)
    (folder / "corpus.jsonl").write_text(
        '{"_id": "d1", "title": "T", "text": "một"}\n{"_id": "d2", "title": "", "text": "hai"}\n', encoding="utf-8"
    )
    (folder / "queries.jsonl").write_text('{"_id": "1", "text": "a?"}\n{"_id": "2", "text": "b?"}\n', encoding="utf-8")
    (folder / "qrels" / "test.tsv").write_text(
        "query-id\tcorpus-id\tscore\n1\td2\t1\n1\td1\t0\n2\td1\t2\n", encoding="utf-8"
    )
    return folder


def test_squad_answers_are_found_again_in_composed_text(tmp_path: Path) -> None:
    path = tmp_path / "squad.json"
    path.write_text(json.dumps(SQUAD), encoding="utf-8")
    made = from_squad(path)
    assert check_questions(made.questions, made.texts) == []
    assert [one.answerable for one in made.questions] == [True, False]
    assert all(nfc(text) == text for text in made.texts.values())


def test_a_squad_answer_that_is_not_at_its_place_is_refused(tmp_path: Path) -> None:
    moved = json.loads(json.dumps(SQUAD))
    moved["data"][0]["paragraphs"][0]["qas"][0]["answers"][0]["answer_start"] = 3
    path = tmp_path / "squad.json"
    path.write_text(json.dumps(moved), encoding="utf-8")
    with pytest.raises(EvaluationError, match=r"s1.*answer_start 3"):
        from_squad(path)


@pytest.mark.parametrize(
    ("content", "message"), [("{", "line 1: not JSON"), ("[]", "not SQuAD-style"), ('{"data": 3}', "SQuAD")]
)
def test_a_file_that_is_not_squad_is_said_so(tmp_path: Path, content: str, message: str) -> None:
    path = tmp_path / "squad.json"
    path.write_text(content, encoding="utf-8")
    with pytest.raises(EvaluationError, match=message):
        from_squad(path)


def test_beir_becomes_questions_whose_gold_is_the_passage(tmp_path: Path) -> None:
    made = from_beir(write_beir(tmp_path))
    assert check_questions(made.questions, made.texts) == []
    assert {one.question_id: one.document for one in made.questions} == {"1": "d2.txt", "2": "d1.txt"}
    assert made.texts["d1.txt"] == "T\n\nmột"
    assert all(RETRIEVAL_ONLY in one.tags for one in made.questions)


@pytest.mark.parametrize(
    ("line", "message"),
    [
        ('{"title": "x"}', 'line 3: "_id"'),
        ('{"_id": "d1"}', 'line 3: the _id "d1" is there twice'),
        ('{"_id": "a b"}', "line 3: .*white space"),
        ('{"_id": "d3", "text": 1}', 'line 3: "text" must be'),
    ],
)
def test_a_bad_beir_line_is_named(tmp_path: Path, line: str, message: str) -> None:
    corpus = write_beir(tmp_path) / "corpus.jsonl"
    corpus.write_text(corpus.read_text(encoding="utf-8") + line, encoding="utf-8")
    with pytest.raises(EvaluationError, match=message):
        list(read_corpus(tmp_path))


def test_a_bad_qrels_line_is_named(tmp_path: Path) -> None:
    path = tmp_path / "qrels.tsv"
    path.write_text("1\td1\t1\n1 d2 1\n", encoding="utf-8")
    with pytest.raises(EvaluationError, match="line 2"):
        load_qrels(path)


def test_an_empty_query_file_is_refused(tmp_path: Path) -> None:
    (tmp_path / "queries.jsonl").write_text("\n", encoding="utf-8")
    with pytest.raises(EvaluationError, match="no query"):
        load_queries(tmp_path / "queries.jsonl")


def test_a_trec_run_ranks_from_one(tmp_path: Path) -> None:
    write_trec(tmp_path / "run.trec", {"q": [("d2", 2.0), ("d1", 1.5)]}, "tag")
    assert (tmp_path / "run.trec").read_text() == "q Q0 d2 1 2.000000 tag\nq Q0 d1 2 1.500000 tag\n"


def test_csv_rows_become_questions_with_spans(tmp_path: Path) -> None:
    path = tmp_path / "set.csv"
    path.write_text('question,answer,document,tags\nTỷ lệ?,"0,63%",a.txt,x; y\nAi ký?,,,\n', encoding="utf-8")
    texts = {"a.txt": "còn 10,63% hay 0,63%."}
    made = from_csv(path, texts)
    assert check_questions(made.questions, texts) == []
    assert made.questions[0].tags == ("x", "y")
    assert not made.questions[1].answerable


@pytest.mark.parametrize(
    ("row", "message"),
    [
        ("Tỷ lệ?,1%,a.txt", "line 2: .*does not stand"),
        ("Tỷ lệ?,hai,a.txt", "line 2: .*stands 2 times"),
        ("Tỷ lệ?,hai,b.txt", 'line 2: the corpus has no document "b.txt"'),
        (",hai,a.txt", "line 2: the question is empty"),
    ],
)
def test_a_bad_csv_row_is_named(tmp_path: Path, row: str, message: str) -> None:
    path = tmp_path / "set.csv"
    path.write_text(f"question,answer,document\n{row}\n", encoding="utf-8")
    with pytest.raises(EvaluationError, match=message):
        from_csv(path, {"a.txt": "hai và hai"})


def test_an_answer_is_never_found_inside_a_longer_number_or_word() -> None:
    assert answer_spans("10,63% và 0,63%", "0,63%")[0].start == 10
    assert answer_spans("9.484.000", "484") == []
    assert len(answer_spans("ngày 18\ntháng 11", "ngày 18 tháng 11")) == 1
