"""Test everything: `python3 scripts/test.py [--full] [arguments for pytest]`.

`--full` adds the checkers that need Node and Java, and names what is absent. Without arguments for
pytest it ends with what is measured: nothing else may run beside that.
"""

import os
import sys

from setup import python_version  # noqa: F401 -- before all that an older Python cannot read
from setup.chromium import chromium_or_exit
from setup.environment import INTERRUPTED, environment_for_testing, run_module
from setup.node_tools import CHECKERS, TRAINING, install

FIRST = (["ruff", "check"], ["ruff", "format", "--check"], ["mypy"])
MEASURED = ["pytest", "-n", "0", "-m", "measured", "tests/full"]


def main() -> int:
    """Lint, format, types, then the tests; all of them run, and one failing fails."""
    arguments = [argument for argument in sys.argv[1:] if argument != "--full"]
    python = environment_for_testing()
    os.environ["OIT_CHROMIUM"] = chromium_or_exit(python)
    if "--full" not in sys.argv[1:]:
        return _run_all(python, *FIRST, ["pytest", *arguments])
    os.environ["OIT_TOOLS"] = str(install(CHECKERS) or "")
    os.environ["OIT_TRAINING"] = str(install(TRAINING) or "")
    tests = ["pytest", "-m", "not measured", *arguments]
    return _run_all(python, *FIRST, tests, *([] if arguments else [MEASURED]))


def _run_all(python: str, *checks: list[str]) -> int:
    failed = 0
    for check in checks:
        print("== " + " ".join(check), flush=True)
        status = run_module(python, *check)
        if status == INTERRUPTED:
            return INTERRUPTED
        failed = failed or status
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
