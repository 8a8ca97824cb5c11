"""Whether a clause says yes or no to a question."""
