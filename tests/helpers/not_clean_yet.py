"""What is not written yet as the style guide asks: each merge makes this shorter."""

AREAS = frozenset[str]()
"""Areas of the catalogue."""
