"""Which office format a zip container holds, by its members."""

from oit.evidence import xml
from oit.evidence.archive import Archive
from oit.evidence.faults import CannotReadError

CONTENT_TYPES = "[Content_Types].xml"
_MAIN = ".main+xml"
_ODF_MACROS = ("basic/", "scripts/", "dialogs/")
_MACRO_WORDS = ("macroenabled", "vbaproject", "macrosheet", "activex")


def container_type(archive: Archive) -> tuple[str, bool]:
    """Media type, and whether macros or controls are in it. Raises `CannotReadError`."""
    if CONTENT_TYPES in archive:
        return _ooxml(archive)
    if "mimetype" in archive:
        return _odf(archive)
    raise CannotReadError


def _ooxml(archive: Archive) -> tuple[str, bool]:
    declared = [
        (xml.attribute(one, "ContentType") or "").strip()
        for one in xml.elements(xml.parse(archive.read(CONTENT_TYPES)), "Override", "Default")
    ]
    main = next((one for one in declared if one.lower().endswith(_MAIN)), None)
    if main is None:
        raise CannotReadError
    words = " ".join([*declared, *archive.names]).lower()
    media_type = main[: -len(_MAIN)]
    is_enabled = media_type.lower().endswith("macroenabled")
    return media_type + ".12" * is_enabled, any(word in words for word in _MACRO_WORDS)


def _odf(archive: Archive) -> tuple[str, bool]:
    media_type = archive.read("mimetype").decode("ascii", "replace").strip()
    if not media_type.startswith("application/vnd.oasis.opendocument."):
        raise CannotReadError
    return media_type, any(name.lower().startswith(_ODF_MACROS) for name in archive.names)
