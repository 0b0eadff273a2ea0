"""The commands of a guide, as they are written, and how its reader types them."""

import os
import re
import shlex
import subprocess
from dataclasses import dataclass, field
from pathlib import Path

from helpers.commands import Finished, run
from helpers.repositories import AUTHOR, committed, git
from helpers.support import SAMPLE, text_of

TODAY = "2026-11-29"
"""A day within the first round of the office."""
RUNNER = "python3 scripts/run.py "
_OFFICE = ("--id", "office", "--name-th", "สำนักงานเขตใหม่", "--name-en", "New District Office")
_SHOWN = re.compile(r"^ *((?:oit|git) .+)$|`((?:oit|git|cd|python3) [^`]+)`", re.MULTILINE)
_SECTION = re.compile(r"^## .*\{: #([a-z-]+) \}$", re.MULTILINE)


def commands_of(guide: str, section: str) -> list[str]:
    """The commands of a section of a guide, in their order; of its beginning by no name."""
    parts = _SECTION.split(text_of(SAMPLE, f"guide/{guide}/"))
    sections = dict(zip(("", *parts[1::2]), parts[::2], strict=True))
    return [block or inline for block, inline in _SHOWN.findall(sections[section])]


@dataclass(slots=True)
class Reader:
    """Somebody who types commands in a folder on a day, and puts values for what they name."""

    folder: Path
    day: str
    values: dict[str, str] = field(default_factory=dict)

    def types(self, command: str, *more: str, **variables: str) -> Finished:
        """What comes of a command as it is written, followed by what the guide says beside it."""
        for name, value in self.values.items():
            command = command.replace(name, value)
        program, *arguments = shlex.split(command.removeprefix(RUNNER))
        arguments += more
        if program == "cd":
            self.folder /= arguments[0]
            return subprocess.CompletedProcess(command, 0, "", "")
        if program == "oit":
            return run("oit", *arguments, cwd=self.folder, OIT_AS_OF=self.day, **variables)
        return self._git(arguments)

    def _git(self, arguments: list[str]) -> Finished:
        return subprocess.run(
            ["git", *AUTHOR, *arguments],
            cwd=self.folder,
            env={**os.environ, "GIT_CONFIG_COUNT": "0"},
            capture_output=True,
            text=True,
            check=False,
        )


def succeeded(done: Finished) -> str:
    """What was printed."""
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout + done.stderr


def new_office(folder: Path) -> Path:
    """The repository of a new office, with its first commit."""
    succeeded(run("oit", "init", "office", *_OFFICE, "--year", "2570", cwd=folder, OIT_AS_OF=TODAY))
    committed(folder / "office", "เริ่มต้น", f"{TODAY}T01:00:00Z")
    git(folder / "office", "branch", "--move", "--force", "main")
    return folder / "office"


def reader_of(office: Path, folder: Path) -> Reader:
    """Whoever has a clone of an office's repository, which is kept elsewhere, as by a forge."""
    git(folder, "clone", "--quiet", "--bare", str(office), "kept.git")
    git(folder / "kept.git", "update-ref", "refs/pull/1/head", "main")
    git(folder, "clone", "--quiet", "kept.git", "office")
    return Reader(folder / "office", TODAY)
