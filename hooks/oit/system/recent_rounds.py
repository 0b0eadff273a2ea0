"""Rounds that a process has read before: `mkdocs serve` reads the same ones after each save."""

from collections.abc import Hashable
from pathlib import Path
from typing import cast

from msgspec import Struct

from oit.memory import RecentObjects
from oit.records.load import Kept, LoadedRound
from oit.system.run_state import folder_state


class RecentRounds(Struct, frozen=True):
    """They are known by all files of their folder, each by size and times."""

    objects: RecentObjects

    def __call__(self, folder: Path, read_by: str) -> Kept:
        """What is known of a folder; to be asked before anything in it is read."""
        state = folder_state(folder)
        if state is None:
            return Kept()
        key: Hashable = (folder, read_by, state)

        def keep(loaded: LoadedRound) -> None:
            if folder_state(folder) == state:
                self.objects.keep(key, loaded)

        return Kept(cast(LoadedRound | None, self.objects.known(key)), keep)
