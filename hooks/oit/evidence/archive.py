"""Zip containers, opened so that none can cost more than its bounds."""

import io
import struct
import zipfile
import zlib
from dataclasses import dataclass
from typing import IO

from oit.evidence.faults import CannotReadError, FileFault

_CHUNK = 1 << 16
_SMALL = 1 << 20
"""Expanded sizes below this are cheap, whatever their ratio."""
_ENCRYPTED_FLAG = 0x1
_BROKEN = (
    zipfile.BadZipFile,
    zlib.error,
    struct.error,
    NotImplementedError,
    RuntimeError,
    ValueError,
    OSError,
    EOFError,
)
_METHODS = frozenset({zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED})


@dataclass(frozen=True, slots=True)
class Bounds:
    """What a container may cost: members, expanded bytes in all and in one member, ratio."""

    members: int = 3000
    expanded: int = 200_000_000
    member: int = 64_000_000
    ratio: int = 400


BOUNDS = Bounds()


class Archive:
    """A zip file whose declared sizes keep to the bounds; reading counts the actual ones.

    Raises `CannotReadError`, as all its methods do.
    """

    def __init__(self, data: bytes, bounds: Bounds = BOUNDS) -> None:
        self._bounds = bounds
        self._left = bounds.expanded
        try:
            self._zip = zipfile.ZipFile(io.BytesIO(data))
        except _BROKEN:
            raise CannotReadError from None
        self._members = self._checked(self._zip.infolist())

    @property
    def names(self) -> tuple[str, ...]:
        """The members in the order of the directory."""
        return tuple(self._members)

    def __contains__(self, name: str) -> bool:
        return name in self._members

    def read(self, name: str) -> bytes:
        """The bytes of a member."""
        member = self._members.get(name)
        if member is None:
            raise CannotReadError
        limit = min(self._bounds.member, self._left)
        try:
            with self._zip.open(member) as stream:
                content = _read(stream, limit)
        except _BROKEN:
            raise CannotReadError from None
        self._left -= len(content)
        return content

    def _checked(self, members: list[zipfile.ZipInfo]) -> dict[str, zipfile.ZipInfo]:
        bounds = self._bounds
        if len(members) > bounds.members or sum(one.file_size for one in members) > bounds.expanded:
            raise CannotReadError(FileFault.TOO_COSTLY)
        if any(one.file_size > max(_SMALL, one.compress_size * bounds.ratio) for one in members):
            raise CannotReadError(FileFault.TOO_COSTLY)
        if any(one.flag_bits & _ENCRYPTED_FLAG for one in members):
            raise CannotReadError(FileFault.ENCRYPTED)
        names = {one.filename.lower() for one in members}
        if len(names) < len(members) or any(one.compress_type not in _METHODS for one in members):
            raise CannotReadError
        return {one.filename: one for one in members}


def _read(stream: IO[bytes], limit: int) -> bytes:
    pieces: list[bytes] = []
    left = limit
    while piece := stream.read(_CHUNK):
        left -= len(piece)
        if left < 0:
            raise CannotReadError(FileFault.TOO_COSTLY)
        pieces.append(piece)
    return b"".join(pieces)


def pack(members: dict[str, bytes]) -> bytes:
    """A zip of the members in their order, the same bytes each time; `mimetype` is stored."""
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w") as archive:
        for name, content in members.items():
            info = zipfile.ZipInfo(name, date_time=(1980, 1, 1, 0, 0, 0))
            info.create_system = 0
            is_stored = name == "mimetype"
            info.compress_type = zipfile.ZIP_STORED if is_stored else zipfile.ZIP_DEFLATED
            archive.writestr(info, content)
    return target.getvalue()
