"""The gate alone, without a site: `python3 scripts/check.py [arguments for oit check]`."""

import sys

from setup import python_version  # noqa: F401 -- before all that an older Python cannot read
from setup.environment import environment_for_building, run_module


def main() -> int:
    """Run `oit check` of the environment. Gives its exit status."""
    return run_module(environment_for_building(), "oit", "check", *sys.argv[1:])


if __name__ == "__main__":
    sys.exit(main())
