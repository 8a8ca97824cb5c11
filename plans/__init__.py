"""The domain: documents, places, quantities, indicators and answers. Standard library only; imports nothing of ours."""
