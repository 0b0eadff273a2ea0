"""Kill builds and writing commands at every moment, fill the disk, race them: all of it.

`python3 scripts/run.py endurance [arguments for pytest]` runs for about an hour; the ordinary
tests run some of it. Prints how many runs were killed, found no room, or raced.
"""

import sys
import tempfile
import xml.etree.ElementTree as ET
from collections import Counter
from pathlib import Path

from setup.environment import run_command, variables

_TESTS = ("tests/builds/test_killed.py", "tests/builds/test_races.py")
_SHOWN = {
    "killed": "runs were killed, each at another moment",
    "full": "runs found the disk full, each at another moment",
    "races": "rounds of two commands at once",
}


def main() -> int:
    """Run the tests in their long form. Gives their exit status."""
    if {"-h", "--help"} & set(sys.argv[1:]):
        print(f"usage: run.py endurance [arguments for pytest]\n\n{__doc__}")
        return 0
    with tempfile.TemporaryDirectory() as folder:
        report = Path(folder) / "report.xml"
        command = [sys.executable, "-m", "pytest", *_TESTS, f"--junitxml={report}"]
        status = run_command([*command, *sys.argv[1:]], variables(OIT_ENDURANCE="all"))
        print("\n".join(figures(report.read_text("utf-8"))) if report.is_file() else "")
    return status


def figures(report: str) -> list[str]:
    """A line for each kind of run that a JUnit report of the tests counts."""
    counted: Counter[str] = Counter()
    for found in ET.fromstring(report).iter("property"):  # noqa: S314 -- our own tests wrote it
        counted[found.get("name", "")] += int(found.get("value", "0"))
    return [f"{counted[name]:>6} {what}" for name, what in _SHOWN.items()]


if __name__ == "__main__":
    sys.exit(main())
