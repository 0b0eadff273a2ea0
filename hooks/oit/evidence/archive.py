"""Zip containers, opened so that none can cost more than its bounds."""

import io
import struct
import zipfile
import zlib
from typing import IO

from oit.evidence.faults import CannotReadError, FileFault
from oit.evidence.limits import ARCHIVE_BOUNDS, SMALL_MEMBER, ArchiveBounds

_CHUNK = 1 << 16
_LOCAL_HEADER, _END_LENGTH = 30, 22
"""Bytes of a member's header, and of the record at the end, without what varies."""
_END_OF_DIRECTORY, _DESCRIPTOR = b"PK\x05\x06", b"PK\x07\x08"
_DESCRIPTOR_LENGTH = 24
_BARE_DESCRIPTORS = (12, 20)
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
"""What `zipfile` raises on damaged containers, depending on where the damage is."""
# Office formats use these two; LZMA and bzip2 cost more memory to unpack.
_METHODS = frozenset({zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED})


class Archive:
    """A zip file whose declared sizes keep to the bounds; reading counts the actual ones.

    Raises `CannotReadError`, as its `read` does.
    """

    def __init__(self, data: bytes, bounds: ArchiveBounds = ARCHIVE_BOUNDS) -> None:
        self._bounds = bounds
        self._left = bounds.expanded
        try:
            self._zip = zipfile.ZipFile(io.BytesIO(data))
        except _BROKEN:
            raise CannotReadError from None
        self._members = self._checked(self._zip.infolist())
        self._data = data
        self._by_key = {name.lower(): member for name, member in self._members.items()}

    @property
    def names(self) -> tuple[str, ...]:
        """The members in the order of the directory."""
        return tuple(self._members)

    @property
    def sizes(self) -> dict[str, int]:
        """The declared bytes of each member; `zipfile` gives out no more than these."""
        return {name: member.file_size for name, member in self._members.items()}

    def __contains__(self, name: str) -> bool:
        """Whether there is a member of a name, in whatever case (ECMA-376, part 2, 6.2.2.3)."""
        return name.lower() in self._by_key

    def read(self, name: str) -> bytes:
        """The bytes of a member, whose name may be given in any case."""
        member = self._by_key.get(name.lower())
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

    def besides(self) -> tuple[bytes, bytes]:
        """What no member is: bytes between them and around; then comments and additions.

        A program that deletes a member may leave its bytes, and others find them.
        """
        members = sorted(self._zip.infolist(), key=lambda member: member.header_offset)
        gaps: list[bytes] = []
        additions = [self._zip.comment]
        at = 0
        for member in members:
            gaps.append(self._data[at : member.header_offset])
            start = member.header_offset + _LOCAL_HEADER
            lengths = self._data[start - 4 : start]
            name, extra = struct.unpack("<HH", lengths) if len(lengths) == 4 else (0, 0)
            additions += [self._data[start + name : start + name + extra], member.extra]
            additions.append(member.comment)
            at = start + name + extra + member.compress_size
        gaps.append(self._data[at : self._zip.start_dir])
        end = self._data.rfind(_END_OF_DIRECTORY)
        gaps.append(self._data[end + _END_LENGTH + len(self._zip.comment) :])
        return b"\n".join(gap for gap in gaps if _is_left(gap)), b"\n".join(additions)

    def _checked(self, members: list[zipfile.ZipInfo]) -> dict[str, zipfile.ZipInfo]:
        """The members by name, where every one may be read."""
        if _is_too_costly(members, self._bounds):
            raise CannotReadError(FileFault.TOO_COSTLY)
        if any(member.flag_bits & _ENCRYPTED_FLAG for member in members):
            raise CannotReadError(FileFault.ENCRYPTED)
        # Two members of one name: programs differ in which of them they show.
        names = {_name(member).lower() for member in members}
        if len(names) < len(members) or any(
            member.compress_type not in _METHODS for member in members
        ):
            raise CannotReadError
        return {_name(member): member for member in members}


def _is_left(gap: bytes) -> bool:
    """Whether bytes between members are more than a descriptor of the one before, or padding."""
    is_descriptor = len(gap) <= _DESCRIPTOR_LENGTH and (
        gap.startswith(_DESCRIPTOR) or len(gap) in _BARE_DESCRIPTORS
    )
    return not is_descriptor and bool(gap.strip(b"\0"))


def _name(member: zipfile.ZipInfo) -> str:
    """The name with slashes: some programs of Windows write backslashes, and Excel opens them."""
    return member.filename.replace("\\", "/")


def _is_too_costly(members: list[zipfile.ZipInfo], bounds: ArchiveBounds) -> bool:
    """Whether the members are too many, too large or packed too densely (a zip bomb)."""
    return (
        len(members) > bounds.members
        or sum(member.file_size for member in members) > bounds.expanded
        or any(
            member.file_size > max(SMALL_MEMBER, member.compress_size * bounds.ratio)
            for member in members
        )
    )


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
    """A zip of the members in their order, the same bytes on every day and system.

    `mimetype` is stored uncompressed, as OpenDocument asks (ODF 1.3, part 2, 3.3).
    """
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w") as archive:
        for name, content in members.items():
            # 1980 is the first year that a zip can state.
            info = zipfile.ZipInfo(name, date_time=(1980, 1, 1, 0, 0, 0))
            info.create_system = 0
            is_stored = name == "mimetype"
            info.compress_type = zipfile.ZIP_STORED if is_stored else zipfile.ZIP_DEFLATED
            archive.writestr(info, content)
    return target.getvalue()
