"""Every check of `oit verify`, in the order in which they are made."""

from collections.abc import Iterator

from oit.audit.verify.checksums import check_checksums
from oit.audit.verify.computed.check import check_computed
from oit.audit.verify.documents import check_documents
from oit.audit.verify.pages.check import check_pages
from oit.audit.verify.published import Check, PublishedSite
from oit.audit.verify.values import Discrepancy
from oit.contract.addresses import INDEX_PATH


def _responses(site: PublishedSite) -> Iterator[Discrepancy]:
    """What is wrong with each response by itself, and addresses that lead out of the site."""
    yield from site.received
    yield from site.promises.outside


def _sums(site: PublishedSite) -> Iterator[Discrepancy]:
    """Hashes that are not those of the index, or of the documents."""
    return check_checksums(site.checksums, site.promises, site.documents)


def _documents(site: PublishedSite) -> Iterator[Discrepancy]:
    """Documents that do not say what the index says."""
    beside = {path: site.documents[path] for path in site.documents if path != INDEX_PATH}
    return check_documents(site.index, beside)


def _index(site: PublishedSite) -> Iterator[Discrepancy]:
    """An index that does not follow from its rules and events, or contradicts the day."""
    return check_computed(site.index, site.documents, site.today)


CHECKS: tuple[Check, ...] = (_responses, _sums, _documents, _index, check_pages)


def check_site(site: PublishedSite) -> Iterator[Discrepancy]:
    """All that is not as it should be, in the order of `CHECKS`."""
    for check in CHECKS:
        yield from check(site)
