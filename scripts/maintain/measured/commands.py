"""The commands that are timed, and what is done before each run of them."""

import sys
import time
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from maintain.measured.offices import BUILD, OIT, PLAIN, Office
from maintain.measured.processes import Taken, run_measured

START = "start of Python"
PLAIN_BUILD = "plain build"
_IMPORTS = "import yaml; from pydantic import BaseModel"
"""By its name alone pydantic is not imported yet: it waits until something of it is asked for."""
_SETTLED = 2.1
"""Seconds after which a change is seen by its time alone (`system/run_state.py`)."""
_BARE_LOOP = """
import pathlib, yaml
for path in sorted(pathlib.Path("oit_items").rglob("*.md")):
    yaml.load(path.read_text("utf-8").split("---\\n", 2)[1], Loader=yaml.CSafeLoader)
"""


@dataclass(frozen=True, slots=True)
class Command:
    """What is run in which folder, and what is made ready before, by the number of the turn."""

    words: Sequence[str]
    folder: Path
    given: Mapping[str, str]
    beside: str
    """The command that its time is compared to."""
    prepare: Callable[[int], object] = int

    def run(self, turn: int) -> Taken:
        """Make ready and run. Raises `subprocess.CalledProcessError`."""
        self.prepare(turn)
        return run_measured(self.words, self.folder, self.given)


def timed(commands: Mapping[str, Command], turns: int) -> dict[str, list[Taken]]:
    """What each command took, in turn; a first turn warms up and is not counted."""
    taken = [
        {name: command.run(turn) for name, command in commands.items()} for turn in range(turns + 1)
    ]
    return {name: [turn[name] for turn in taken[1:]] for name in commands}


def checks_of(office: Office) -> dict[str, Command]:
    """Every check by what it is called, in the order of a turn, and what stands beside them.

    The cache of the cold one is emptied before; the warm one is asked a second time.
    """
    check = (*OIT, "check")
    warm = (office.site, office.given("warm"), START)
    cold = (office.site, office.given("cold"), START)
    return {
        START: Command((sys.executable, "-c", _IMPORTS), *warm, lambda _: office.restore()),
        "bare libyaml loop": Command((sys.executable, "-c", _BARE_LOOP), *warm),
        "check, cold": Command(check, *cold, lambda _: office.empty("cold")),
        "check, warm": Command(check, *warm, lambda _: _ask(check, *warm[:2])),
        "check, a record changed": Command(check, *warm, office.change),
        "check --staged": Command(
            (*check, "--staged"), *warm, lambda turn: office.change(turn + 1000, is_staged=True)
        ),
    }


def _ask(check: Sequence[str], folder: Path, given: Mapping[str, str]) -> None:
    """Let a check know its answer: of what was changed just now none is kept."""
    time.sleep(_SETTLED)
    run_measured(check, folder, given)


def builds_of(office: Office) -> dict[str, Command]:
    """Full builds, each without a site that was there before, and the plain one beside them."""
    warm = (office.site, office.given("warm"), PLAIN_BUILD)
    cold = (office.site, office.given("cold"), PLAIN_BUILD)
    return {
        "build, cold": Command(BUILD, *cold, lambda _: _begin(office, "cold")),
        "build, a record changed": Command(BUILD, *warm, lambda turn: _change(office, turn + 2000)),
        "build, warm": Command(BUILD, *warm, lambda _: _begin(office)),
        PLAIN_BUILD: Command(
            *(PLAIN, office.plain, office.given("warm"), PLAIN_BUILD),
            lambda _: office.without_plain_site(),
        ),
    }


def _begin(office: Office, emptied: str = "") -> None:
    """The office as it was at first, nothing built, and nothing kept in one of the caches."""
    office.restore()
    office.without_site()
    if emptied:
        office.empty(emptied)


def _change(office: Office, number: int) -> None:
    """A record changed, and nothing built."""
    _begin(office)
    office.change(number)
