"""A live preview on this machine; what is late is shown, not refused (gate `report`)."""

import sys

from setup import python_version  # noqa: F401 -- before all that an older Python cannot read
from setup.environment import INTERRUPTED, environment_for_building, run_module


def main() -> int:
    """Serve until Ctrl-C, which is how one leaves. Gives MkDocs' exit status."""
    python = environment_for_building()
    given = {"OIT_GATE": "report", "OIT_REHEARSAL": "1"}  # nothing of it is published
    status = run_module(python, "mkdocs", "serve", *sys.argv[1:], **given)
    return 0 if status == INTERRUPTED else status


if __name__ == "__main__":
    sys.exit(main())
