"""What arrived, kept on the disk below `.oit-work/` until it is written or dropped.

Each thing is a file of JSON, its bytes another that is called by their hash: no name that a
stranger chose is ever a path. Bytes come before the thing that names them, and both are on the disk
before anybody is told that they are kept; so a run that is killed loses nothing, and the next one
finds the same things with their answers.
"""

import hashlib
import re
import secrets
from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING

from msgspec import Struct

from oit.catalog import both
from oit.desk.things import Thing, shown_name, thing_as_json, thing_from_json
from oit.entry.orders import Order
from oit.entry.refusals import could_not_run
from oit.entry.sources import too_large
from oit.evidence.inspect import TOO_LARGE
from oit.system.journal import link_or_copy
from oit.system.locking import HeldElsewhereError
from oit.system.workspace import lasting_folder, open_work, write_through

if TYPE_CHECKING:
    from filelock import BaseFileLock

_THING = re.compile(r"[0-9a-f]{8}\.json")
_BYTES = re.compile(r"[0-9a-f]{64}")


class Store(Struct):
    """The things of one batch. Nobody else has it open; all methods may raise `OSError`."""

    folder: Path
    lock: "BaseFileLock"
    _things: dict[str, Thing]
    """By their ids."""

    def things(self) -> tuple[Thing, ...]:
        """All of them, in the order in which they arrived."""
        return tuple(sorted(self._things.values(), key=lambda thing: (thing.number, thing.id)))

    def thing(self, id_: str) -> Thing:
        """One of them. Raises `LookupError`."""
        return self._things[id_]

    def add_file(self, name: str, data: bytes, order: Order | None = None) -> Thing:
        """Keep a file, by a name as `shown_name` makes it; one that is there already stays one.

        Raises `RefusedError` where it is too large to be published.
        """
        if len(data) > TOO_LARGE:
            could_not_run(too_large(shown_name(name)))
        digest, shown = hashlib.sha256(data).hexdigest(), shown_name(name)
        wanted = (shown, digest, order)
        for thing in self._things.values():
            if (thing.name, thing.digest, thing.order) == wanted:
                return thing
        if not (self.folder / digest).exists():
            self._write(digest, data)
        return self.keep(Thing(_new_id(), self._next_number(), shown, digest, order))

    def add_order(self, order: Order) -> Thing:
        """Keep an entry that was typed, and has no file; one that is there already stays one."""
        for thing in self._things.values():
            if thing.order == order and not thing.digest:
                return thing
        return self.keep(Thing(_new_id(), self._next_number(), "", order=order))

    def keep(self, thing: Thing) -> Thing:
        """Keep a thing as it is now."""
        self._write(_file_name(thing), thing_as_json(thing))
        self._things[thing.id] = thing
        return thing

    def forget(self, ids: Iterable[str]) -> None:
        """Forget things, and bytes that no other thing has."""
        for id_ in ids:
            if thing := self._things.pop(id_, None):
                (self.folder / _file_name(thing)).unlink(missing_ok=True)
                if thing.digest and thing.digest not in self._digests():
                    (self.folder / thing.digest).unlink(missing_ok=True)

    def data(self, thing: Thing) -> bytes:
        """The bytes of a thing's file."""
        return (self.folder / thing.digest).read_bytes()

    def lend(self, thing: Thing, folder: Path) -> Path:
        """Its file under its own name, in a new folder; nobody may write into it."""
        folder.mkdir()
        link_or_copy(str(self.folder / thing.digest), str(folder / thing.name))
        return folder / thing.name

    def close(self) -> None:
        """Let others open it; where nothing is kept, nothing of it stays."""
        try:
            if not self._things:
                self.folder.rmdir()
        except OSError:
            pass  # something that nobody reads lies there
        finally:
            self.lock.release()

    def _write(self, name: str, data: bytes) -> None:
        write_through(self.folder / name, data, f"{secrets.token_hex(8)}.new")

    def _digests(self) -> set[str]:
        return {thing.digest for thing in self._things.values()}

    def _next_number(self) -> int:
        return 1 + max((thing.number for thing in self._things.values()), default=0)


def open_store(root: Path, name: str) -> Store:
    """The batch of a name, such as `desk`, of a checkout.

    Raises `HeldElsewhereError` where it is open elsewhere, `RefusedError` where files of ours came
    with a commit, and `OSError`.
    """
    from filelock import FileLock, Timeout  # heavy; only who opens a batch needs it

    root = root.resolve()
    lock = FileLock(
        open_work(root) / f"{name}.lock",
        fallback_to_soft=False,
        preserve_lock_file=True,
        thread_local=False,
    )
    try:
        lock.acquire(blocking=False)
    except Timeout:
        raise HeldElsewhereError(both("batch.open-elsewhere")) from None
    folder = lasting_folder(root, name)
    if folder is None:
        lock.release()
        could_not_run(both("batch.reserved"))
    return Store(folder, lock, {thing.id: thing for thing in _kept_in(folder)})


def _kept_in(folder: Path) -> list[Thing]:
    """What an earlier run has kept; what it did not come to keep is cleared away.

    Where another version of the engine wrote a thing, it is left with all bytes that may be its.
    """
    files = list(folder.iterdir())
    written = [file for file in files if _THING.fullmatch(file.name)]
    things = [thing for file in written if (thing := _read(file))]
    needed = {thing.digest for thing in things}
    for file in files:
        is_needed = file.name in needed or len(things) < len(written)
        if file not in written and not (_BYTES.fullmatch(file.name) and is_needed):
            file.unlink()
    return things


def _read(file: Path) -> Thing | None:
    """The thing in a file; `None` where it is no such file, or names bytes that are not there."""
    try:
        thing = thing_from_json(b"" if file.is_symlink() else file.read_bytes())
    except ValueError:
        return None
    return thing if _is_whole(thing, file) else None


def _is_whole(thing: Thing, file: Path) -> bool:
    has_bytes = not thing.digest or (
        bool(_BYTES.fullmatch(thing.digest)) and (file.parent / thing.digest).is_file()
    )
    return _file_name(thing) == file.name and has_bytes


def _file_name(thing: Thing) -> str:
    return f"{thing.id}.json"


def _new_id() -> str:
    return secrets.token_hex(4)
