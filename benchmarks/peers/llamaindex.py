"""LlamaIndex: VectorStoreIndex with HuggingFaceEmbedding, and its BM25 retriever."""

from llama_index.core import VectorStoreIndex
from llama_index.core.schema import TextNode
from llama_index.embeddings.huggingface import HuggingFaceEmbedding
from llama_index.retrievers.bm25 import BM25Retriever


def load(model):
    return HuggingFaceEmbedding(
        model_name=model, device="cpu", query_instruction="query: ", text_instruction="passage: ", embed_batch_size=32
    )


def build(embeddings, documents):
    nodes = [TextNode(id_=document_id, text=text) for document_id, text in documents]
    index = VectorStoreIndex(nodes, embed_model=embeddings)

    def dense(text, k):
        return [one.node.node_id for one in index.as_retriever(similarity_top_k=k).retrieve(text)]

    words = BM25Retriever.from_defaults(nodes=nodes, similarity_top_k=10, skip_stemming=True)

    def bm25(text, k):
        return [one.node.node_id for one in words.retrieve(text)][:k]

    return {"dense": dense, "BM25": bm25}
