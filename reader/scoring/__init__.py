"""How well a candidate fits: named features, and the small model that makes one number of them."""
