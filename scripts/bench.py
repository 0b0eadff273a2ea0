"""How fast the check, the build, `serve` and the search are on this machine, and how they grow."""

import sys
from pathlib import Path

from setup import python_version  # noqa: F401 -- before all that an older Python cannot read
from setup.environment import environment_for_building, run_command, variables


def main() -> int:
    """Run `maintain/bench.py` in the environment. Gives its exit status."""
    command = [environment_for_building(), "-m", "maintain.bench", *sys.argv[1:]]
    return run_command(command, {**variables(), "PYTHONPATH": str(Path(__file__).parent)})


if __name__ == "__main__":
    sys.exit(main())
