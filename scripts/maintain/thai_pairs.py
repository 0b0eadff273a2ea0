"""How often each Thai letter follows another, counted in the engine's own texts.

`python3 scripts/run.py thai_pairs` writes `hooks/oit/evidence/thai_pairs.json`; the tests compare
it with the texts. Only the pages and the mandate are learnt from: the messages are kept to test by.
"""

import argparse
import json
import math
import re
import sys
from collections import Counter
from collections.abc import Iterable
from itertools import pairwise

from setup.environment import ROOT

ENGINE = ROOT / "hooks/oit"
FILE = ENGINE / "evidence/thai_pairs.json"
LETTERS = "".join(map(chr, (*range(0x0E01, 0x0E3B), *range(0x0E40, 0x0E4F))))
_WORDS = re.compile(f"[{LETTERS}]+")
_SMOOTHING = 0.05
"""Added to every count: a pair that was never seen is rare, not impossible."""
_MOST_BITS = 15


def texts() -> list[str]:
    """The texts that are learnt from, in a fixed order."""
    pages = sorted((ENGINE / "texts").rglob("*.md"))
    return [path.read_text("utf-8") for path in (*pages, ENGINE / "templates/office/mandate.yml")]


def counted(learnt: Iterable[str]) -> str:
    """The file's text, the same for the same texts."""
    words = [f" {word} " for text in learnt for word in _WORDS.findall(text)]
    pairs = Counter(pair for word in words for pair in pairwise(word))
    letters = Counter(letter for word in words for letter in word.strip())
    alphabet = f" {LETTERS}"
    found = {
        "alphabet": alphabet,
        "surprise": {first: _row(first, pairs) for first in alphabet},
        "shares": {letter: _share(letter, letters) for letter in LETTERS},
    }
    return json.dumps(found, ensure_ascii=False, indent=1) + "\n"


def _row(first: str, pairs: Counter[tuple[str, str]]) -> str:
    alphabet = f" {LETTERS}"
    total = sum(pairs[first, second] + _SMOOTHING for second in alphabet)
    bits = (-math.log2((pairs[first, second] + _SMOOTHING) / total) for second in alphabet)
    return "".join(f"{min(_MOST_BITS, round(bit)):x}" for bit in bits)


def _share(letter: str, letters: Counter[str]) -> int:
    return round(10_000 * letters[letter] / letters.total())


def main() -> int:
    """Write the file. Gives 0."""
    argparse.ArgumentParser(prog="run.py thai_pairs", description=__doc__).parse_args()
    FILE.write_text(counted(texts()), "utf-8", newline="\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
