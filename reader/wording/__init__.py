"""How it is said: the quote that proves it, the sentence, and what is missing where nothing is found."""
