"""Haystack: in-memory store with its BM25, its embedding retriever, and both joined by reciprocal ranks."""

from haystack import Document
from haystack.components.joiners import DocumentJoiner
from haystack.components.retrievers.in_memory import InMemoryBM25Retriever, InMemoryEmbeddingRetriever
from haystack.document_stores.in_memory import InMemoryDocumentStore
from haystack_integrations.components.embedders.sentence_transformers import (
    SentenceTransformersDocumentEmbedder,
    SentenceTransformersTextEmbedder,
)


def load(model):
    documents = SentenceTransformersDocumentEmbedder(
        model=model, prefix="passage: ", normalize_embeddings=True, progress_bar=False, local_files_only=True
    )
    queries = SentenceTransformersTextEmbedder(
        model=model, prefix="query: ", normalize_embeddings=True, progress_bar=False, local_files_only=True
    )
    for one in (documents, queries):
        one.warm_up()
    return documents, queries


def build(embedders, documents):
    of_documents, of_queries = embedders
    store = InMemoryDocumentStore(embedding_similarity_function="dot_product")
    made = [Document(id=document_id, content=text) for document_id, text in documents]
    store.write_documents(of_documents.run(made)["documents"])
    words, vectors = InMemoryBM25Retriever(store), InMemoryEmbeddingRetriever(store)
    joiner = DocumentJoiner(join_mode="reciprocal_rank_fusion")

    def bm25(text, k):
        return words.run(query=text, top_k=k)["documents"]

    def dense(text, k):
        return vectors.run(query_embedding=of_queries.run(text)["embedding"], top_k=k)["documents"]

    def hybrid(text, k):
        return joiner.run(documents=[bm25(text, 10 * k), dense(text, 10 * k)], top_k=k)["documents"]

    return {
        "dense": lambda text, k: [one.id for one in dense(text, k)],
        "BM25": lambda text, k: [one.id for one in bm25(text, k)],
        "hybrid": lambda text, k: [one.id for one in hybrid(text, k)],
    }
