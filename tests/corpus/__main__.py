"""Write the page with the figures: `python3 scripts/run.py personal_data`."""

import sys
from pathlib import Path

from corpus.figures import page

COUNT = 2
"""Numbers in every spelling and place: a spelling is found or not, whatever its digits."""
FILE = Path(__file__).parent / "README.md"


def main() -> int:
    """Measure, and write the page beside this file."""
    FILE.write_text(page(COUNT), "utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
