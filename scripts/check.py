"""The gate alone, without a site: `python3 scripts/check.py`."""

import subprocess
import sys

from environment import ROOT, start, variables


def main() -> int:
    """Run `oit check` of the environment. Gives its exit status."""
    command = [start(with_tests=False), "-m", "oit_app", "check", *sys.argv[1:]]
    return subprocess.run(command, cwd=ROOT, env=variables(), check=False).returncode


if __name__ == "__main__":
    sys.exit(main())
