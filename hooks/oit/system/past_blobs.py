"""What documents and evidence files of the past hold, by the hashes that Git names them by.

What was parsed once is kept beside the facts of evidence files, outside of the repository. An entry
that is damaged, or was written by other readers, counts as absent.
"""

import functools
import hashlib
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import ExitStack
from pathlib import Path
from typing import Self

from msgspec import Raw, Struct, field, json

from oit.catalog import both
from oit.records.past_versions import read_version, version_from_json, version_to_json
from oit.records.witness import DocumentVersion, FileVersion
from oit.system.cache import Cache, digest_of
from oit.system.engine_version import engine_version
from oit.system.git import HistoryError
from oit.system.git_objects import ObjectReader, UnwritableTreeError, objects

_LONGEST_DOCUMENT = 4 << 20
"""Bytes. A longer text is no record: it is not read, and fills nothing."""


class PastBlobs(Struct):
    """What blobs hold; those of records and of parts are read by different rules."""

    records: dict[str, DocumentVersion] = field(default_factory=dict)
    parts: dict[str, DocumentVersion] = field(default_factory=dict)
    files: dict[str, FileVersion] = field(default_factory=dict)
    policies: dict[str, str] = field(default_factory=dict)
    """Texts of policy files; what is none is there as an empty one."""


class _Kept(Struct):
    """What was read before; documents as JSON, until somebody asks for them.

    A history of ten years holds a hundred times what a changed record is compared with.
    """

    records: dict[str, Raw] = field(default_factory=dict)
    parts: dict[str, Raw] = field(default_factory=dict)
    files: dict[str, FileVersion] = field(default_factory=dict)
    policies: dict[str, str] = field(default_factory=dict)

    def of(self, wanted: "WantedBlobs") -> PastBlobs:
        """What is here of the wanted documents, and all that costs nothing to read."""
        records, parts = _read(self.records, wanted.records), _read(self.parts, wanted.parts)
        return PastBlobs(records, parts, self.files, self.policies)

    def add(self, blobs: PastBlobs) -> None:
        """Keep these too."""
        self.records |= _written(blobs.records)
        self.parts |= _written(blobs.parts)
        self.files |= blobs.files
        self.policies |= blobs.policies


def _read(kept: dict[str, Raw], names: frozenset[str]) -> dict[str, DocumentVersion]:
    return {name: version_from_json(kept[name]) for name in names & kept.keys()}


def _written(documents: dict[str, DocumentVersion]) -> dict[str, Raw]:
    return {name: Raw(version_to_json(each)) for name, each in documents.items()}


class WantedBlobs(Struct, frozen=True):
    """The hashes of the blobs to read, by what they are."""

    records: frozenset[str]
    parts: frozenset[str]
    files: frozenset[str]
    policies: frozenset[str]

    def missing_in(self, known: PastBlobs) -> "WantedBlobs":
        """Those that are not known yet."""
        return WantedBlobs(
            self.records - known.records.keys(),
            self.parts - known.parts.keys(),
            self.files - known.files.keys(),
            self.policies - known.policies.keys(),
        )

    def all(self) -> list[str]:
        """Every hash once, in order."""
        return sorted(self.documents() | self.files)

    def documents(self) -> frozenset[str]:
        """The hashes of what is read as a text."""
        return self.records | self.parts | self.policies


def read_blobs(
    root: Path, rounds: Mapping[int, WantedBlobs], cache: Cache
) -> Iterator[tuple[int, PastBlobs]]:
    """What the wanted blobs of each round hold, by fiscal year, by one call to Git at most.

    One round after the other: those of ten years need not stand in memory together. Raises
    `HistoryError`.
    """
    with ExitStack() as open_until_the_end:
        reader = functools.cache(lambda: open_until_the_end.enter_context(objects(root)))
        for year, wanted in rounds.items():
            of_round = _OfRound.known(_entry_name(root, year), cache, wanted)
            if of_round.missing.all():
                of_round.read(reader)
                of_round.keep(cache)
            yield year, of_round.blobs


class _OfRound(Struct, frozen=True):
    """What is known of a round: rounds that are over need not be read for another."""

    entry: str
    kept: _Kept
    blobs: PastBlobs
    missing: WantedBlobs

    @classmethod
    def known(cls, entry: str, cache: Cache, wanted: WantedBlobs) -> Self:
        """What is known before anything is read."""
        text = cache.read(entry)
        kept = json.decode(text, type=_Kept) if text else _Kept()
        blobs = kept.of(wanted)
        return cls(entry, kept, blobs, wanted.missing_in(blobs))

    def read(self, reader: Callable[[], ObjectReader]) -> None:
        """Read what is missing. Raises `HistoryError`."""
        documents = self.missing.documents()
        try:
            for name in self.missing.all():
                size = reader().size(name)
                keep = name in documents and size <= _LONGEST_DOCUMENT
                digest, data = _contents(reader().pieces(size), keep=keep)
                _add(self.blobs, FileVersion(digest, size, name), data, self.missing)
        except UnwritableTreeError:
            raise HistoryError(both("git.unreadable")) from None

    def keep(self, cache: Cache) -> None:
        """Know all of it at the next time."""
        self.kept.add(self.blobs)
        cache.write(self.entry, json.encode(self.kept))


def _add(blobs: PastBlobs, file: FileVersion, data: bytes, missing: WantedBlobs) -> None:
    name = file.blob
    if name in missing.files:
        blobs.files[name] = file
    if name in missing.policies:
        blobs.policies[name] = data.decode("utf-8", "ignore")
    if name in missing.records:
        blobs.records[name] = read_version(data, is_part=False)
    if name in missing.parts:
        blobs.parts[name] = read_version(data, is_part=True)


def _contents(pieces: Iterable[bytes], *, keep: bool) -> tuple[str, bytes]:
    """SHA-256 of a blob, and its bytes where they are kept: a file of evidence may be large."""
    digest, kept = hashlib.sha256(), bytearray()
    for piece in pieces:
        digest.update(piece)
        if keep:
            kept += piece
    return digest.hexdigest(), bytes(kept)


def _entry_name(root: Path, year: int) -> str:
    name = "\0".join([str(root.resolve()), str(year), engine_version()])
    return f"history/{digest_of(name)}.json"
