"""Parts of files by what they are to the people who made them.

Formats name their parts for programs (`word/embeddings/…`, `/OpenAction`): a person who knows Word,
Excel and Acrobat finds nothing by such a name.
"""

import re
from collections.abc import Mapping

from oit.catalog import Language, say

_EMBEDDED_KINDS: Mapping[str, str] = {
    **dict.fromkeys(("xls", "xlsx", "xlsm", "xlsb", "ods"), "embedded-sheet"),
    **dict.fromkeys(("doc", "docx", "docm", "odt", "rtf"), "embedded-document"),
    **dict.fromkeys(("ppt", "pptx", "pptm", "odp"), "embedded-slides"),
}
_EMBEDDED = "embedded-object"
_PARTS: tuple[tuple[str, str], ...] = (
    (r"\w+/(?:activex|ctrlprops)/", "control"),
    (r"(?:.*/)?vba(?:project|data)\b|basic/|scripts/", "macro"),
    (r"\w+/(?:charts|chartex)/", "chart"),
    (r"\w+/diagrams/", "diagram"),
    (r"\w+/media/|pictures/|objectreplacements/", "picture"),
    (r"\w+/drawings/", "drawing"),
    (r"\w+/printersettings/", "printer"),
    (r"xl/externallinks/", "linked-workbook"),
    (r"xl/pivot(?:cache|tables)/|xl/slicer", "pivot"),
    (r"xl/(?:connections|querytables|model)\b", "connection"),
    (r"xl/sharedstrings\b", "kept-text"),
    (r"xl/(?:_rels/)?workbook\b", "workbook"),
    (r"xl/(?:work|chart|dialog|macro)sheets/", "worksheet"),
    (r"xl/tables/", "table"),
    (r"word/(?:_rels/)?(?:header|footer)\d*\.", "header"),
    (r"word/(?:_rels/)?(?:settings|websettings)\b", "settings"),
    (r"word/(?:_rels/)?document\b|content\.xml", "body"),
    (r"word/glossary/", "building-blocks"),
    (r"ppt/.*", "slide"),
    (r"settings\.xml|configurations2/", "settings"),
    (r"(?:word|xl)/(?:theme/|styles\b|numbering\b|fonttable\b)|styles\.xml", "style"),
    (r"(?:docprops|customxml|meta-inf|_rels|customui|\[trash\])/.*", "program-data"),
    (r"(?:word|xl)/.*", "program-data"),
)
_OBJECT = re.compile(r"object \d+(?:/.*)?", re.I)
_PAGE = re.compile(r"p\. (\d+)")
_VERSION = re.compile(r"version (\d+)")
_OTHERS: Mapping[str, str] = {
    **dict.fromkeys(("OpenAction", "AA"), "on-opening"),
    **dict.fromkeys(("JavaScript", "JS"), "pdf-script"),
    **dict.fromkeys(("Launch", "SubmitForm", "ImportData"), "page-button"),
    **dict.fromkeys(("GoToR", "GoToE", "URI", "F"), "page-link"),
    **dict.fromkeys(("Rendition", "Movie", "Sound", "Screen"), "page-media"),
    **dict.fromkeys(("RichMediaExecute", "RichMedia", "GoTo3DView", "3D"), "page-3d"),
    "XFA": "form",
    "Thumb": "page-thumbnail",
    "PieceInfo": "maker-data",
    "text": "program-text",
    "unreferenced": "unused",
    "start": "before",
    "end": "behind",
    "frames": "other-pictures",
    "metadata": "picture-data",
}
_EMBEDDINGS = re.compile(r"\w+/embeddings/|(?:.*/)?afchunk", re.I)


def part_name_words(name: str, language: Language) -> str | None:
    """What the part of a file is; `None` for a name that a person gave."""
    for pattern, numbered in ((_PAGE, "page"), (_VERSION, "earlier-version")):
        if match := pattern.fullmatch(name):
            return say(f"parts.{numbered}", language, number=match[1])
    part = _part(name)
    return (
        say("parts.part", language, what=say(f"parts.{part}", language), name=name)
        if part
        else None
    )


def _part(name: str) -> str | None:
    """The part's name in the catalogue."""
    if _EMBEDDINGS.match(name):
        return _EMBEDDED_KINDS.get(name.rpartition(".")[2].lower(), _EMBEDDED)
    if _OBJECT.fullmatch(name):
        return _EMBEDDED
    if name in _OTHERS:
        return _OTHERS[name]
    lowered = name.lower()
    return next((part for pattern, part in _PARTS if re.match(pattern, lowered)), None)
