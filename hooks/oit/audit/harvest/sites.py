"""The sites of a harvest: what is known of each, why one is red, and which count for the whole.

Samples and demonstrations never count, nor does what is only left from an earlier harvest, nor a
second site that says it is the same office.
"""

from collections.abc import Sequence
from datetime import date

from msgspec import Struct
from msgspec.structs import replace

from oit.audit.harvest.judge import site_fault
from oit.audit.harvest.punctuality import Punctuality, newest_round, punctuality_of
from oit.contract.base import ModeName, Name
from oit.contract.index import Index
from oit.diagnostics import Diagnostic


class Office(Struct, frozen=True, kw_only=True):
    """What an index says of its office."""

    id: str
    official_code: str
    """Empty where its index has none."""
    name: Name
    mode: ModeName
    has_samples: bool
    """Whether anything in it is a sample."""
    as_of: date
    """The day of its newest round that has opened."""
    years: tuple[int, ...]
    """Fiscal years of its rounds (B.E.), in order."""
    score: str
    """The office's own calculation of OIT in that round; empty where there is none yet."""
    commit: str
    generator: str
    punctuality: Punctuality

    @property
    def is_sample(self) -> bool:
        """Whether its figures are about nobody."""
        return self.mode == "demonstration" or self.has_samples


class Site(Struct, frozen=True, kw_only=True):
    """A site that was asked."""

    address: str
    office: Office | None
    """By its last index that could be read; `None` where there never was one."""
    faults: tuple[Diagnostic, ...]
    """Why it is red."""
    is_kept: bool
    """Whether the index is of an earlier harvest."""

    @property
    def outcome(self) -> str:
        """`read`, or the id of the first fault."""
        return self.faults[0].id if self.faults else "read"

    @property
    def counts(self) -> bool:
        """Whether its figures go into those of the whole."""
        return not self.faults and self.office is not None and not self.office.is_sample


def site_of(address: str, index: Index | None, faults: tuple[Diagnostic, ...], today: date) -> Site:
    """A site by its last index, and by what was wrong with it in this harvest."""
    return Site(
        address=address,
        office=_office_of(index, today) if index else None,
        faults=faults,
        is_kept=bool(index and faults),
    )


def with_repetitions(sites: Sequence[Site]) -> list[Site]:
    """The sites, with a fault for each whose office is that of a site before it.

    They are told, and not merged: which of them is the office's own, only a person can say.
    """
    first: dict[str, str] = {}
    told = []
    for site in sites:
        other = first.setdefault(site.office.id, site.address) if site.office else site.address
        told.append(site if other == site.address else _repeated(site, other))
    return told


def by_attention(sites: Sequence[Site]) -> list[Site]:
    """What needs attention first: red sites, then offices by stale items and by lateness.

    What does not count comes last.
    """
    return sorted(sites, key=_attention)


def _attention(site: Site) -> tuple[int, int, float, int, str, str]:
    if site.office is None:
        return (0, 0, 0, 0, "", site.address)
    figures = site.office.punctuality
    share = figures.in_time_count / figures.judged_count if figures.judged_count else 1
    group = 1 if site.faults else 2 if site.counts else 3
    days = figures.median_days_late or 0
    return (group, -figures.stale_count, share, -days, site.office.id, site.address)


def _repeated(site: Site, other: str) -> Site:
    assert site.office  # noqa: S101 -- for the type checker
    fault = site_fault("harvest.office-repeated", site.address, id=site.office.id, other=other)
    return replace(site, faults=(*site.faults, fault))


def _office_of(index: Index, today: date) -> Office:
    newest = newest_round(index)
    generator = index.generator
    return Office(
        id=index.office.id,
        official_code=index.office.official_code or "",
        name=index.office.name,
        mode=index.mode,
        has_samples=any(item.sample for _, item in index.round_items()),
        as_of=newest.as_of,
        years=tuple(sorted({round_.fiscal_year for round_ in index.rounds})),
        score=newest.score.oit or "",
        commit=index.commit or "",
        generator=f"{generator.name} {generator.version}" if generator else "",
        punctuality=punctuality_of(index, today),
    )
