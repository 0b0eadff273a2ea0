"""The links of the records to other sites: evidence by address, and links in texts."""

from collections.abc import Iterator
from dataclasses import dataclass
from urllib.parse import urldefrag

from oit.model.record import UrlEvidence
from oit.records.site import Site, Unit
from oit.web_address import is_web_address


@dataclass(frozen=True, order=True, slots=True)
class Mention:
    """A line of a record."""

    file: str
    line: int


def links_of(site: Site) -> dict[str, list[Mention]]:
    """Every address on the web that the records name, without its fragment, and where; sorted."""
    found: dict[str, set[Mention]] = {}
    for round_ in site.rounds:
        for bundle in round_.bundles.values():
            for unit in bundle.units:
                for address, line in _named(unit):
                    mention = Mention(unit.place.file, line)
                    found.setdefault(urldefrag(address).url, set()).add(mention)
    return {address: sorted(found[address]) for address in sorted(found)}


def _named(unit: Unit) -> Iterator[tuple[str, int]]:
    for number, evidence in unit.numbered():
        if isinstance(evidence, UrlEvidence) and is_web_address(evidence.url.strip()):
            yield evidence.url.strip(), unit.document.line(("evidence", number, "url"))
    for reference in unit.text.references:
        if reference.is_web and is_web_address(reference.target.strip()):
            yield reference.target.strip(), reference.line
