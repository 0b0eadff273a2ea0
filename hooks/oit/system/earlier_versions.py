"""Earlier versions of evidence files, out of the history: inspected like any that is published."""

import tempfile
from collections.abc import Callable, Collection, Iterator
from pathlib import Path
from typing import TypeAlias

from msgspec import Struct
from msgspec.structs import replace

from oit.evidence.inspect import Inspect
from oit.records.earlier_versions import Candidate, candidates, is_clean
from oit.records.site import Round, Site
from oit.records.witness import EarlierVersion
from oit.system.git_objects import ObjectReader, UnwritableTreeError, objects

WithVersions: TypeAlias = Callable[[Site], Site]
_MEGABYTE = 1_000_000


def without_versions(site: Site) -> Site:
    """The site as it is: where nothing is published, nobody looks at earlier versions."""
    return site


class VersionReader(Struct, frozen=True):
    """Gives the rounds of a site their earlier versions, within its policy of size."""

    root: Path
    inspect: Inspect

    def __call__(self, site: Site) -> Site:
        """The site with them; without any where its settings could not be read."""
        most = site.policy.versions_megabytes * _MEGABYTE if site.policy else 0
        if not most or not any(round_.witness for round_ in site.rounds):
            return site
        withdrawn = frozenset(site.withdrawn)
        rounds = (self._with_versions(round_, withdrawn, most) for round_ in site.rounds)
        return replace(site, rounds=tuple(rounds))

    def _with_versions(self, round_: Round, withdrawn: Collection[str], most: int) -> Round:
        found = list(candidates(round_, withdrawn))
        return replace(round_, versions=tuple(self._read(found, most))) if found else round_

    def _read(self, found: list[Candidate], most: int) -> Iterator[EarlierVersion]:
        """Those that are clean, the newest first, as long as there is room."""
        with objects(self.root) as reader, tempfile.TemporaryDirectory() as folder:
            for candidate in found:
                data = _bytes_of(candidate, reader, most)
                if data is not None and self._is_clean(candidate.key.file, data, Path(folder)):
                    most -= len(data)
                    yield EarlierVersion(candidate.key, data)

    def _is_clean(self, name: str, data: bytes, folder: Path) -> bool:
        file = folder / name
        file.write_bytes(data)
        try:
            return is_clean(name, self.inspect(file, ())())
        finally:
            file.unlink()


def _bytes_of(candidate: Candidate, reader: ObjectReader, most: int) -> bytes | None:
    """The bytes of a version; `None` where there is no room, or the history has it no more."""
    if candidate.stored.bytes > most:
        return None
    try:
        return reader.blob(candidate.stored.blob, most)
    except UnwritableTreeError:
        return None
