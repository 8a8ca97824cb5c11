"""Which of the scored candidates is given, or none: order, namesakes, what is held back, and how sure the answer is."""
