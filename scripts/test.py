"""Test everything: `python3 scripts/test.py [--full] [arguments for pytest]`.

`--full` adds what needs Node or Java; there is nothing of that kind yet.
"""

import subprocess
import sys

from chromium import NOT_FOUND, find_chromium, install_chromium
from environment import COULD_NOT_RUN, ROOT, start, variables


def main() -> int:
    """Lint, format, types, then the tests; all of them run, and one failing fails."""
    arguments = [one for one in sys.argv[1:] if one != "--full"]
    if "--full" in sys.argv[1:]:
        print("--full: ยังไม่มีการทดสอบที่ใช้ Node หรือ Java (nothing needs Node or Java yet)")
    python = start(with_tests=True)
    chromium = find_chromium() or install_chromium(python)
    if not chromium:
        print(NOT_FOUND, file=sys.stderr)
        return COULD_NOT_RUN
    commands = [
        ["ruff", "check", "."],
        ["ruff", "format", "--check", "."],
        ["mypy"],
        ["pytest", *arguments],
    ]
    environment = {**variables(), "OIT_CHROMIUM": chromium}
    failed = []
    for command in commands:
        print(f"== {' '.join(command)}", flush=True)
        run = [python, "-m", *command]
        if subprocess.run(run, cwd=ROOT, env=environment, check=False).returncode:
            failed.append(command[0])
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
