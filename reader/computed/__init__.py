"""Answers that are computed from records or read from sentences on what a unit was made from."""
