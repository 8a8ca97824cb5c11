"""LangChain: HuggingFaceEmbeddings into FAISS, with the model's own prompts."""

from langchain_community.vectorstores import FAISS
from langchain_community.vectorstores.utils import DistanceStrategy
from langchain_core.documents import Document
from langchain_huggingface import HuggingFaceEmbeddings


def load(model):
    return HuggingFaceEmbeddings(
        model_name=model,
        model_kwargs={"device": "cpu"},
        encode_kwargs={"normalize_embeddings": True, "prompt": "passage: "},
        query_encode_kwargs={"normalize_embeddings": True, "prompt": "query: "},
    )


def build(embeddings, documents):
    made = [Document(page_content=text, metadata={"id": document_id}) for document_id, text in documents]
    store = FAISS.from_documents(made, embeddings, distance_strategy=DistanceStrategy.MAX_INNER_PRODUCT)
    return {"dense": lambda text, k: [one.metadata["id"] for one in store.similarity_search(text, k=k)]}
