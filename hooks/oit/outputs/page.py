"""A page as it is generated, before MkDocs or another site generator puts its theme around it."""

import json
import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from html import escape
from typing import Any, TypedDict

from jinja2 import Environment

from oit.assessment.result import RoundAssessment
from oit.catalog import Language, say
from oit.contract.addresses import round_path
from oit.outputs.pages.ageing import Ageing

ENGLISH = "en/"
"""The folder of the English pages: `en/2568/o15/` is `2568/o15/` in English."""
_IN_BOTH = re.compile(r"(\d{4}/(o\d+/)?)?")
"""Home, the rounds and their items; other pages are in Thai alone."""

Crumb = tuple[str, str]
"""An entry of the breadcrumbs: the name of a page and its address from the site's root."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Page:
    """A generated page: its address, its words and what the theme and the search need to know."""

    path: str
    """The address from the site's root, with a slash at the end; `""` for home."""
    title: str
    description: str
    html: str
    as_of: date
    """The assessed date of what the page says."""
    changed: date | None = None
    """When what it discloses last changed; `None` where no record tells."""
    data_path: str | None = None
    """The address of the same content as JSON."""
    structured_data: str | None = None
    """schema.org JSON-LD for search engines."""
    keywords: tuple[str, ...] = ()
    """Words that rank the page first in the site's own search."""
    weight: float = 1
    """The boost of the page in the site's own search; 0 leaves it out."""
    is_wide: bool = False
    """Whether the table of contents is hidden, so that the page has its width."""
    style: str = ""
    """Classes of `body`: `has-sample`, `as-list` (printed on one landscape sheet), `home`."""
    ageing: Ageing | None = None
    """When what it says stops being true; `None` where it stays true."""

    @property
    def source(self) -> str:
        """The path that MkDocs would find the page's Markdown at."""
        return f"{self.path}index.md"


class PageLocation(TypedDict):
    """What every template gets as `page.root` and `page.crumbs`."""

    root: str
    crumbs: list[Crumb]
    """The pages above it, from home down."""


def location_of(path: str, *above: Crumb) -> PageLocation:
    """The location of the page at an address; `above` are the pages between home and it."""
    return {"root": root_of(path), "crumbs": [home_crumb(), *above]}


def home_crumb() -> Crumb:
    """The crumb of the home page."""
    return (say("pages.home", Language.TH), "")


def root_of(path: str) -> str:
    """The relative way from an address to the site's root: `../../` from `2568/o1/`."""
    return "../" * path.count("/")


def has_english(path: str) -> bool:
    """Whether a generated page is there in English too, by its Thai address."""
    return bool(_IN_BOTH.fullmatch(path))


def round_crumb(fiscal_year: int) -> Crumb:
    """The crumb of a round's page, for the pages below it."""
    return (say("pages.round.crumb", Language.TH, year=fiscal_year), round_path(fiscal_year))


def wide_page(
    template: str,
    round_: RoundAssessment,
    environment: Environment,
    context: Mapping[str, Any],
    *,
    path: str,
    title: str,
    description: str,
    above: tuple[Crumb, ...] = (),
) -> Page:
    """A page about a round, without table of contents, true on the round's assessed date.

    The template gets the round as `round`, and the page's location with `context` as `page`.
    """
    page = {**location_of(path, *above), **context}
    return Page(
        path=path,
        title=title,
        description=description,
        html=environment.get_template(template).render(round=round_, page=page),
        as_of=round_.as_of,
        is_wide=True,
    )


def address_of(url: str) -> str:
    """A page's address from the site's root; the site generator has `./` for the home page."""
    return url.removeprefix("./")


def stub_of(page: Page) -> str:
    """A page's Markdown for the site generator: front matter alone; its HTML comes later.

    Title and description are escaped here, because the theme's templates do not escape.
    """
    hidden = ["navigation", "toc"] if page.is_wide else ["navigation"]
    # JSON is YAML: a title of any text stays one value.
    values = {
        "title": escape(page.title),
        "description": escape(page.description),
        "hide": hidden,
        "tags": page.keywords,
        "search": {"boost": page.weight, "exclude": page.weight == 0},
    }
    lines = (f"{name}: {json.dumps(value, ensure_ascii=False)}" for name, value in values.items())
    return "\n".join(["---", *lines, "---", ""])
