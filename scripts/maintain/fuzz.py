"""Judge many records, evidence files and policy files that are broken in some way.

`python3 scripts/run.py fuzz [arguments]` runs all cases of `tests/fuzz`; `--help` names
the arguments.
"""

import sys

from setup.environment import ROOT, run_command, variables


def main() -> int:
    """Run the cases. Gives 1 where anything is wrong."""
    command = [sys.executable, "-m", "fuzz", *sys.argv[1:]]
    return run_command(command, {**variables(), "PYTHONPATH": str(ROOT / "tests")})


if __name__ == "__main__":
    sys.exit(main())
