"""The pages of a PDF as text: what a reader sees, what not, and what could not be read."""

from collections.abc import Iterable, Iterator
from typing import Any

from msgspec import Struct
from pypdf import PageObject
from pypdf.generic import ArrayObject, DictionaryObject, StreamObject

from oit.evidence.faults import FileFault, attempt
from oit.evidence.pdf import operators, text_operators  # noqa: F401 -- enter what they do
from oit.evidence.pdf.canvas import Canvas, Ink
from oit.evidence.pdf.geometry import Box, area, box_of, common, corners, place
from oit.evidence.pdf.lines import text_of_runs
from oit.evidence.pdf.marks import Drawing
from oit.evidence.pdf.objects import content_of, matrix_of, resolved, text_of
from oit.evidence.pdf.syntax import text_blocks
from oit.evidence.pdf.visibility import seen_runs

_UNTOLD = 8
"""From so many codes of letters that no font tells, a page has text that nobody can search.

Fewer are bullets and signs."""
_FEWEST = 3
"""Letters and digits in the hidden text of a page, below which it says nothing."""
_UNSEEN_FLAGS = 0x02 | 0x20
"""Hidden, and not on the screen (ISO 32000-1, table 165)."""
_HAS_NO_COMMENT = ("/Link", "/Widget", "/Popup", "/FreeText")


class PageText(Struct, frozen=True):
    """What a page says."""

    number: int
    seen: str = ""
    """The text that its reader sees, fields and stamps included."""
    hidden: tuple[str, ...] = ()
    """Lines that its reader does not see, whether or not they stand elsewhere on the page.

    Also those that their cells are too small for, which nobody hid.
    """
    lost: tuple[str, ...] = ()
    """Those of them that somebody hid, and that stand nowhere else on the page."""
    replacements: str = ""
    """What the author says that its signs stand for."""
    comments: int = 0
    has_picture: bool = False
    fault: FileFault | None = None
    """Why it could not be read, or not all of it."""


def read_pages(pages: Iterable[PageObject], ink: Ink) -> Iterator[PageText]:
    """Each page, numbered from 1; never raises for what stands on one."""
    for number, page in enumerate(pages, start=1):
        text = attempt(lambda: read_page(number, page, ink))  # noqa: B023 -- called at once
        if text is FileFault.TOO_COSTLY:
            text = attempt(lambda: _text_alone(number, page, ink))  # noqa: B023
        yield PageText(number, fault=text) if isinstance(text, FileFault) else text


def read_page(number: int, page: PageObject, ink: Ink) -> PageText:
    """A page. Raises `CannotReadError`, and what pypdf raises."""
    shown = _shown_box(page)
    canvas = Canvas(ink, shown)
    canvas.draw(content_of(page.get("/Contents")), _resources(page))
    notes = list(_annotations(page))
    for note in notes:
        _draw_annotation(note, canvas)
    return _judged(number, canvas, shown, notes)


def _text_alone(number: int, page: PageObject, ink: Ink) -> PageText:
    """All text of a page, hidden or not, without drawing the page: what costs is mostly the rest.

    Raises `CannotReadError`, and what pypdf raises.
    """
    sparing = Ink(ink.layers, ink.text_operators_left, fonts=ink.fonts)
    canvas = Canvas(sparing, _shown_box(page))
    canvas.draw(text_blocks(content_of(page.get("/Contents"))), _resources(page))
    ink.text_operators_left = sparing.operators_left
    drawing = canvas.drawing()
    seen = text_of_runs((run, run.letters) for run in drawing.runs)
    return PageText(number, seen, fault=_fault(drawing), replacements=drawing.replacements)


def _resources(page: PageObject) -> DictionaryObject:
    resources = resolved(page.get("/Resources"))
    return resources if isinstance(resources, DictionaryObject) else DictionaryObject()


def _fault(drawing: Drawing) -> FileFault | None:
    return FileFault.UNREADABLE if drawing.untold_codes >= _UNTOLD else None


def lost_lines(hidden: Iterable[str], seen: str) -> tuple[str, ...]:
    """Lines that do not stand in a text, however it is spaced; none where they say nothing."""
    known = _letters(seen)
    lost = tuple(line for line in hidden if (letters := _letters(line)) and letters not in known)
    return lost if sum(len(_letters(line)) for line in lost) >= _FEWEST else ()


def _judged(number: int, canvas: Canvas, shown: Box, notes: list[Any]) -> PageText:
    drawing = canvas.drawing()
    runs = list(seen_runs(drawing, shown))
    seen = text_of_runs((each.run, each.seen) for each in runs)
    unseen = text_of_runs((each.run, each.hidden) for each in runs if each.hidden)
    cut = text_of_runs((each.run, each.cut) for each in runs if each.cut)
    hidden = (*unseen.splitlines(), *(text for note in notes for text in _unseen_texts(note)))
    return PageText(
        number,
        seen,
        (*hidden, *cut.splitlines()),
        lost_lines(hidden, seen),
        drawing.replacements,
        sum(1 for note in notes if _is_comment(note)),
        any(shape.is_picture for shape in drawing.shapes),
        _fault(drawing),
    )


def _letters(text: str) -> str:
    return "".join(filter(str.isalnum, text))


def _shown_box(page: PageObject) -> Box:
    """The part of the page that viewers show (14.11.2)."""
    boxes = (page.cropbox, page.mediabox)
    crop, media = (box_of(((b.left, b.bottom), (b.right, b.top))) for b in boxes)
    shown = tuple(map(float, common(crop, media)))
    box = (shown[0], shown[1], shown[2], shown[3])
    return box if area(box) else media


# Notes, fields and stamps on a page (12.5)


def _annotations(page: PageObject) -> Iterator[DictionaryObject]:
    listed = resolved(page.get("/Annots"))
    for value in listed if isinstance(listed, ArrayObject) else ():
        note = resolved(value)
        if isinstance(note, DictionaryObject):
            yield note


def _flags(note: DictionaryObject) -> int:
    value = resolved(note.get("/F"))
    return int(value) if isinstance(value, (int, float)) else 0


def is_unseen(note: DictionaryObject) -> bool:
    """Whether an annotation is never shown; the window of a note opens on a click."""
    return bool(_flags(note) & _UNSEEN_FLAGS) and note.get("/Subtype") != "/Popup"


def _unseen_texts(note: DictionaryObject) -> Iterator[str]:
    """The texts of an annotation that is not shown."""
    if is_unseen(note):
        yield from filter(None, (text_of(resolved(note.get(key))) for key in ("/Contents", "/V")))


def _is_comment(note: DictionaryObject) -> bool:
    is_shown = not _flags(note) & _UNSEEN_FLAGS
    is_note = note.get("/Subtype") not in _HAS_NO_COMMENT
    return is_shown and is_note and bool(text_of(resolved(note.get("/Contents"))).strip())


def _draw_annotation(note: DictionaryObject, canvas: Canvas) -> None:
    """Draws the appearance of an annotation where it stands (12.5.5)."""
    form = _appearance(note)
    if form is None or _flags(note) & _UNSEEN_FLAGS:
        return
    if "/OC" in note and canvas.ink.layers.is_off(note.raw_get("/OC")):
        return
    bounds, target = _box(form.get("/BBox")), _box(note.get("/Rect"))
    matrix = matrix_of(form.get("/Matrix"))
    drawn = box_of(place(matrix, x, y) for x, y in corners(bounds))
    width, height = drawn[2] - drawn[0], drawn[3] - drawn[1]
    across = (target[2] - target[0]) / width if width else 1.0
    up = (target[3] - target[1]) / height if height else 1.0
    fit = (across, 0.0, 0.0, up, target[0] - drawn[0] * across, target[1] - drawn[1] * up)
    canvas.begin_layer(fit)
    canvas.draw_form(form)


def _appearance(note: DictionaryObject) -> StreamObject | None:
    """The normal appearance, in the state that the annotation is in."""
    looks = resolved(note.get("/AP"))
    normal = resolved(looks.get("/N")) if isinstance(looks, DictionaryObject) else None
    if isinstance(normal, DictionaryObject) and not isinstance(normal, StreamObject):
        normal = resolved(normal.get(str(resolved(note.get("/AS")))))
    return normal if isinstance(normal, StreamObject) else None


def _box(value: Any) -> Box:
    values = resolved(value)
    if not isinstance(values, list) or len(values) != 4:
        return box_of(())
    left, bottom, right, top = (float(resolved(each)) for each in values)
    return box_of(((left, bottom), (right, top)))
