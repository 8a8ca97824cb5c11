"""What tells things of like names apart: sides, aspects, sorts, levels, numbers, standards."""
