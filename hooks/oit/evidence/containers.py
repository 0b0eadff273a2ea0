"""Which office format a zip container holds, by its members: OOXML or OpenDocument."""

from oit.evidence import xml
from oit.evidence.archive import Archive
from oit.evidence.faults import CannotReadError

CONTENT_TYPES = "[Content_Types].xml"
"""The member that makes a zip an OOXML package (ECMA-376, part 2)."""
_MAIN_SUFFIX = ".main+xml"
_ODF_PREFIX = "application/vnd.oasis.opendocument."
_ODF_MACRO_FOLDERS = ("basic/", "scripts/", "dialogs/")
_MACRO_WORDS = ("macroenabled", "vbaproject", "macrosheet", "activex")


def container_type(archive: Archive) -> tuple[str, bool]:
    """Media type, and whether macros or controls are in it. Raises `CannotReadError`."""
    if CONTENT_TYPES in archive:
        return _ooxml(archive)
    if "mimetype" in archive:
        return _odf(archive)
    raise CannotReadError


def _ooxml(archive: Archive) -> tuple[str, bool]:
    types = xml.elements(xml.parse(archive.read(CONTENT_TYPES)), "Override", "Default")
    declared = [(xml.attribute(element, "ContentType") or "").strip() for element in types]
    main = next((name for name in declared if name.lower().endswith(_MAIN_SUFFIX)), None)
    if main is None:
        raise CannotReadError
    words = " ".join([*declared, *archive.names]).lower()
    media_type = main[: -len(_MAIN_SUFFIX)]
    # The registered types of macro-enabled files end in .12, their content types do not.
    is_enabled = media_type.lower().endswith("macroenabled")
    return media_type + ".12" * is_enabled, any(word in words for word in _MACRO_WORDS)


def _odf(archive: Archive) -> tuple[str, bool]:
    media_type = archive.read("mimetype").decode("ascii", "replace").strip()
    if not media_type.startswith(_ODF_PREFIX):
        raise CannotReadError
    return media_type, any(name.lower().startswith(_ODF_MACRO_FOLDERS) for name in archive.names)
