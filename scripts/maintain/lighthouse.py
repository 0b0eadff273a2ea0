"""Print the scores of Lighthouse for pages of a built site (needs Node and Java).

As a phone sees it, from a server on this machine that compresses as a real one does. The exit
status is 1 where a score is too low: under 100, or for performance, which follows how busy the
machine is, under 95.
"""

import argparse
import json
import subprocess
import sys
from collections.abc import Mapping
from operator import itemgetter
from pathlib import Path
from typing import Any

from setup.chromium import chromium_or_exit
from setup.environment import COULD_NOT_RUN, ROOT
from setup.local_server import serving
from setup.node_tools import CHECKERS, chromium_environment, install
from setup.words import both

ENOUGH = {"accessibility": 100, "best-practices": 100, "performance": 95}
"""The least score of each category."""


def scores_of(address: str, tools: Path, chromium: str) -> dict[str, int]:
    """The scores of a page, 0 to 100, by category."""
    command = [
        "node",
        str(tools / "lighthouse/cli/index.js"),
        address,
        "--quiet",
        "--output=json",
        f"--only-categories={','.join(ENOUGH)}",
        "--chrome-flags=--headless=new --no-sandbox --disable-background-networking",
    ]
    environment = chromium_environment(chromium)
    done = subprocess.run(command, env=environment, capture_output=True, check=True)
    categories = json.loads(done.stdout)["categories"]
    return {name: round(categories[name]["score"] * 100) for name in ENOUGH}


def is_enough(scores: Mapping[str, int]) -> bool:
    """Whether each category has the least score or more."""
    return all(scores[name] >= least for name, least in ENOUGH.items())


def pages_of(index: Mapping[str, Any]) -> list[str]:
    """A page of each of seven kinds, of a site's index.

    Home, the newest round, its item of purchases (or else its first), its deadlines, how to check
    it, the owner of that item, and a page in Markdown.
    """
    newest = max(index["rounds"], key=itemgetter("fiscal_year"))
    item = min(newest["items"], key=lambda item: item["topic"] != "procurement")
    folder = f"{newest['fiscal_year']}/"
    of_round = (f"{folder}{name}/" for name in (item["item"].lower(), "due", "check"))
    return ["", folder, *of_round, f"divisions/{item['owner']}/", "data/"]


def main() -> int:
    """Print a line a page."""
    asked = _arguments()
    if not (asked.site / "api/v1/index.json").is_file():
        return _no_site(asked.site)
    tools = install(CHECKERS)
    if tools is None:
        return COULD_NOT_RUN
    chromium = chromium_or_exit(sys.executable)
    index = json.loads((asked.site / "api/v1/index.json").read_text("utf-8"))
    passed = True
    with serving(asked.site) as address:
        for page in asked.pages or pages_of(index):
            scores = scores_of(f"{address}/{page}", tools, chromium)
            print(f"/{page:<14}", *(f"{name} {score}" for name, score in scores.items()), sep="  ")
            passed = passed and is_enough(scores)
    return 0 if passed else 1


def _no_site(folder: Path) -> int:
    print(both("maintain.no-site", folder=folder), file=sys.stderr)
    return COULD_NOT_RUN


def _arguments() -> argparse.Namespace:
    """The folder of a built site, and paths of its pages."""
    parser = argparse.ArgumentParser(prog="run.py lighthouse", description=__doc__)
    parser.add_argument("site", nargs="?", type=Path, default=ROOT / "site")
    parser.add_argument("pages", nargs="*", metavar="page")
    return parser.parse_args()


if __name__ == "__main__":
    sys.exit(main())
