"""What the theme shows around every page, in the page's language, and the page's translations."""

from collections.abc import Collection, Iterable, Iterator
from typing import Any

from msgspec import Struct

from oit.assessment.result import RoundAssessment, RoundState
from oit.catalog import Language, say
from oit.catalog.dates import date_words
from oit.contract.addresses import absolute, item_path
from oit.model.office import Office
from oit.outputs.page import ENGLISH, address_of
from oit.outputs.pages.contact import Contact, contact_of
from oit.outputs.pages.home_page import tasks_of
from oit.outputs.pages.menu import Menu, menu_of
from oit.outputs.pages.page_writer import PageWriter
from oit.outputs.publication import Publication
from oit.periods import BUDDHIST_OFFSET

CONTENT_POLICY = "default-src 'self'; object-src 'none'; base-uri 'self'; form-action 'self'"
"""What a page may load and run (CSP level 3): from its own host only, and nothing inline."""
_SHOWN_BY_SEARCH = (
    *("waits", "found", "most", "loose", "none", "failed", "sample"),
    *("earlier", "earlier-found", "earlier-most", "earlier-none", "earlier-failed"),
)
"""The words of `assets/search.js`, which reads each from an attribute of that name."""
_PANEL_OF_SEARCH = ("search", "site", "box", "close", "shortcuts", "or")
_EMBEDS = ("frame-src", "img-src", "media-src")


class DirectoryEntry(Struct, frozen=True):
    """An item in the list of all items."""

    item: str
    title_th: str
    """Its short name, or without one its official title."""
    title_en: str
    path: str


class Shortcut(Struct, frozen=True):
    """A visitor's task, and the page of the first item that serves it."""

    name_th: str
    name_en: str
    path: str


class Frame(Struct, frozen=True):
    """What the theme's templates get as `oit.frame`, the same on every page."""

    demonstration: bool
    preparing: bool
    """Whether that is an office's own site before it goes live, and nothing on it is a sample."""
    office: Office
    contact: dict[Language, Contact]
    """How to reach the office, or why that is not told."""
    menu: dict[Language, Menu]
    names: dict[Language, str]
    as_of: dict[Language, str]
    closed: dict[Language, str]
    """The notice that the newest round has closed; empty while it is open."""
    directory: tuple[DirectoryEntry, ...]
    """The items of the newest round, for the page of error 404 and the search."""
    shortcuts: tuple[Shortcut, ...]
    """For the panel of the search, below its results."""
    search: dict[Language, dict[str, dict[str, str]]]
    """The words of that panel: `shown` by its program, and `written` in it, by name."""
    allowed_hosts: tuple[str, ...]
    """From which hand-written pages may show a map or a picture."""


class Translation(Struct, frozen=True):
    """A page in one of its languages."""

    language: str
    """BCP 47, or `x-default`: the version for readers of any other language."""
    path: str
    """From the site's root."""
    href: str
    """Absolute where the site's own address is known, as search engines require of `hreflang`."""


def frame_of(publication: Publication, there: Collection[str]) -> Frame:
    """The frame of a site, whose pages have the addresses `there`.

    Without an opened round it has only names, the day and the menu.
    """
    newest = publication.assessment.newest_opened
    day = newest.as_of if newest else publication.assessment.today.day
    office = publication.policy.office
    return Frame(
        demonstration=publication.policy.is_demonstration,
        preparing=publication.is_in_preparation,
        office=office,
        contact={
            language: contact_of(PageWriter(publication, language, "")) for language in Language
        },
        menu={language: menu_of(publication, language, there) for language in Language},
        names={
            Language.TH: say("pages.site", Language.TH, office=office.name_th),
            Language.EN: say("pages.site", Language.EN, office=office.name_en),
        },
        as_of={language: date_words(day, language) for language in Language},
        closed=_closed(newest) if newest else {},
        directory=tuple(_directory(newest)) if newest else (),
        shortcuts=tuple(_shortcuts(newest, publication)) if newest else (),
        search={language: _search_words(language) for language in Language},
        allowed_hosts=publication.policy.allowed_hosts,
    )


def content_policy(allowed_hosts: Collection[str]) -> str:
    """What a page may load and run: `CONTENT_POLICY`, and what allowed hosts offer to be shown."""
    hosts = " ".join(f"https://{host}" for host in allowed_hosts)
    embeds = (f"{embed} 'self' {hosts}" for embed in _EMBEDS) if hosts else ()
    return "; ".join((CONTENT_POLICY, *embeds))


def language_of(path: str) -> Language:
    """The language of the page at an address from the site's root."""
    return Language.EN if path.startswith(ENGLISH) else Language.TH


def navigation_in(entries: Iterable[Any], language: Language) -> list[Any]:
    """The pages and links in a language of the site generator's navigation, without its sections.

    An entry has a `url`, or is a section with `children`.
    """
    return [entry for entry in _leaves(entries) if language_of(address_of(entry.url)) is language]


def translations(
    path: str, known: Collection[str], site_url: str | None
) -> tuple[Translation, ...]:
    """The page in all its languages, itself included; empty where it has only one.

    `known` are the addresses of all pages from the site's root.
    """
    thai = path.removeprefix(ENGLISH)
    english = ENGLISH + thai
    if thai not in known or english not in known:
        return ()
    versions = (("th", thai), ("en", english), ("x-default", thai))
    return tuple(
        Translation(language, version, absolute(site_url, version))
        for language, version in versions
    )


def _search_words(language: Language) -> dict[str, dict[str, str]]:
    groups = {"shown": _SHOWN_BY_SEARCH, "written": _PANEL_OF_SEARCH}
    return {
        group: {name: say(f"search.panel-{name}", language) for name in names}
        for group, names in groups.items()
    }


def _leaves(entries: Iterable[Any]) -> Iterator[Any]:
    for entry in entries:
        yield from _leaves(entry.children) if entry.children else (entry,)


def _closed(round_: RoundAssessment) -> dict[Language, str]:
    if round_.state is not RoundState.CLOSED:
        return {}
    year = round_.fiscal_year
    values = {"year": year, "english_year": year - BUDDHIST_OFFSET}
    return {
        language: say("pages.round-closed", language, **values, day=round_.as_of)
        for language in Language
    }


def _directory(round_: RoundAssessment) -> Iterator[DirectoryEntry]:
    for item in round_.items:
        path = item_path(round_.fiscal_year, item.mandated)
        yield DirectoryEntry(item.id, item.mandated.name_th, item.mandated.name_en, path)


def _shortcuts(round_: RoundAssessment, publication: Publication) -> Iterator[Shortcut]:
    for served in tasks_of(round_, publication):
        path = item_path(round_.fiscal_year, served.items[0].mandated)
        yield Shortcut(served.task.name_th, served.task.name_en, path)
