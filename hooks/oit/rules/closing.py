"""A site whose newest round has closed is not in order: nobody opened the next one."""

from collections.abc import Iterator

from oit.findings import Finding, Kind, Place
from oit.site import Round


def check_closed(newest: Round) -> Iterator[Finding]:
    """That the newest round has closed, for a site in production."""
    year, closes = newest.fiscal_year, newest.policy.closes
    place = Place(f"{newest.folder}/round.yml", Kind.STALE, fiscal_year=year)
    line = newest.policy_document.line(("closes",))
    yield place.finding("round-closed", line, ("closes",), found=closes, year=year, next=year + 1)
