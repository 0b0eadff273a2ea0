"""The text of a record does no reader harm, and points nowhere in vain."""

from collections.abc import Iterator

from oit.findings import Finding, Kind
from oit.records.markup import Reference
from oit.records.site import Unit


def check_text(unit: Unit) -> Iterator[Finding]:
    """Raw HTML, dangerous links, links to files that are not disclosed, repeated section ids."""
    unsafe = unit.place.of(Kind.UNSAFE)
    for line in sorted(set(unit.text.raw_html)):
        yield unsafe.finding("raw-html", line)
    files = unit.named_files
    for reference in unit.text.references:
        if rule := _reference_fault(reference, files, unit):
            place = unit.place if rule.endswith("-absent") else unsafe
            yield place.finding(rule, reference.line, found=reference.target)
        if reference.is_image and not reference.words.strip():
            yield unit.place.finding("image-unnamed", reference.line, found=reference.target)
    for name, line in unit.text.repeated_sections:
        yield unit.place.finding("section-repeated", line, found=name)


def _reference_fault(reference: Reference, files: frozenset[str], unit: Unit) -> str | None:
    if reference.is_fragment and not reference.is_image:
        return None if reference.target[1:] in unit.text.sections else "link-absent"
    if reference.is_local:
        return None if reference.target in files else "link-absent"
    if reference.is_web:
        return None
    return "image-remote" if reference.is_image else "link-unsafe"
