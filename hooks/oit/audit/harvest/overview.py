"""The overview page of a harvest: one file, in the look of the sites, with nothing from elsewhere.

Whatever stands in an index was written by strangers: it is shown on one line, without what would
turn or hide it, and the template escapes it.
"""

from base64 import b64encode
from collections.abc import Sequence
from datetime import date
from importlib.resources import files

from msgspec import Struct

from oit.audit.harvest.report import MOST_TOLD
from oit.audit.harvest.sites import Office, Site, by_attention
from oit.audit.harvest.summary import grouped_digits, percent, summary_of, summary_words
from oit.audit.harvest.tables import TABLES
from oit.catalog import Language, say
from oit.catalog.catalog import Value
from oit.diagnostics import Diagnostic
from oit.outputs.templating import strict_environment
from oit.wording.render.words import sentences_of
from oit.wording.words import printable

_THAI = Language.TH
_FONTS = "theme/assets/fonts"
"""Of the package; the site's own, so that the page is shown alike on every machine."""
_FACES = (
    ("thai", "U+0E01-0E5B, U+200C-200D, U+25CC"),
    ("latin", "U+0000-00FF, U+0131, U+0152-0153, U+2000-206F, U+20AC, U+2122, U+2212"),
)
"""A face of the fonts, and the letters that it has."""
_RED, _LATE, _CURRENT, _SAMPLE = "red", "late", "current", "sample"


class _Row(Struct, frozen=True, kw_only=True):
    """A site on the page."""

    address: str
    name: str
    mark: str
    """`red`, `late`, `current` or `sample`."""
    mark_words: str
    told: tuple[str, ...]
    """Why it is red, and of which day its figures are."""
    figures: tuple["_Figure", ...]
    """Empty where there never was an index."""


class _Figure(Struct, frozen=True, kw_only=True):
    """A cell of the table."""

    label: str
    text: str
    detail: str = ""


class _Font(Struct, frozen=True):
    """A font within the page."""

    weight: int
    letters: str
    base64: str


class _Group(Struct, frozen=True):
    heading: str
    rows: tuple[_Row, ...]


def overview_page(sites: Sequence[Site], harvested_on: date) -> bytes:
    """`index.html`; the day of the harvest stands in it once."""
    template = strict_environment().get_template("harvest.html")
    page = template.render(
        fonts=[_font(weight, *face) for weight in (400, 700) for face in _FACES],
        title=_thai("harvest.title"),
        read_on=_thai("harvest.read-on", day=harvested_on),
        summary=[words.th for words in summary_words(summary_of(sites))],
        columns=[_thai(f"harvest.column-{name}") for name in _COLUMNS],
        groups=_groups(by_attention(sites)),
        tables=("offices", *TABLES),
        notes=[_thai(f"harvest.how-{name}") for name in _NOTES],
    )
    return page.encode()


_COLUMNS = ("as-of", "rounds", "share", "late", "missing", "median", "stale", "score")
_NOTES = ("share", "missing", "stale", "counted", "score")


def _font(weight: int, face: str, letters: str) -> _Font:
    file = files("oit").joinpath(f"{_FONTS}/sarabun-{face}-{weight}-normal.woff2")
    return _Font(weight, letters, b64encode(file.read_bytes()).decode())


def _groups(sites: Sequence[Site]) -> list[_Group]:
    """Red sites, those that count, and samples; a group without any is left out."""
    parts = {
        "red": [site for site in sites if site.faults],
        "counted": [site for site in sites if site.counts],
        "sample": [site for site in sites if not site.faults and not site.counts],
    }
    return [
        _Group(_thai(f"harvest.group-{name}", count=len(part)), tuple(map(_row, part)))
        for name, part in parts.items()
        if part
    ]


def _row(site: Site) -> _Row:
    mark = _mark(site)
    return _Row(
        address=site.address,
        name=printable(site.office.name.th) if site.office else printable(site.address),
        mark=mark,
        mark_words=_thai(f"harvest.mark-{mark}"),
        told=(*_reasons(site), *_of_which_day(site)),
        figures=_figures(site.office) if site.office else (),
    )


def _mark(site: Site) -> str:
    if site.faults or site.office is None:
        return _RED
    if not site.counts:
        return _SAMPLE
    return _LATE if site.office.punctuality.stale_count else _CURRENT


def _reasons(site: Site) -> tuple[str, ...]:
    more = len(site.faults) - MOST_TOLD
    told = tuple(map(_reason, site.faults[:MOST_TOLD]))
    return (*told, _thai("harvest.told-more", count=more)) if more > 0 else told


def _reason(fault: Diagnostic) -> str:
    return f"{fault.where.item} {sentences_of(fault, _THAI).what}".strip()


def _of_which_day(site: Site) -> tuple[str, ...]:
    if site.office is None:
        return (_thai("harvest.never-read"),)
    return (_thai("harvest.kept", day=site.office.as_of),) if site.is_kept else ()


def _figures(office: Office) -> tuple[_Figure, ...]:
    """In the order of the columns."""
    figures = office.punctuality
    median = figures.median_days_late
    texts = {
        "as-of": _thai("values.plain", value=office.as_of),
        "rounds": _years(office.years),
        "share": _share(office),
        "late": grouped_digits(figures.late_count),
        "missing": grouped_digits(figures.missing_count),
        "median": _none() if median is None else _thai("harvest.days", count=median),
        "stale": grouped_digits(figures.stale_count),
        "score": office.score or _none(),
    }
    details = {"share": _of_cells(office)}
    return tuple(
        _Figure(
            label=_thai(f"harvest.column-{name}"), text=texts[name], detail=details.get(name, "")
        )
        for name in _COLUMNS
    )


def _share(office: Office) -> str:
    figures = office.punctuality
    if not figures.judged_count:
        return _none()
    return _thai("harvest.share", share=percent(figures.in_time_count, figures.judged_count))


def _of_cells(office: Office) -> str:
    figures = office.punctuality
    return _thai(
        "harvest.of-cells",
        in_time=grouped_digits(figures.in_time_count),
        judged=grouped_digits(figures.judged_count),
    )


def _years(years: Sequence[int]) -> str:
    first, last = str(years[0]), str(years[-1])
    return first if first == last else f"{first}–{last}"


def _none() -> str:
    return _thai("harvest.none")


def _thai(message: str, **values: Value) -> str:
    return say(message, _THAI, **values)
