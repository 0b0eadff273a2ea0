"""A file on its way into the site: saved well, without what programs leave, cleaned if asked."""

import tempfile
from collections.abc import Iterable
from pathlib import Path

from msgspec import Struct

from oit.catalog import Language, beside, both
from oit.entry.orders import Order
from oit.entry.selection import Session
from oit.entry.sources import Source
from oit.evidence.concealed import Part
from oit.evidence.facts import FileFacts
from oit.evidence.faults import FileFault
from oit.evidence.inspect import extension
from oit.evidence.media_types import Nature
from oit.system.office_program import saved_as
from oit.wording.inside_files import kind_words, part_words

_MOST_LINES = 10
"""Things that a file hides which a question lists before it counts the rest."""


class Arrival(Struct, frozen=True):
    """A file as it is to be published."""

    name: str
    """The name that it came with, with the extension that it has now."""
    data: bytes
    facts: FileFacts

    @property
    def hides(self) -> bool:
        """Whether it still has something that its reader does not see, or that acts by itself."""
        return bool(self.facts.refused_parts)


def arrival(session: Session, source: Source, tables: tuple[str, ...], order: Order) -> Arrival:
    """The file to publish; the session is told what was done to it.

    `tables` are the schemas of which it is to follow one.
    """
    name, data = _converted(session, source)
    facts = inspected(session, name, data, tables)
    if not _is_readable(facts):
        return Arrival(name, data, facts)
    stripped = _stripped(session, name, data)
    changed = _cleaned(session, Source(name, stripped), facts, order)
    same = changed == data
    return Arrival(name, changed, facts if same else inspected(session, name, changed, tables))


def inspected(session: Session, name: str, data: bytes, tables: tuple[str, ...]) -> FileFacts:
    """The facts of bytes that lie nowhere yet, read in the process that reads strangers' files."""
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / f"file.{extension(name)}"
        file.write_bytes(data)
        return session.inspect(file, tables)()


def _is_readable(facts: FileFacts) -> bool:
    content = facts.inspection.content if facts.inspection else None
    return bool(content and not content.fault and content.sniffed.nature is Nature.DOCUMENT)


# Saved well


def _converted(session: Session, source: Source) -> tuple[str, bytes]:
    """The file in a form that others read, where it is only badly saved."""
    from oit.evidence.convert import OLD_FORMATS, old_format, repaired  # heavy to import

    name, data = source.name, source.data
    old = old_format(data, extension(name))
    if old:
        return _saved_new(session, source, old, OLD_FORMATS[old])
    done = repaired(data, extension(name))
    if done is None:
        return name, data
    session.tell(f"{name}: {beside(f'arrival.repaired-{done.repair}')}")
    return name, done.data


def _saved_new(session: Session, source: Source, old: str, new: str) -> tuple[str, bytes]:
    """A file of an old format in the new one; as it is where no program stands ready for that."""
    name, data = source.name, source.data
    saved = saved_as(data, old, new)
    if saved is None:
        session.tell(both("arrival.old-format", file=name, old=old, new=new))
        return name, data
    session.tell(f"{name}: {beside('arrival.saved-new', old=old, new=new)}")
    return f"{name.rpartition('.')[0]}.{new}", saved


# Without what nobody meant to publish


def _stripped(session: Session, name: str, data: bytes) -> bytes:
    """The file without what programs put into it; a signed one stays as it is."""
    from oit.evidence.clean import strip
    from oit.evidence.convert import is_signed

    if is_signed(data):
        return data
    result = strip(data, extension(name))
    if isinstance(result, FileFault) or not result.removed:
        return data
    session.tell(f"{name}: {beside('arrival.removed')}: {_kinds(result.removed)}")
    return result.data


def _cleaned(session: Session, source: Source, facts: FileFacts, order: Order) -> bytes:
    """The file without what it hides or does by itself, where somebody agrees.

    Otherwise it stays, and is judged as it is: a person may have allowed these bytes.
    """
    found, name, data = facts.refused_parts, source.name, source.data
    if not found:
        return data
    what = [both("arrival.hides", file=name), *_each(found)]
    question = "\n".join([*what, beside("arrival.question")])
    if order.cleaning or session.ask.agree(question):
        return _without_hidden(session, name, data)
    session.tell("\n".join([*what, beside("arrival.unasked", way=session.ask.way)]))
    return data


def _without_hidden(session: Session, name: str, data: bytes) -> bytes:
    from oit.evidence.clean import clean

    result = clean(data, extension(name))
    if isinstance(result, FileFault):
        return data
    if result.removed:
        session.tell(f"{name}: {beside('arrival.removed')}: {_kinds(result.removed)}")
    return result.data


def _each(parts: Iterable[Part]) -> Iterable[str]:
    """What parts are, how many and where, a line each: a yes takes them out unseen."""
    lines = list(dict.fromkeys(part_words(part, Language.TH) for part in parts))
    yield from (f"  - {line}" for line in lines[:_MOST_LINES])
    if len(lines) > _MOST_LINES:
        yield f"  - {beside('arrival.more', count=len(lines) - _MOST_LINES)}"


def _kinds(parts: Iterable[Part]) -> str:
    """What parts are, each kind once."""
    return " ".join(dict.fromkeys(kind_words(part.kind, Language.TH) for part in parts))
