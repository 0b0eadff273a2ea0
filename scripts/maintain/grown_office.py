"""Write the site of an invented office with many rounds, and a history in Git that records them.

`python3 scripts/run.py grown_office FOLDER --rounds 10`, or of several offices, each in a folder
of FOLDER. A round has 22 records; only the newest is open on the day that is printed. Something is
late and broken in it, as the gate still reports (OIT_GATE=report), but for `--sound`.
"""

import argparse
import sys
from pathlib import Path

from maintain.grown.offices import write_office
from maintain.grown.years import AS_OF


def main() -> int:
    """Write the offices, and print the day to judge them on."""
    parser = argparse.ArgumentParser(prog="run.py grown_office", description=__doc__)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--rounds", type=int, default=1)
    parser.add_argument("--offices", type=int, default=1)
    parser.add_argument("--sound", action="store_true", help="nothing is late or broken")
    given = parser.parse_args()
    for number in range(1, given.offices + 1):
        folder = given.folder if given.offices == 1 else given.folder / f"office-{number}"
        write_office(folder, number, given.rounds, is_sound=given.sound)
    print(f"OIT_AS_OF={AS_OF}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
