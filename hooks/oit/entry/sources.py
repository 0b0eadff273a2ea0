"""The file that somebody names to be published: it stays as it is, where it is."""

import os
from pathlib import Path

from msgspec import Struct

from oit.catalog import both
from oit.entry.orders import Order
from oit.entry.prompts import Prompt, text_of
from oit.entry.refusals import could_not_run
from oit.entry.selection import SelectedItem, Session
from oit.escaping import one_line
from oit.evidence.inspect import TOO_LARGE


class Source(Struct, frozen=True):
    """The name and the bytes of a file."""

    name: str
    """On one line: whoever sent the file has named it, and messages repeat it."""
    data: bytes


def source_of(session: Session, selected: SelectedItem, order: Order, prompt: Prompt) -> Source:
    """The file that an order names, or that somebody is asked for.

    Raises `RefusedError` where it is not there, lies in the item's folder, or is too large.
    """
    named = str(order.source) if order.source else None
    file = _file(text_of(session.ask, named, prompt))
    if file.resolve().parent == (session.root / selected.bundle.folder).resolve():
        could_not_run(both("entry.in-folder", file=file.name))
    if file.stat().st_size > TOO_LARGE:
        could_not_run(too_large(file.name))
    return Source(one_line(file.name), file.read_bytes())


def too_large(name: str) -> str:
    """What whoever sends a file is told that is larger than any that is published."""
    return both("entry.too-large", file=name, megabytes=TOO_LARGE // 1_000_000)


def _file(named: str) -> Path:
    """A terminal puts quotes around a file that is dropped onto it."""
    # Not `Path.expanduser`, which raises where a name begins with ~ and is no user's.
    files = [Path(os.path.expanduser(name)) for name in (named, named.strip("'\""))]  # noqa: PTH111
    there = next((file for file in files if file.is_file()), None)
    if there is None:
        could_not_run(both("entry.no-file", file=str(files[-1])))
    return there
