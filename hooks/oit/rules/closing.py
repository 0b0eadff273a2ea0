"""A site whose newest round has closed is not in order: nobody opened the next one."""

from collections.abc import Iterator
from datetime import date

from oit.findings import Finding, Kind
from oit.site import Round, Site
from oit.validate import Place


def newest_opened(site: Site, today: date) -> Round | None:
    """The round whose duties are in force."""
    opened = [round_ for round_ in site.rounds if round_.policy.opens <= today]
    return opened[-1] if opened else None


def check_newest(site: Site, today: date) -> Iterator[Finding]:
    """In production, the newest round must not have closed."""
    newest = newest_opened(site, today)
    if not newest or not site.policy or site.policy.mode != "production":
        return
    if newest.policy.closes < today:
        year = newest.fiscal_year
        place = Place(f"{newest.folder}/round.yml", Kind.STALE, fiscal_year=year)
        line = newest.policy_document.line(("closes",))
        yield place.finding(
            "round-closed", line, ("closes",), found=newest.policy.closes, year=year, next=year + 1
        )
