"""The members of an office container: parts that are XML, and what is to be made of the others."""

from collections.abc import Iterator

from oit.evidence import xml
from oit.evidence.archive import Archive
from oit.evidence.concealed import HiddenKind
from oit.evidence.faults import FileFault, attempt
from oit.evidence.images import read_image
from oit.evidence.location import Location, Where
from oit.evidence.media_types import OLE_START
from oit.evidence.office.binaries import embedded_in, texts_in
from oit.evidence.office_parts import OfficeCollector
from oit.evidence.sniff import decode

_THUMBNAIL = "thumbnail"
_INSERTED = ("/embeddings/", "/afchunk", "/activex/")
"""In names of files that were put into a document, whatever they hold."""
_PHOTOGRAPHS = (b"\xff\xd8\xff", b"\x89PNG\r\n\x1a\n")
_FILES = (b"PK\x03\x04", b"%PDF-", b"{\\rtf", OLE_START)
"""How files begin that are looked into wherever they lie, and whatever they are called."""
# Parts that show only what they draw, or hold no text of people: pictures, fonts, folders.
_HARMLESS = (
    *(".png", ".jpg", ".jpeg", ".gif", ".emf", ".wmf", ".tif", ".tiff", ".bmp", ".svm"),
    *(".vml", ".ttf", ".odttf", ".fntdata", "/", "mimetype", "layout-cache"),
)
_PRINTER_SETTINGS = "printersettings"
_REPLACEMENTS = "ObjectReplacements/"


def xml_parts(archive: Archive, collector: OfficeCollector) -> Iterator[tuple[str, xml.Element]]:
    """The members that are XML, whatever they are called; keeps what the others hold.

    Raises `CannotReadError` for a broken part that the format says is XML.
    """
    gaps, additions = archive.besides()
    if gaps:
        collector.hide(HiddenKind.LEFTOVERS, Location(Where.HIDDEN, "zip"), texts_in(gaps))
    collector.add_all(Location(Where.HIDDEN, "zip"), texts_in(additions))
    for name in archive.names:
        content = archive.read(name)
        location = Location(Where.HIDDEN, name)
        collector.add(location, name)
        if _THUMBNAIL in name.lower():
            collector.note(HiddenKind.THUMBNAIL, Location(Where.PROPERTY, name))
        if content and not xml.looks_like_xml(content):
            _read_binary(location, content, collector)
        elif any(word in f"/{name.lower()}" for word in _INSERTED):
            collector.add_inner(location, content)
        elif content:
            root = _root(location, content, collector)
            if root is not None:
                for text in xml.remarks(content):
                    collector.hide(HiddenKind.LEFTOVERS, location, [text])
                asides, before = tuple(xml.asides(root)), len(collector.passages)
                yield name, root
                known = {passage.text for passage in collector.passages[before:]}
                collector.add_all(location, [text for text in asides if text not in known])


def _root(location: Location, content: bytes, collector: OfficeCollector) -> xml.Element | None:
    """The part's root; old drawings are no proper XML and are searched through as they stand."""
    if location.name.endswith((".xml", ".rels")):
        return xml.parse(content)
    root = xml.try_parse(content)
    if root is None:
        collector.add(location, content.decode("utf-8", "replace"))
    return root


def _read_binary(location: Location, content: bytes, collector: OfficeCollector) -> None:
    name = location.name.lower()
    if content.startswith(_PHOTOGRAPHS):
        _read_photograph(location, content, collector)
    elif content.startswith(OLE_START):
        _read_object(location, content, collector)
    elif content.startswith(_FILES) or not _is_harmless(name) or _is_text(name, content):
        collector.add_inner(location, content)
    else:
        # What a metafile draws as text, and what is no picture though it is called one.
        collector.add_all(location, texts_in(content))


def _is_text(name: str, content: bytes) -> bool:
    """Whether a member is mere text that is called a picture or font."""
    return name != "mimetype" and decode(content) is not None


def _is_harmless(name: str) -> bool:
    is_drawn = name.startswith(_REPLACEMENTS.lower())
    return is_drawn or name.endswith(_HARMLESS) or _PRINTER_SETTINGS in name


def _read_photograph(location: Location, content: bytes, collector: OfficeCollector) -> None:
    """What a picture says besides what it shows; one that does not open shows nothing."""
    picture = read_image(content)
    if isinstance(picture, FileFault):
        collector.add_all(location, texts_in(content))
        return
    for passage in picture.passages:
        collector.add(location, passage.text)
    for part in picture.hidden:
        collector.note(part.kind, location, part.count)


def _read_object(location: Location, content: bytes, collector: OfficeCollector) -> None:
    """The files in an OLE object; one that holds something else is handed on as it is."""
    collector.add_all(location, texts_in(content))
    files = attempt(lambda: embedded_in(content))
    if isinstance(files, FileFault):
        collector.add_inner(location, content)
        return
    for name, data in files:
        collector.add_inner(Location(Where.HIDDEN, name, inside=location.name), data)
