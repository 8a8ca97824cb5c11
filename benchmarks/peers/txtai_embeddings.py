"""txtai: Embeddings with dense vectors, and its hybrid of those with BM25."""

from txtai import Embeddings


def load(model):
    return {"path": model, "instructions": {"query": "query: ", "data": "passage: "}, "gpu": False}


def build(settings, documents):
    """The hybrid index holds both sides; a weight of 1 for the vectors gives the dense ranking."""
    index = Embeddings(settings, hybrid=True)
    index.index(documents)
    return {
        "dense": lambda text, k: [document_id for document_id, _ in index.search(text, k, weights=1.0)],
        "hybrid": lambda text, k: [document_id for document_id, _ in index.search(text, k)],
    }
