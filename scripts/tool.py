"""Run a tool of `.venv`, wherever this system keeps it: `python3 scripts/tool.py ruff check`."""

import sys

from setup import python_version  # noqa: F401 -- before all that an older Python cannot read
from setup.environment import environment_for_testing, run_module


def main() -> int:
    """Run the module named first with the arguments after it. Gives its exit status."""
    return run_module(environment_for_testing(), *sys.argv[1:])


if __name__ == "__main__":
    sys.exit(main())
