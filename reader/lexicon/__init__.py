"""The words that questions and sources have in common: names, offices, places, ordinals, years, and units of things."""
