"""What may be the answer: the units of the hits with what stands around them, and the typed candidates in them."""
