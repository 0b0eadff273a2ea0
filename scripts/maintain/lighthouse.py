"""Print the scores of Lighthouse for pages of a built site (needs Node and Java).

As a phone sees it, from a server on this machine that compresses as a real one does. The exit
status is 1 where a score is under 95. Figures of performance follow how busy the machine is.
"""

import argparse
import json
import subprocess
import sys
from pathlib import Path

from setup.chromium import chromium_or_exit
from setup.environment import COULD_NOT_RUN, ROOT
from setup.local_server import serving
from setup.node_tools import CHECKERS, chromium_environment, install

PAGES = ("", "2568/", "2568/o15/")
CATEGORIES = ("accessibility", "best-practices", "performance")
ENOUGH = 95


def scores_of(address: str, tools: Path, chromium: str) -> dict[str, int]:
    """The scores of a page, 0 to 100, by category."""
    command = [
        "node",
        str(tools / "lighthouse/cli/index.js"),
        address,
        "--quiet",
        "--output=json",
        f"--only-categories={','.join(CATEGORIES)}",
        "--chrome-flags=--headless=new --no-sandbox --disable-background-networking",
    ]
    environment = chromium_environment(chromium)
    done = subprocess.run(command, env=environment, capture_output=True, check=True)
    categories = json.loads(done.stdout)["categories"]
    return {name: round(categories[name]["score"] * 100) for name in CATEGORIES}


def main() -> int:
    """Print a line a page."""
    asked = _arguments()
    tools = install(CHECKERS)
    if tools is None:
        return COULD_NOT_RUN
    chromium = chromium_or_exit(sys.executable)
    worst = 100
    with serving(asked.site) as address:
        for page in asked.pages or PAGES:
            scores = scores_of(f"{address}/{page}", tools, chromium)
            print(f"/{page:<14}", *(f"{name} {score}" for name, score in scores.items()), sep="  ")
            worst = min(worst, *scores.values())
    return 0 if worst >= ENOUGH else 1


def _arguments() -> argparse.Namespace:
    """The folder of a built site, and paths of its pages."""
    parser = argparse.ArgumentParser(prog="run.py lighthouse", description=__doc__)
    parser.add_argument("site", nargs="?", type=Path, default=ROOT / "site")
    parser.add_argument("pages", nargs="*", metavar="page")
    return parser.parse_args()


if __name__ == "__main__":
    sys.exit(main())
