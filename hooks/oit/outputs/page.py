"""A page as it is generated, before MkDocs or another site generator puts its theme around it."""

import re
from datetime import date
from html import escape

from msgspec import Struct
from msgspec.structs import asdict

from oit.catalog import Language, say
from oit.memory import Kept, Memory
from oit.outputs.pages.ageing import Ageing

ENGLISH = "en/"
"""The folder of the English pages: `en/2568/o15/` is `2568/o15/` in English."""
_IN_BOTH = re.compile(r"(\d{4}/(o\d+/)?)?")
"""Home, the rounds and their items; other pages are in Thai alone."""

Crumb = tuple[str, str]
"""An entry of the breadcrumbs: the name of a page and its address from the site's root."""


class PageHead(Struct, frozen=True, kw_only=True):
    """What is known of a generated page without its HTML: its address, its words and the like."""

    path: str
    """The address from the site's root, with a slash at the end; `""` for home."""
    title: str
    description: str
    as_of: date
    """The assessed date of what the page says."""
    changed: date | None = None
    """When what it discloses last changed; `None` where no record tells."""
    data_path: str | None = None
    """The address of the same content as JSON."""
    structured_data: str | None = None
    """schema.org JSON-LD for search engines."""
    short_title: str = ""
    """What lists and the site's own search call it; empty where that is its title."""
    keywords: tuple[str, ...] = ()
    """Words that rank the page first in the site's own search."""
    weight: int | float = 1
    """The boost of the page in the site's own search; 0 leaves it out."""
    style: str = ""
    """Classes of `body`: `has-sample`, `as-list` (printed on one landscape sheet), `home`."""
    ageing: Ageing | None = None
    """When what it says stops being true; `None` where it stays true."""

    @property
    def source(self) -> str:
        """The path that MkDocs would find the page's Markdown at."""
        return f"{self.path}index.md"


class Page(PageHead, frozen=True, kw_only=True):
    """A generated page, as it was made."""

    html: str


class KeptPage(PageHead, frozen=True, kw_only=True):
    """A generated page whose HTML is put aside: that of all pages together is large."""

    kept: Kept

    @property
    def html(self) -> str:
        """Its HTML, which is read each time that somebody asks."""
        return self.kept().decode()


def kept_page(page: Page, memory: Memory) -> KeptPage:
    """A page with its HTML put aside."""
    head = asdict(page)
    return KeptPage(kept=memory.put_aside(head.pop("html").encode()), **head)


def home_crumb() -> Crumb:
    """The crumb of the home page."""
    return (say("pages.home", Language.TH), "")


def root_of(path: str) -> str:
    """The relative way from an address to the site's root: `../../` from `2568/o1/`."""
    return "../" * path.count("/")


def has_english(path: str) -> bool:
    """Whether a generated page is there in English too, by its Thai address."""
    return bool(_IN_BOTH.fullmatch(path))


def address_of(url: str) -> str:
    """A page's address from the site's root; the site generator has `./` for the home page."""
    return url.removeprefix("./")


def built_path(page: PageHead) -> str:
    """The path of a page's file on the site."""
    return f"{page.path}index.html"


def metadata_of(page: PageHead) -> dict[str, str]:
    """What a page written in Markdown says in its front matter, for the theme.

    Both are escaped here, because the theme's templates do not escape.
    """
    return {"title": escape(page.title), "description": escape(page.description)}
