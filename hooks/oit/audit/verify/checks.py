"""Every check of `oit verify`, in the order in which they are made."""

from collections.abc import Iterator

from oit.audit.verify.age import check_age, is_older
from oit.audit.verify.checksums import check_checksums
from oit.audit.verify.computed.check import check_computed
from oit.audit.verify.documents import check_documents, policies_of
from oit.audit.verify.folding import folded
from oit.audit.verify.packages import check_archive
from oit.audit.verify.pages.elements import check_elements, made_from
from oit.audit.verify.pages.figures import check_figures
from oit.audit.verify.pages.marks import is_login
from oit.audit.verify.pages.reading import reading_of, text_of_page
from oit.audit.verify.pages.samples import check_samples
from oit.audit.verify.pages.texts import check_texts
from oit.audit.verify.pages.told import strings_of
from oit.audit.verify.pages.values import check_values
from oit.audit.verify.pages.wording import check_wording
from oit.audit.verify.published import Check, PublishedSite
from oit.audit.verify.rows_of_tables import check_requirement_tables
from oit.audit.verify.values import Discrepancy
from oit.contract.addresses import archive_path


def _responses(site: PublishedSite) -> Iterator[Discrepancy]:
    """What is wrong with each response by itself, and addresses that lead out of the site."""
    yield from site.received
    yield from site.promises.outside


def _sums(site: PublishedSite) -> Iterator[Discrepancy]:
    """Hashes that are not those of the index, or of the documents."""
    return check_checksums(site.checksums, site.promises, site.documents)


def _tables(site: PublishedSite) -> Iterator[Discrepancy]:
    """Tables of requirements that are not the tables of their evidence."""
    return check_requirement_tables(site, policies_of(site))


def _archives(site: PublishedSite) -> Iterator[Discrepancy]:
    """Archives whose files are not those of the site."""
    for round_ in site.index.rounds:
        path = archive_path(round_.fiscal_year)
        if path in site.archives:
            yield from check_archive(round_, site.archives[path], site.index, site.promised)


def _index(site: PublishedSite) -> Iterator[Discrepancy]:
    """An index that does not follow from its rules and events, or contradicts the day."""
    yield from check_age(site)
    yield from check_computed(site.index, site.documents, site.today)


def _pages(site: PublishedSite) -> Iterator[Discrepancy]:
    """What pages say that the documents do not, do not say that they do, or should not carry.

    Pages of an older site have no marks by which their words are found.
    """
    if is_older(site):
        return
    pages = {at: data for at, data in site.pages.items() if not is_login(data)}
    texts = {address: text_of_page(data) for address, data in pages.items()}
    readings = [reading_of(address, text) for address, text in texts.items()]
    yield from check_elements(readings, site, texts)
    yield from check_values(readings, site.index)
    yield from check_texts(readings, site)
    yield from check_samples(readings, site)
    made = list(made_from(readings, site.index))
    strings = strings_of(site)
    yield from check_wording(made, strings)
    yield from check_figures(made, site, strings)


CHECKS: tuple[Check, ...] = (
    _responses,
    _sums,
    check_documents,
    _tables,
    _archives,
    _index,
    _pages,
)


def check_site(site: PublishedSite) -> Iterator[Discrepancy]:
    """All that is not as it should be, in the order of `CHECKS`, each cause once."""
    return folded(found for check in CHECKS for found in check(site))
