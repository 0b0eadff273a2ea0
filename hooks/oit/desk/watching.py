"""A folder that is watched: what is put into it arrives on the desk by itself."""

from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

from msgspec import Struct, field

from oit.evidence.inspect import TOO_LARGE

_UNFINISHED = (".crdownload", ".part", ".partial", ".tmp", ".download")
"""How browsers and mail programs call what they have not received whole."""
_NEVER = (".", "~$")
"""How files begin that a program keeps for itself."""
_OF_SYSTEMS = frozenset({"thumbs.db", "desktop.ini"})


def files_in(folder: Path) -> tuple[Path, ...]:
    """The files of a folder that somebody put there, by name. Raises `OSError`.

    None below it, no link, none of a program's own, none that is still being received.
    """
    found = sorted(folder.iterdir(), key=lambda file: file.name)
    return tuple(file for file in found if _is_put_there(file))


def _is_put_there(file: Path) -> bool:
    name = file.name.casefold()
    is_own = name.startswith(_NEVER) or name.endswith(_UNFINISHED) or name in _OF_SYSTEMS
    return not is_own and not file.is_symlink() and file.is_file()


class _Seen(Struct, frozen=True):
    """A file as it was received, and the thing that came of it."""

    signature: tuple[int, int]
    id: str


class Watch(Struct):
    """A folder, and what was received of it."""

    folder: Path
    _seen: dict[str, _Seen] = field(default_factory=dict)

    def look(self, receive: Callable[[str, bytes], str], forget: Callable[[str], None]) -> None:
        """Receive each file that is new, or other than before: then what came of it is forgotten.

        One that cannot be read yet is received later, as all are while the folder is away; one too
        large to publish stays where it is.
        """
        with suppress(OSError):
            for file in files_in(self.folder):
                self._receive(file, receive, forget)

    def _receive(
        self, file: Path, receive: Callable[[str, bytes], str], forget: Callable[[str], None]
    ) -> None:
        status, known = file.stat(), self._seen.get(file.name)
        signature = (status.st_size, status.st_mtime_ns)
        if status.st_size > TOO_LARGE or (known and known.signature == signature):
            return
        self._seen[file.name] = _Seen(signature, receive(file.name, file.read_bytes()))
        if known and known.id != self._seen[file.name].id:
            forget(known.id)
