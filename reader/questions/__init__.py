"""What is asked: the sort of thing, the subject, what a follow-up carries over, and the parts of a long question."""
