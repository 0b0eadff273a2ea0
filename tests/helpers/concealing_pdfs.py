"""PDF files that carry what their reader does not see, drawn operator by operator."""

import io
from collections.abc import Mapping
from typing import Any

from PIL import Image
from pypdf import PdfReader, PdfWriter
from pypdf.constants import UserAccessPermissions
from pypdf.generic import (
    ArrayObject,
    DecodedStreamObject,
    DictionaryObject,
    FloatObject,
    NameObject,
    NumberObject,
    PdfObject,
    TextStringObject,
)

from helpers import made_files as made

PLANTED = "ผู้รับเงินคือนางสาวซ่อน ในแฟ้ม"
"""Words that stand nowhere but in hidden places."""
BLACK_BOX = "0 g 40 690 400 25 re f"
"""Drawn over what `words` shows where it stands by itself."""


def words(text: str = PLANTED, x: float = 50, y: float = 700, size: float = 12) -> str:
    """The operators that show a text."""
    codes = text.encode("utf-16-be").hex()
    return f"BT /F1 {size} Tf 1 0 0 1 {x} {y} Tm <{codes}> Tj ET"


TOP = words(made.THAI, 50, 800) + words(made.THAI, 50, 780)
"""What each page shows, as operators: more letters than a stamp has."""


def pdf_object(value: Any) -> Any:
    """A value of Python as one of pypdf; a text with a slash is a name."""
    if isinstance(value, PdfObject):
        return value
    if isinstance(value, dict):
        return DictionaryObject({NameObject(key): pdf_object(each) for key, each in value.items()})
    if isinstance(value, (list, tuple)):
        return ArrayObject([pdf_object(each) for each in value])
    if isinstance(value, str):
        return NameObject(value) if value.startswith("/") else TextStringObject(value)
    return NumberObject(value) if isinstance(value, int) else FloatObject(value)


def inner(holder: Any, key: str) -> Any:
    """The object at a key."""
    return holder[key].get_object()


def stream(content: str | bytes, entries: Mapping[str, Any] | None = None) -> DecodedStreamObject:
    """A stream with its entries."""
    made_stream = DecodedStreamObject()
    made_stream.set_data(content.encode() if isinstance(content, str) else content)
    made_stream.update(pdf_object(dict(entries or {})))
    return made_stream


def drawn_writer(*contents: str, resources: Mapping[str, Any] | None = None) -> PdfWriter:
    """A writer with a page for each content; all show a good text at the top."""
    writer = made.pdf_writer(made.THAI, len(contents))
    for page, content in zip(writer.pages, contents, strict=True):
        inner(page, "/Contents").set_data(f"{TOP} {content}".encode())
        inner(page, "/Resources").update(pdf_object(dict(resources or {})))
    return writer


def saved(writer: PdfWriter) -> bytes:
    """The bytes of a PDF, without properties."""
    writer.metadata = None
    target = io.BytesIO()
    writer.write(target)
    return target.getvalue()


def drawn_pdf(content: str, **resources: Mapping[str, Any]) -> bytes:
    """A PDF of one page with a content; `resources` without their slash."""
    named = {f"/{kind}": entries for kind, entries in resources.items()}
    return saved(drawn_writer(content, resources=named))


def picture_of_a_page() -> DecodedStreamObject:
    """An image of one pixel, which a content draws as large as it likes."""
    entries = {"/Type": "/XObject", "/Subtype": "/Image", "/Width": 1, "/Height": 1}
    return stream(b"\xff", {**entries, "/ColorSpace": "/DeviceGray", "/BitsPerComponent": 8})


def layered_pdf(state: str, content: str = "") -> bytes:
    """Words on a layer that is `ON` or `OFF` as the file opens."""
    writer = drawn_writer(f"/OC /L BDC {content or words()} EMC")
    layer = writer._add_object(pdf_object({"/Type": "/OCG", "/Name": "ร่าง"}))
    inner(writer.pages[0], "/Resources")[NameObject("/Properties")] = pdf_object({"/L": layer})
    configuration = {"/OCGs": [layer], "/D": {f"/{state}": [layer]}}
    writer.root_object[NameObject("/OCProperties")] = pdf_object(configuration)
    return saved(writer)


def annotated_pdf(entries: Mapping[str, Any], appearance: str = "") -> bytes:
    """A page with an annotation over `words`, and how it looks."""
    writer = drawn_writer(words())
    note = pdf_object({"/Type": "/Annot", "/Rect": [40, 690, 440, 715], **entries})
    if appearance:
        look = stream(appearance, {"/Type": "/XObject", "/Subtype": "/Form"})
        look.update(pdf_object({"/BBox": [0, 0, 400, 25]}))
        note[NameObject("/AP")] = pdf_object({"/N": writer._add_object(look)})
    writer.pages[0][NameObject("/Annots")] = pdf_object([writer._add_object(note)])
    return saved(writer)


def corrected_pdf(before: str, after: str) -> bytes:
    """A PDF that was saved with another content, and then once more behind it."""
    first = drawn_pdf(before)
    writer = PdfWriter(io.BytesIO(first), incremental=True)
    inner(writer.pages[0], "/Contents").set_data(f"{TOP} {after}".encode())
    target = io.BytesIO()
    writer.write(target)
    return target.getvalue()


def pdf_with_a_page_left() -> bytes:
    """A PDF whose second page was taken out of the list of pages, and left in the file."""
    writer = drawn_writer("", words())
    pages = inner(writer.root_object, "/Pages")
    pages[NameObject("/Kids")] = ArrayObject(pages["/Kids"][:1])
    pages[NameObject("/Count")] = NumberObject(1)
    return saved(writer)


def restricted_pdf(algorithm: str, text: str = made.THAI) -> bytes:
    """A PDF that nobody may change and everybody may open."""
    writer = made.pdf_writer(text)
    writer.encrypt("", "owner", algorithm=algorithm, permissions_flag=UserAccessPermissions.PRINT)
    return saved(writer)


def portfolio(name: str, data: bytes) -> bytes:
    """A PDF that collects files."""
    writer = made.pdf_writer(made.THAI)
    writer.add_attachment(name, data)
    writer.root_object[NameObject("/Collection")] = pdf_object({"/View": "/D"})
    return saved(writer)


def second_generation(data: bytes) -> bytes:
    """The file with an object of a number that is also another's, by its generation."""
    reader = PdfReader(io.BytesIO(data))
    root = reader.trailer.raw_get("/Root").idnum
    script = b"%d 1 obj\n<</S /JavaScript /JS (app.alert\\(1\\))>>\nendobj\n" % root
    catalog = data.find(b"%d 0 obj" % root)
    start = data.find(b"<<", catalog) + 2
    changed = data[:start] + b"/OpenAction %d 1 R " % root + data[start:]
    table = len(changed) + len(script)
    rows = b"xref\n%d 1\n%010d 00001 n \n" % (root, len(changed))
    # Without a row for the catalog, the reader finds it by looking through the whole file.
    return (
        changed
        + script
        + rows
        + b"trailer <</Root %d 0 R /Size 99>>\nstartxref\n%d\n%%%%EOF"
        % (
            root,
            table,
        )
    )


def exif_thumbnail() -> bytes:
    """A JPEG as small as a thumbnail."""
    target = io.BytesIO()
    Image.new("RGB", (8, 6), (200, 10, 10)).save(target, "JPEG")
    return target.getvalue()


def form_pdf(content: str) -> bytes:
    """A page with a form that shows words, which its content draws by the name `/Form`, or not."""
    writer = drawn_writer(content)
    resources = inner(writer.pages[0], "/Resources")
    form = stream(words(), {"/Type": "/XObject", "/Subtype": "/Form"})
    form.update(pdf_object({"/BBox": [0, 0, 600, 800], "/Resources": resources}))
    resources[NameObject("/XObject")] = pdf_object({"/Form": writer._add_object(form)})
    return saved(writer)
