"""Checks a published index, and all that it names, against what the index says.

The order of reading: `targets` (what an index promises), `responses`, `pages`, `documents`,
`tables`, `checksums` (whether what was fetched keeps it), `computed` (whether the index follows
from the rules and events beside it; without them `consistency`, whether it agrees with itself and
with today's date), `report`.
"""
