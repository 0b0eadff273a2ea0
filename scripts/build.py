"""Build the site into `site/`. Whatever goes wrong, the last good site stays as it was."""

import sys

from setup import python_version  # noqa: F401 -- before all that an older Python cannot read
from setup.environment import environment_for_building, run_module


def main() -> int:
    """Run `oit build` of the environment. Gives its exit status."""
    return run_module(environment_for_building(), "oit", "build", *sys.argv[1:])


if __name__ == "__main__":
    sys.exit(main())
