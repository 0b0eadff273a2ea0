"""Measure what the search for personal data finds in made documents, and write the page about it.

`python3 scripts/run.py personal_data` writes `tests/corpus/README.md`.
"""

import argparse
import sys

from setup.environment import ROOT, run_command, variables


def main() -> int:
    """Run the measurement of `tests/corpus`."""
    argparse.ArgumentParser(prog="run.py personal_data", description=__doc__).parse_args()
    command = [sys.executable, "-m", "corpus"]
    return run_command(command, {**variables(), "PYTHONPATH": str(ROOT / "tests")})


if __name__ == "__main__":
    sys.exit(main())
