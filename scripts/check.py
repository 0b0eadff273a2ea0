"""The gate alone, without a site: `python3 scripts/check.py [arguments for oit check]`."""

import sys

import python_version  # noqa: F401 -- before all that an older Python cannot read
from environment import run, start


def main() -> int:
    """Run `oit check` of the environment. Gives its exit status."""
    return run(start(with_tests=False), "oit", "check", *sys.argv[1:])


if __name__ == "__main__":
    sys.exit(main())
