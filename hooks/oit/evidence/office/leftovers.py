"""What files remember though no place of them shows it any more: unused strings and caches."""

from collections.abc import Iterator

from oit.evidence import xml

CACHES = frozenset(
    {"pivotCacheDefinition", "pivotCacheRecords", "externalLink", "glossaryDocument"}
)
"""Root elements of parts that hold copies: of a pivot table's source, of another workbook."""


def cached_values(root: xml.Element) -> Iterator[str]:
    """The texts and numbers that a cache keeps."""
    for element in root.iter():
        match xml.local_name(element.tag):
            case "s" | "n":
                yield xml.attribute(element, "v") or ""
            case "v" | "t":
                yield element.text or ""


def plain(text: str) -> str:
    """A value as it is compared: a number in one of the many ways to write it, without blanks."""
    stripped = " ".join(text.split())
    try:
        return repr(float(stripped))
    except ValueError:
        return stripped
