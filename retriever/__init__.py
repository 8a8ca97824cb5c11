"""Questions to ranked passages, and the index they are found in."""

from retriever.index import Index

__all__ = ["Index"]
