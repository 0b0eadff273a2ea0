"""Build the engine's wheel from the files as they are; it needs no network.

It goes into `dist/`, or the folder of `--out`, and nothing else is left behind. The same files give
the same bytes, whatever the day, their times and modes, and what was built before.
"""

import argparse
import sys
from pathlib import Path

from oit.system.engine import wheel
from setup.environment import ROOT

WHEELS = ROOT / "dist"


def main() -> int:
    """Print where the wheel is, and its hash, by which an office pins it."""
    out: Path = _arguments().out
    built = wheel()
    out.mkdir(parents=True, exist_ok=True)
    (out / built.name).write_bytes(built.data)
    print(f"{out.absolute() / built.name}\nsha256:{built.sha256}")
    return 0


def _arguments() -> argparse.Namespace:
    """The folder that the wheel goes into."""
    parser = argparse.ArgumentParser(prog="run.py wheel", description=__doc__)
    parser.add_argument("--out", type=Path, default=WHEELS, metavar="DIR")
    return parser.parse_args()


if __name__ == "__main__":
    sys.exit(main())
