"""Whether the texts of an item's page are those of its document, letter by letter."""

from collections.abc import Iterable, Iterator

from pydantic import ValidationError

from oit.audit.verify.pages.reading import Reading
from oit.audit.verify.published import PublishedSite
from oit.audit.verify.values import Discrepancy, subject_of
from oit.contract.addresses import item_address, item_json_path
from oit.contract.disclosed import SectionEntry
from oit.contract.documents import ItemDocument
from oit.contract.index import ItemEntry
from oit.outputs.api.section_texts import digest_of_text, section_entries, texts_within

_SHOWN = 60
"""Letters of a text that a message quotes."""
_AROUND = 10
"""Letters before the first that differs."""


def check_texts(readings: Iterable[Reading], site: PublishedSite) -> Iterator[Discrepancy]:
    """Texts that stand on one of the two alone, or are not the same on both."""
    pages = {reading.address: reading for reading in readings}
    for round_, item in site.index.round_items():
        subject = subject_of(round_.fiscal_year, item.item)
        path = item_json_path(round_.fiscal_year, item.item)
        sections = _sections(site.data(path))
        if sections is None:
            continue  # said of the document already
        yield from _check_hashes(sections, item, path, subject)
        address = item_address(round_.fiscal_year, item.item)
        for reading in (pages.get(address), pages.get(f"en/{address}")):
            if reading:
                shown = section_entries(item, texts_within(reading.root))
                yield from _check_page(shown, sections, reading.address, subject)


def _sections(data: bytes | None) -> list[SectionEntry] | None:
    """The texts of a document; `None` where it did not come or cannot be read."""
    try:
        return ItemDocument.model_validate_json(data, extra="ignore").sections if data else None
    except ValidationError:
        return None


def _check_hashes(
    sections: list[SectionEntry], item: ItemEntry, path: str, subject: str
) -> Iterator[Discrepancy]:
    """Hashes that are not those of the texts beside them, or of the index."""
    hashes = {section.id: digest_of_text(section.text) for section in sections}
    for section in sections:
        if section.sha256 != hashes[section.id]:
            yield _found("section-hash", path, subject, section=section.id)
    for _, cell in item.requirement_cells():
        for entry in (*cell.evidence, *cell.later):
            name = (entry.url or "").partition("#")[2]
            if entry.kind == "section" and hashes.get(name) != entry.text_sha256:
                yield _found("section-hash", path, subject, section=name)


def _check_page(
    shown: list[SectionEntry], sections: list[SectionEntry], address: str, subject: str
) -> Iterator[Discrepancy]:
    on_page = {section.id: section for section in shown}
    in_document = {section.id: section for section in sections}
    for name in dict.fromkeys([*in_document, *on_page]):
        if name not in on_page:
            yield _found("section-missing", address, subject, section=name)
        elif name not in in_document:
            text = on_page[name].text[:_SHOWN]
            yield _found("section-unknown", address, subject, section=name, found=text)
        else:
            yield from _check_section(on_page[name], in_document[name], address, subject)
    if list(on_page) != list(in_document) and set(on_page) == set(in_document):
        yield _found("section-order", address, subject)


def _check_section(
    shown: SectionEntry, told: SectionEntry, address: str, subject: str
) -> Iterator[Discrepancy]:
    if shown.text != told.text:
        found, expected = _first_difference(shown.text, told.text)
        params = {"section": told.id, "found": found, "expected": expected}
        yield _found("section-differs", address, subject, **params)
    for name in ("requirements", "periods", "division", "title", "sample"):
        found, expected = getattr(told, name), getattr(shown, name)
        if found != expected:
            params = {"section": told.id, "field": name}
            yield _found("section-entry", address, subject, **params)


def _first_difference(found: str, expected: str) -> tuple[str, str]:
    """Both texts around the first letter that is not the same."""
    pairs = enumerate(zip(found, expected, strict=False))
    same = min(len(found), len(expected))
    start = max(0, next((at for at, (left, right) in pairs if left != right), same) - _AROUND)
    return found[start:][:_SHOWN], expected[start:][:_SHOWN]


def _found(check: str, path: str, subject: str, **params: str) -> Discrepancy:
    return Discrepancy(check=check, path=path, subject=subject, params=params)
