"""The links of records to other sites: `url` evidence, and links in their texts."""

from collections.abc import Iterator
from urllib.parse import urldefrag

from msgspec import Struct

from oit.model.record import UrlEvidence
from oit.records.site import Site, Unit
from oit.web_address import is_web_address


class Mention(Struct, frozen=True, order=True):
    """Where a record has a link."""

    file: str
    line: int


def links_of(site: Site) -> dict[str, list[Mention]]:
    """Each web address in the records, sorted and without its fragment, with its mentions."""
    mentions: dict[str, set[Mention]] = {}
    for round_ in site.rounds:
        for bundle in round_.bundles.values():
            for unit in bundle.units:
                for address, line in _addresses(unit):
                    mention = Mention(unit.place.file, line)
                    mentions.setdefault(urldefrag(address).url, set()).add(mention)
    return {address: sorted(mentions[address]) for address in sorted(mentions)}


def _addresses(unit: Unit) -> Iterator[tuple[str, int]]:
    """Web addresses of a record or part, with their lines."""
    for number, evidence in unit.numbered():
        if isinstance(evidence, UrlEvidence) and is_web_address(evidence.url.strip()):
            yield evidence.url.strip(), unit.document.line(("evidence", number, "url"))
    for reference in unit.text.references:
        if reference.is_web and is_web_address(reference.target.strip()):
            yield reference.target.strip(), reference.line
