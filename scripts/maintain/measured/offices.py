"""A grown office, the plain site beside it, and the two caches: one that is kept, one emptied."""

import subprocess
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from maintain.grown.offices import write_office
from maintain.grown.wording import Chance, sentence
from maintain.grown.years import AS_OF, SAMPLE_YEAR
from maintain.measured.plain_site import write_plain_site
from setup.environment import variables

RECORDS_PER_ROUND = 22
OIT = (sys.executable, "-m", "oit")
BUILD = (*OIT, "build")
PLAIN = (sys.executable, "-m", "mkdocs", "build", "--quiet")


@dataclass(frozen=True, slots=True)
class Office:
    """The folders of one size."""

    folder: Path

    @property
    def site(self) -> Path:
        """The office's own folder."""
        return self.folder / "office"

    @property
    def plain(self) -> Path:
        """MkDocs and Material alone, with the same pages."""
        return self.folder / "plain"

    @property
    def built(self) -> Path:
        """What a build writes."""
        return self.site / "site"

    @property
    def record(self) -> Path:
        """The record that is changed."""
        return self.site / f"oit_items/{SAMPLE_YEAR}/O12/record.md"

    def build_once(self) -> None:
        """Build the site and make the plain one of its pages, unless both are there."""
        if not self.plain.exists():
            _run(BUILD, self.site, self.given("warm"))
            write_plain_site(self.built, self.plain)

    def given(self, cache: str) -> dict[str, str]:
        """The variables of a run on the day of the office, by the name of its cache."""
        ours = {"OIT_AS_OF": AS_OF.isoformat(), "OIT_REHEARSAL": "1"}
        return {**variables(), **ours, "OIT_CACHE": str(self.folder / cache)}

    def empty(self, cache: str) -> None:
        """Forget what was kept in a cache."""
        self._put_away(self.folder / cache)

    def without_site(self) -> None:
        """Take away what was built."""
        self._put_away(self.built)

    def without_plain_site(self) -> None:
        """Take away what was built of the plain site."""
        self._put_away(self.plain / "site")

    def _put_away(self, folder: Path) -> None:
        """Move a folder out of the way: removed are all of them together, after the last run.

        Where thousands of files were removed a minute before, ext4 makes each new one slowly.
        """
        if folder.exists():
            away = self.folder / "away"
            away.mkdir(exist_ok=True)
            folder.rename(away / str(len([*away.iterdir()])))

    def change(self, turn: int, *, is_staged: bool = False) -> str:
        """Give the record a sentence that it never had, and give that sentence."""
        self.restore()
        said = sentence(Chance(turn, turn).of("changed")) + f" (turn {turn})"
        self.record.write_text(f"{self.record.read_text('utf-8')}\n{said}\n", "utf-8")
        if is_staged:
            self._git("add", "--all")
        return said

    def restore(self) -> None:
        """Take back whatever was changed."""
        self._git("reset", "--quiet", "--hard")

    def _git(self, *arguments: str) -> None:
        subprocess.run(["git", *arguments], cwd=self.site, env=variables(), check=True)


def write_measured_office(folder: Path, rounds: int) -> Office:
    """An office without faults, in a folder that is not there yet."""
    office = Office(folder)
    write_office(office.site, 1, rounds, is_sound=True)
    return office


def _run(command: Sequence[str], folder: Path, given: dict[str, str]) -> None:
    subprocess.run(command, cwd=folder, env=given, check=True, stdout=subprocess.DEVNULL)
