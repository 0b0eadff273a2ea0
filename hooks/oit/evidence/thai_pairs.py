"""How Thai letters follow each other, in bits of surprise; from the engine's own texts.

`thai_pairs.json` is written by `python3 scripts/run.py thai_pairs`, and not by hand.
"""

import json
from collections.abc import Mapping
from importlib import resources

_COUNTED = json.loads(resources.files(__package__).joinpath("thai_pairs.json").read_text("utf-8"))
ALPHABET: str = _COUNTED["alphabet"]
"""The end of a word, and the Thai letters and marks."""
SURPRISE: Mapping[str, str] = _COUNTED["surprise"]
"""For each letter, the bits of each letter of `ALPHABET` after it, a hexadecimal digit each."""
SHARES: Mapping[str, int] = _COUNTED["shares"]
"""How many of 10,000 letters are this one."""
