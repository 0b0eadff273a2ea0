"""Copies of sites, in which programs may build and write."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

from setup.environment import ROOT

SAMPLE = ROOT / "tests/sites/sample"
"""The site of an invented office, whatever office's records stand in this repository."""


def copy_site(folder: Path, office: Path = ROOT) -> None:
    """Copy what the site of an office is built from into a folder that is not there yet."""
    shutil.copytree(ROOT / "hooks", folder / "hooks")
    for name in ("docs", "oit_items"):
        shutil.copytree(office / name, folder / name)
    settings = (office / "mkdocs.yml").read_text("utf-8")
    (folder / "mkdocs.yml").write_text(settings.replace("../../../hooks", "hooks"), "utf-8")


def build(site: Path, day: str) -> None:
    """Build as on a day, or today where it is empty, with what is late shown."""
    ours = {"OIT_GATE": "report", "OIT_AS_OF": day, "OIT_REHEARSAL": "1"}
    given = {**os.environ, **ours, "NO_MKDOCS_2_WARNING": "1"}
    kept = {name: value for name, value in given.items() if value}
    subprocess.run(
        [sys.executable, "-m", "mkdocs", "build", "--quiet"], cwd=site, env=kept, check=True
    )
