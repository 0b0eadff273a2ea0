"""A page of the site, before any generator has seen it."""

from dataclasses import dataclass
from datetime import date
from typing import TypedDict

from oit.contract.addresses import round_path

Crumb = tuple[str, str]
"""A page above another: its name and its address from the site's root."""
HOME: Crumb = ("หน้าแรก", "")


@dataclass(frozen=True, kw_only=True, slots=True)
class Page:
    """A page's words and place. `path` is its address from the site's root, `""` for home."""

    path: str
    title: str
    description: str
    html: str
    as_of: date
    """The date that what it says is true on."""
    changed: date | None = None
    """When what it discloses last changed; `None` where no record tells."""
    data_path: str | None = None
    """Where the same is to be had as JSON."""
    structured_data: str | None = None
    """schema.org JSON-LD for search engines."""
    keywords: tuple[str, ...] = ()
    """Words by which the search finds it before all else."""
    weight: float = 1
    """How much its words count in the search; less than 1 puts other pages before it,
    0 leaves it out."""
    is_wide: bool = False
    """Whether it needs the room of the table of contents."""

    @property
    def root(self) -> str:
        """The way from the page to the site's root: `../../`."""
        return root_of(self.path)


def root_of(path: str) -> str:
    """The way from an address to the site's root."""
    return "../" * path.count("/")


class Position(TypedDict):
    """What a template is told of where its page stands."""

    root: str
    crumbs: list[Crumb]
    """The pages above it, from home down (breadcrumbs)."""


def position(path: str, *above: Crumb) -> Position:
    """The position of the page at an address; `above` are the pages between home and it."""
    return {"root": root_of(path), "crumbs": [HOME, *above]}


def round_crumb(fiscal_year: int) -> Crumb:
    """The page of a round, as the pages below it name it."""
    return (f"OIT ปี {fiscal_year}", round_path(fiscal_year))
