"""The command `oit` on any system: `python3 scripts/cli.py due --within 30`."""

import sys

from setup import python_version  # noqa: F401 -- before all that an older Python cannot read
from setup.environment import environment_for_building, run_module


def main() -> int:
    """Run `oit` of the environment. Gives its exit status."""
    return run_module(environment_for_building(), "oit", *sys.argv[1:])


if __name__ == "__main__":
    sys.exit(main())
