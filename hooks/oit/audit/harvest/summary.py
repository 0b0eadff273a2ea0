"""What a harvest comes to: the figures of all offices that count."""

from collections.abc import Sequence

from msgspec import Struct

from oit.audit.harvest.sites import Site
from oit.diagnostics import Words
from oit.wording.render.words import both_words


class Summary(Struct, frozen=True, kw_only=True):
    """Counts of sites, and of the cells of those that count."""

    asked_count: int
    counted_count: int
    red_count: int
    behind_count: int
    """Counted offices with items that are not current."""
    judged_count: int
    in_time_count: int


def summary_of(sites: Sequence[Site]) -> Summary:
    """The figures of the whole."""
    offices = [site.office for site in sites if site.counts and site.office]
    figures = [office.punctuality for office in offices]
    return Summary(
        asked_count=len(sites),
        counted_count=len(offices),
        red_count=sum(bool(site.faults) for site in sites),
        behind_count=sum(figure.stale_count > 0 for figure in figures),
        judged_count=sum(figure.judged_count for figure in figures),
        in_time_count=sum(figure.in_time_count for figure in figures),
    )


def summary_words(summary: Summary) -> tuple[Words, ...]:
    """The summary in three sentences; the first alone where nothing counts but what is red."""
    red = both_words("harvest.red", count=summary.red_count)
    if not summary.judged_count:
        return both_words("harvest.summary-none", asked=summary.asked_count), red
    whole = both_words(
        "harvest.summary",
        counted=summary.counted_count,
        asked=summary.asked_count,
        share=percent(summary.in_time_count, summary.judged_count),
        in_time=grouped_digits(summary.in_time_count),
        judged=grouped_digits(summary.judged_count),
    )
    return whole, both_words("harvest.behind", count=summary.behind_count), red


def percent(part: int, whole: int) -> str:
    """`97.4`: rounded down, so that nothing less than all is 100."""
    tenths = part * 1000 // whole
    return str(tenths // 10) if tenths % 10 == 0 else f"{tenths // 10}.{tenths % 10}"


def grouped_digits(number: int) -> str:
    """`4,512`."""
    return f"{number:,}"
