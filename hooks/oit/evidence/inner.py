"""Files within files, looked into like files of their own, to any depth within bounds."""

from collections import deque
from collections.abc import Callable, Iterable
from typing import Any, TypeAlias, TypeVar

from msgspec import Struct, field
from msgspec.structs import replace

from oit.evidence.concealed import ActivePart, HiddenKind, HiddenPart, InnerFile, UnreadPart
from oit.evidence.faults import FileFault
from oit.evidence.limits import MAX_DEPTH, MAX_INNER_BYTES, MAX_INNER_FILES
from oit.evidence.location import Location, Where
from oit.evidence.passages import Extract, Passage

T = TypeVar("T")
Read: TypeAlias = Callable[[bytes], Extract[Any] | FileFault]
"""What is in a file's bytes, or why they cannot be read; never raises."""


def with_inner_files(extract: Extract[T], read: Read) -> Extract[T]:
    """The extract with what is in the files within, all of it as text that no reader sees."""
    look = _Look(read)
    look.add(extract.inner, 1)
    look.into_all()
    hidden = (HiddenPart(HiddenKind.FILE, inner.location) for inner in extract.inner)
    return replace(
        extract,
        passages=(*extract.passages, *look.passages),
        hidden=(*extract.hidden, *hidden),
        active=(*extract.active, *look.active),
        unread=(*extract.unread, *look.unread),
    )


class _Look(Struct):
    """What the files within yield, while they are looked into."""

    read: Read
    passages: list[Passage] = field(default_factory=list)
    active: list[ActivePart] = field(default_factory=list)
    unread: list[UnreadPart] = field(default_factory=list)
    waiting: deque[tuple[int, InnerFile]] = field(default_factory=deque)
    files_left: int = MAX_INNER_FILES
    bytes_left: int = MAX_INNER_BYTES

    def add(self, files: Iterable[InnerFile], depth: int) -> None:
        """Puts files at a depth, counted from 1, on the list of those to look into."""
        self.waiting.extend((depth, file) for file in files)

    def into_all(self) -> None:
        """Looks into the listed files, and those within them."""
        while self.waiting:
            depth, file = self.waiting.popleft()
            self.files_left -= 1
            self.bytes_left -= len(file.data)
            if depth > MAX_DEPTH or self.files_left < 0 or self.bytes_left < 0:
                self.unread.append(UnreadPart(file.location, FileFault.TOO_COSTLY))
            else:
                self._into(file, depth)

    def _into(self, file: InnerFile, depth: int) -> None:
        found = self.read(file.data)
        if isinstance(found, FileFault):
            self.unread.append(UnreadPart(file.location, found))
            return
        within = _Within(file.location)
        self.passages += [
            replace(passage, location=replace(within(passage.location), where=Where.HIDDEN))
            for passage in found.passages
        ]
        self.active += [replace(part, location=within(part.location)) for part in found.active]
        self.unread += [replace(part, location=within(part.location)) for part in found.unread]
        inner = (replace(each, location=within(each.location)) for each in found.inner)
        self.add(inner, depth + 1)


class _Within(Struct, frozen=True):
    """Places in an inner file as places in the outermost one."""

    outer: Location

    def __call__(self, location: Location) -> Location:
        names = (self.outer.inside, self.outer.name, location.inside)
        return replace(location, inside=" › ".join(filter(None, names)))
