"""All checks of pages, over each page parsed once."""

from collections.abc import Iterator

from oit.audit.verify.pages.elements import check_elements
from oit.audit.verify.pages.reading import reading_of, text_of_page
from oit.audit.verify.pages.samples import check_samples
from oit.audit.verify.pages.texts import check_texts
from oit.audit.verify.pages.values import check_values
from oit.audit.verify.published import PublishedSite
from oit.audit.verify.values import Discrepancy


def check_pages(site: PublishedSite) -> Iterator[Discrepancy]:
    """What pages say that the documents do not, do not say that they do, or should not carry.

    Pages of a site without published rules have no marks by which their words are found.
    """
    if not any(round_.policy for round_ in site.index.rounds):
        return
    texts = {address: text_of_page(data) for address, data in site.pages.items()}
    readings = [reading_of(address, text) for address, text in texts.items()]
    yield from check_elements(readings, site, texts)
    yield from check_values(readings, site.index)
    yield from check_texts(readings, site)
    yield from check_samples(readings, site)
