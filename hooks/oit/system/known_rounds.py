"""What is known of the rounds of a commit (`assessment/known_rounds.py`), kept in the cache.

By all that it follows from, as Git names it: the settings, the policy of every round, the round's
own files and those of earlier rounds, and what the history witnesses of it.
"""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping

from msgspec import Struct

from oit.assessment.known_rounds import KnownRound
from oit.assessment.result import Today
from oit.memory import made_from
from oit.records import RECORDS
from oit.system.cache import Cache
from oit.system.engine_version import engine_version
from oit.system.git_objects import Entry

_ROUND = re.compile(rf"{RECORDS}/[0-9]{{4}}(?=/)")
_OF_ALL_ROUNDS = ("/round.yml", "/mandate.yml", "/withdrawn.yml")
"""Files that other rounds follow from too: which one is the newest, and what was taken off."""


class KnownRounds(Struct, frozen=True):
    """The rounds of a commit."""

    cache: Cache
    entries: tuple[Entry, ...]
    """Its files, by path from the root of the site."""
    witnessed: Mapping[int, str]
    """By fiscal year, what the history witnesses of each round, as a hash."""
    today: Today

    def read(self) -> dict[str, KnownRound]:
        """Those of which anything is known on the day, by folder."""
        found = ((folder, self.cache.read(name)) for folder, name in self._names())
        known = {folder: KnownRound.of(data) for folder, data in found if data}
        return {folder: each for folder, each in known.items() if each.holds_on(self.today.day)}

    def keep(self, rounds: Mapping[str, KnownRound]) -> None:
        """Know these at the next time, by folder."""
        for folder, name in self._names():
            if folder in rounds:
                self.cache.write(name, rounds[folder].to_bytes())

    def _names(self) -> Iterator[tuple[str, str]]:
        """The folder of each round, and the name of its entry."""
        of_rounds: defaultdict[str, list[Entry]] = defaultdict(list)
        of_all: list[Entry] = []
        for entry in self.entries:
            if round_ := _ROUND.match(entry.path):
                of_rounds[round_[0]].append(entry)
            if not round_ or entry.path.endswith(_OF_ALL_ROUNDS):
                of_all.append(entry)
        follows_from = made_from(engine_version(), self.today.is_set, _told(of_all))
        for folder, entries in sorted(of_rounds.items()):
            follows_from = made_from(follows_from, _told(entries))
            witnessed = self.witnessed.get(int(folder[-4:]))
            yield folder, f"rounds/{made_from(follows_from, witnessed)}"


def _told(entries: Iterable[Entry]) -> list[list[str]]:
    return [[entry.path, entry.mode, entry.object_id] for entry in entries]
