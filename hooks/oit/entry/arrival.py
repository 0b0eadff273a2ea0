"""A file on its way into the site: saved well, without what programs leave in it, cleaned if asked.

The file that somebody named stays as it is, where it is; the site gets its own copy.
"""

import tempfile
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

import click

from oit.catalog import Language, beside, both
from oit.entry.prompts import Answers, agrees
from oit.entry.selection import Session
from oit.entry.sources import source_bytes
from oit.evidence.concealed import Part, is_refused
from oit.evidence.facts import FileFacts
from oit.evidence.faults import FileFault
from oit.evidence.inspect import extension
from oit.evidence.media_types import Nature
from oit.system.office_program import saved_as
from oit.wording.inside_files import kind_words, part_words

_MOST_LINES = 10
"""Things that a file hides which a question lists before it counts the rest."""


@dataclass(frozen=True, slots=True)
class Arrival:
    """A file as it is to be published."""

    name: str
    """The name that it came with, with the extension that it has now."""
    data: bytes
    facts: FileFacts

    @property
    def hides(self) -> bool:
        """Whether it still has something that its reader does not see, or that acts by itself."""
        return bool(list(_refused(self.facts)))


def arrival(session: Session, source: Path, tables: tuple[str, ...], answers: Answers) -> Arrival:
    """The file to publish, and what was done to it, which is printed.

    `tables` are the schemas of which it is to follow one. Ends with status 2 where it is too large.
    """
    name, data = _converted(source.name, source_bytes(source))
    facts = inspected(session, name, data, tables)
    if not _is_readable(facts):
        return Arrival(name, data, facts)
    changed = _cleaned(name, _stripped(name, data), facts, answers)
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


def _converted(name: str, data: bytes) -> tuple[str, bytes]:
    """The file in a form that others read, where it is only badly saved."""
    from oit.evidence.convert import OLD_FORMATS, old_format, repaired  # heavy to import

    old = old_format(data, extension(name))
    if old:
        return _saved_new(name, data, old, OLD_FORMATS[old])
    done = repaired(data, extension(name))
    if done is None:
        return name, data
    click.echo(f"{name}: {beside(f'arrival.repaired-{done.repair}')}")
    return name, done.data


def _saved_new(name: str, data: bytes, old: str, new: str) -> tuple[str, bytes]:
    """A file of an old format in the new one; as it is where no program stands ready for that."""
    saved = saved_as(data, old, new)
    if saved is None:
        click.echo(both("arrival.old-format", file=name, old=old, new=new), err=True)
        return name, data
    click.echo(f"{name}: {beside('arrival.saved-new', old=old, new=new)}")
    return f"{name.rpartition('.')[0]}.{new}", saved


# Without what nobody meant to publish


def _stripped(name: str, data: bytes) -> bytes:
    """The file without what programs put into it; a signed one stays as it is."""
    from oit.evidence.clean import strip
    from oit.evidence.convert import is_signed

    if is_signed(data):
        return data
    result = strip(data, extension(name))
    if isinstance(result, FileFault) or not result.removed:
        return data
    click.echo(f"{name}: {beside('arrival.removed')}: {_kinds(result.removed)}")
    return result.data


def _cleaned(name: str, data: bytes, facts: FileFacts, answers: Answers) -> bytes:
    """The file without what it hides or does by itself, where somebody agrees.

    Otherwise it stays, and is judged as it is: a person may have allowed these bytes.
    """
    found = list(_refused(facts))
    if not found:
        return data
    what = [both("arrival.hides", file=name), *_each(found)]
    if agrees("\n".join([*what, beside("arrival.question")]), answers.cleaning):
        return _without_hidden(name, data)
    click.echo("\n".join([*what, beside("arrival.unasked")]), err=True)
    return data


def _without_hidden(name: str, data: bytes) -> bytes:
    from oit.evidence.clean import clean

    result = clean(data, extension(name))
    if isinstance(result, FileFault):
        return data
    if result.removed:
        click.echo(f"{name}: {beside('arrival.removed')}: {_kinds(result.removed)}")
    return result.data


def _refused(facts: FileFacts) -> Iterable[Part]:
    """What is refused where it stands in a file."""
    content = facts.inspection.content if facts.inspection else None
    if content:
        parts: tuple[Part, ...] = (*content.hidden, *content.active)
        yield from filter(is_refused, parts)


def _each(parts: Iterable[Part]) -> Iterable[str]:
    """What parts are, how many and where, a line each: a yes takes them out unseen."""
    lines = list(dict.fromkeys(part_words(part, Language.TH) for part in parts))
    yield from (f"  - {line}" for line in lines[:_MOST_LINES])
    if len(lines) > _MOST_LINES:
        yield f"  - {beside('arrival.more', count=len(lines) - _MOST_LINES)}"


def _kinds(parts: Iterable[Part]) -> str:
    """What parts are, each kind once."""
    return " ".join(dict.fromkeys(kind_words(part.kind, Language.TH) for part in parts))
