"""Pictures of the site for the README, the guide and links that people share.

`python3 scripts/screenshots.py` builds the site as on a fixed day, once with an item late, and
writes them into `docs/assets/pictures/`, and `docs/assets/social.png`. Those of the form are drawn
where Node is there.
"""

import os
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

from setup import python_version  # noqa: F401 -- before all that an older Python cannot read
from setup.chromium import chromium_or_exit
from setup.environment import ROOT, environment_for_testing
from setup.local_server import serving
from setup.node_tools import TRAINING, install

DAY = "2025-04-29"
PICTURES = ROOT / "docs/assets/pictures"
PAGES = {"home": "", "round": "2568/", "item-current": "2568/o15/", "item-late": "2568/o9/"}
SIZES = {"phone": (390, 844), "desktop": (1280, 900)}
LATE = ("oit_items/2568/O09/record.md", "updated: 2025-04-10", "updated: 2024-12-02")
"""What makes one item late, so that there is something to see."""
_DRAW = ROOT / "tests/pictures.py"
_DRAW_FORM = ROOT / "tests/form_pictures.py"


def main() -> int:
    """Build, then draw with the tools of `.venv`."""
    python = environment_for_testing()
    chromium = chromium_or_exit(python)
    with tempfile.TemporaryDirectory() as folder:
        site = _built(Path(folder), python)
        with serving(site / "site") as address:
            status = _draw(python, _DRAW, address, chromium)
        tools = install(TRAINING)
        return status or (_draw(python, _DRAW_FORM, site, chromium, tools) if tools else 0)


def _draw(python: str, program: Path, *arguments: object) -> int:
    environment = {**os.environ, "PYTHONPATH": str(ROOT / "scripts")}
    command = [python, str(program), *map(str, arguments)]
    return subprocess.run(command, env=environment, check=False).returncode


def _built(folder: Path, python: str) -> Path:
    """A folder with the site's own files and, below `site/`, the site with one item late."""
    for name in ("docs", "hooks", "oit_items"):
        shutil.copytree(ROOT / name, folder / name)
    shutil.copy(ROOT / "mkdocs.yml", folder)
    file, was, becomes = LATE
    record = folder / file
    record.write_text(record.read_text("utf-8").replace(was, becomes), "utf-8", newline="\n")
    environment = {**os.environ, "OIT_AS_OF": DAY, "OIT_GATE": "report"}
    command = [python, "-m", "mkdocs", "build", "--quiet"]
    subprocess.run(command, cwd=folder, env=environment, check=True, stdout=subprocess.DEVNULL)
    return folder


if __name__ == "__main__":
    sys.exit(main())
