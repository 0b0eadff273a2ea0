"""What a PDF still keeps of what its author took out: earlier versions, objects nothing leads to.

A program that saves quickly writes what changed behind the old file (ISO 32000-1, 7.5.6); so does
one that signs, where nothing is lost. What counts is whether text stood there that stands no more.
"""

import re
from collections.abc import Iterator
from itertools import islice
from typing import Any

from msgspec import Struct
from pypdf import PageObject, PdfReader
from pypdf.generic import DictionaryObject, StreamObject

from oit.evidence.concealed import HiddenKind, HiddenPart, InnerFile, UnreadPart
from oit.evidence.faults import CannotReadError, FileFault, attempt
from oit.evidence.limits import MAX_REVISIONS
from oit.evidence.location import Location, Where
from oit.evidence.passages import Passage
from oit.evidence.pdf.canvas import Canvas, Ink
from oit.evidence.pdf.contents import LONG_NUMBER, Contents
from oit.evidence.pdf.layers import Layers
from oit.evidence.pdf.objects import content_of, open_pdf, resolved, unreached
from oit.evidence.pdf.pages import PageText, lost_lines, read_pages
from oit.evidence.pdf.syntax import Operation, operations
from oit.evidence.sniff import decode

_END = re.compile(rb"startxref\s+(\d+)\s+%%EOF")
_TABLE = re.compile(rb"\s*(?:xref|\d+\s+\d+\s+obj)")
_START, _END_MARK = b"%PDF-", b"%%EOF"
_BLANK = b"\0\t\n\r %"
_FEWEST_BYTES = 4
_EVERYWHERE = (-1e6, -1e6, 1e6, 1e6)
_FONT_PAGES = 50
"""Pages among whose fonts those of a content are looked for that no page shows."""
_SHOWING = frozenset({b"Tj", b"TJ", b"'", b'"'})


class Earlier(Struct, frozen=True):
    """Text that a PDF keeps and does not show."""

    location: Location
    lines: tuple[str, ...]
    """All that was read, to be searched."""
    lost: int
    """How many of the lines stand nowhere in the document."""
    fault: FileFault | None = None

    def passages(self) -> Iterator[Passage]:
        """The lines, each with its place."""
        return (Passage(self.location, line) for line in self.lines)

    def hidden(self) -> tuple[HiddenPart, ...]:
        """That text was lost, where it was."""
        parts = (HiddenPart(HiddenKind.LEFTOVERS, self.location, self.lost),)
        return parts if self.lost else ()

    def unread(self) -> tuple[UnreadPart, ...]:
        """That it could not be read, where it could not."""
        return (UnreadPart(self.location, self.fault),) if self.fault else ()


def earlier_versions(data: bytes, ink: Ink, shown: str) -> Iterator[Earlier]:
    """The versions before the last one; `shown` is all the text of the last one's pages.

    Never raises: a version that cannot be read is told.
    """
    ends = [match for match in _END.finditer(data) if _is_version(data, match)]
    for number, end in reversed([*enumerate(ends[:-1], start=1)][-MAX_REVISIONS:]):
        location = Location(Where.HIDDEN, f"version {number}")
        found = attempt(lambda: _version(data[: end.end()], ink, shown, location))  # noqa: B023
        yield found if isinstance(found, Earlier) else Earlier(location, (), 0, found)
    if len(ends) - 1 > MAX_REVISIONS:
        yield Earlier(Location(Where.HIDDEN, "version 1"), (), 0, FileFault.TOO_COSTLY)


def unreachable(reader: PdfReader, ink: Ink, shown: str, contents: Contents) -> Iterator[Earlier]:
    """The pages and contents that nothing leads to any more, and the forms that no page draws.

    Texts and files among them go to `contents`. Raises `CannotReadError`, and what pypdf raises.
    """
    values = [*_undrawn(contents, ink)]
    for value in unreached(reader, contents.seen):
        contents.add(value)
        values.append(value)
    contents.take_files()
    entries = [value for value in values if isinstance(value, DictionaryObject)]
    found = [attempt(lambda: _texts_of(each, reader, ink)) for each in entries]  # noqa: B023
    lines = [line for texts in found if isinstance(texts, tuple) for line in texts]
    fault = next((fault for fault in found if isinstance(fault, FileFault)), None)
    lost = len(lost_lines(lines, shown))
    yield Earlier(Location(Where.HIDDEN, "unreferenced"), tuple(lines), lost, fault)


def _undrawn(contents: Contents, ink: Ink) -> Iterator[StreamObject]:
    """The forms that pages could draw and none does; none where not all pages were drawn."""
    forms = {id(form): form for form in contents.forms if ink.operators_left > 0}
    return (form for key, form in forms.items() if key not in ink.drawn)


def around(data: bytes, contents: Contents) -> None:
    """Bytes before and behind the document, as a file within it or as text."""
    for name, rest in (("start", data[: data.find(_START)]), ("end", _behind(data))):
        if len(rest.strip(_BLANK)) >= _FEWEST_BYTES:
            location = Location(Where.HIDDEN, name)
            text = decode(rest)
            if text is None:
                contents.inner.append(InnerFile(location, rest.lstrip(_BLANK)))
            else:
                contents.passages.append(Passage(location, text))


def bare_numbers(data: bytes) -> Iterator[Passage]:
    """Long numbers as they stand in the bytes: in comments, and objects that no table lists."""
    place = Location(Where.HIDDEN, "bytes")
    return (Passage(place, match[0].decode("ascii")) for match in LONG_NUMBER.finditer(data))


def _behind(data: bytes) -> bytes:
    """What stands behind the last mark of the end; nothing without one."""
    ends = [match.end() for match in _END.finditer(data)]
    rest = data[ends[-1] :] if ends else data.rpartition(_END_MARK)[2]
    return rest.replace(_END_MARK, b"").strip() if _END_MARK in data else b""


def _is_version(data: bytes, end: re.Match[bytes]) -> bool:
    """Whether a file ends here: not at the front of one that is laid out for the web (annex F)."""
    table = int(end[1])
    return 0 < table < end.start() and bool(_TABLE.match(data, table))


def _version(data: bytes, ink: Ink, shown: str, location: Location) -> Earlier:
    reader = open_pdf(data)
    own = Ink(Layers(reader.root_object), ink.operators_left, ink.text_operators_left)
    pages = list(read_pages(reader.pages, own))
    ink.operators_left = own.operators_left
    ink.text_operators_left = own.text_operators_left
    lines = tuple(line for page in pages for line in lines_of(page))
    fault = next((page.fault for page in pages if page.fault), None)
    return Earlier(location, lines, len(lost_lines(lines, shown)), fault)


def lines_of(page: PageText) -> tuple[str, ...]:
    """All lines of a page."""
    return (*page.seen.splitlines(), *page.hidden)


def _texts_of(entries: DictionaryObject, reader: PdfReader, ink: Ink) -> tuple[str, ...]:
    """The lines of a page, a form or a bare content that is left over."""
    if entries.get("/Type") == "/Page":
        page = PageObject(reader)
        page.update(entries)
        (text,) = read_pages([page], ink)
        if text.fault:
            raise CannotReadError(text.fault)
        return lines_of(text)
    if not isinstance(entries, StreamObject):
        return ()
    if entries.get("/Subtype") == "/Form":
        canvas = Canvas(ink, _EVERYWHERE)
        canvas.draw_form(entries)
        return tuple(run.text for run in canvas.drawing().runs)
    return _bare_texts(entries, reader, ink) if _is_bare(entries) else ()


def _is_bare(stream: StreamObject) -> bool:
    """Whether a stream says nothing of what it is, as the contents of pages do."""
    return "/Type" not in stream and "/Subtype" not in stream and "/Length1" not in stream


def _bare_texts(stream: StreamObject, reader: PdfReader, ink: Ink) -> tuple[str, ...]:
    """What a content shows by the fonts of a page that has all of them, else its mere strings."""
    content = content_of(stream)
    if b"BT" not in content or b"ET" not in content:
        return ()
    read = [*_counted(content, ink)]
    names = {str(operands[0]) for operator, operands in read if operator == b"Tf" and operands}
    for page in islice(reader.pages, _FONT_PAGES):
        resources = resolved(page.get("/Resources"))
        fonts = resolved(resources.get("/Font")) if isinstance(resources, dict) else None
        if isinstance(fonts, dict) and names <= fonts.keys():
            canvas = Canvas(ink, _EVERYWHERE)
            canvas.draw(content, resources)
            return tuple(run.text for run in canvas.drawing().runs)
    shown = (operands[-1:] for operator, operands in read if operator in _SHOWING)
    return tuple(_joined(operands[0]) for operands in shown if operands)


def _counted(content: bytes, ink: Ink) -> Iterator[Operation]:
    for operation in operations(content):
        ink.spend()
        yield operation


def _joined(shown: Any) -> str:
    pieces = shown if isinstance(shown, list) else [shown]
    return "".join(piece.decode("latin-1") for piece in pieces if isinstance(piece, bytes))
