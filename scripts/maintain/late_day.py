"""Show the site as on a day when something is late, on this machine alone.

A copy of the records lacks the newest summary of purchases, which was due twelve days before.
"""

import argparse
import sys
import tempfile
import threading
from pathlib import Path

from maintain.copies import build, copy_site
from maintain.driven_form import DAY, take_out_summary
from setup.environment import ROOT
from setup.local_server import serving
from setup.words import both


def main() -> int:
    """Serve until Ctrl-C."""
    argparse.ArgumentParser(prog="run.py late_day", description=__doc__).parse_args()
    with tempfile.TemporaryDirectory() as folder:
        site = Path(folder) / "copy"
        late_site(site, ROOT)
        with serving(site / "site") as address:
            print(both("maintain.late-day", address=address), flush=True)
            _wait_for_interrupt()
    return 0


def late_site(folder: Path, office: Path) -> Path:
    """Build the site of an office with something late into a folder; return the missing file."""
    copy_site(folder, office)
    summary = take_out_summary(folder, folder.parent)
    build(folder, DAY)
    return summary


def _wait_for_interrupt() -> None:
    try:
        threading.Event().wait()
    except KeyboardInterrupt:
        return


if __name__ == "__main__":
    sys.exit(main())
