"""A live preview on this machine; what is late is shown, not refused (gate `report`)."""

import subprocess
import sys
from contextlib import suppress

from environment import ROOT, start, variables


def main() -> int:
    """Serve until Ctrl-C. Gives MkDocs' exit status."""
    command = [start(with_tests=False), "-m", "mkdocs", "serve", *sys.argv[1:]]
    with suppress(KeyboardInterrupt):
        environment = variables(OIT_GATE="report")
        return subprocess.run(command, cwd=ROOT, env=environment, check=False).returncode
    return 0


if __name__ == "__main__":
    sys.exit(main())
