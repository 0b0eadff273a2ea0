"""What the frame around every page says, in the page's language."""

from collections.abc import Collection, Iterator
from dataclasses import dataclass

from oit.assessment.result import RoundAssessment, RoundState
from oit.contract.addresses import absolute, item_path
from oit.model.office import Office
from oit.outputs.pages.home_page import offers_of
from oit.outputs.publication import Publication
from oit.periods import BUDDHIST_OFFSET
from oit.wording.terms import DATES, Language

ENGLISH = "en/"
"""The folder of the English pages: `en/2568/o15/` is `2568/o15/` in English."""

CONTENT_POLICY = "default-src 'self'; object-src 'none'; base-uri 'self'; form-action 'self'"
"""What a page may load and run (CSP level 3): its own host alone, and nothing inline."""

_NAMES = {
    Language.TH: "{office.name_th} – การเปิดเผยข้อมูลสาธารณะ",
    Language.EN: "{office.name_en} – Public disclosure",
}
_CLOSED = {
    Language.TH: "ปิดรับข้อมูลรอบ พ.ศ. {year} แล้ว ข้อมูลที่แสดงเป็นข้อมูล ณ วันปิดรอบ {day} ยังไม่มีข้อมูลของรอบใหม่",
    Language.EN: "The round of B.E. {year} (fiscal year {english_year}) is closed. What is shown "
    "is as of its last day, {day}; there is no new round yet.",
}


@dataclass(frozen=True, slots=True)
class Entry:
    """An item, for the list of all of them."""

    item: str
    title_th: str
    title_en: str
    path: str


@dataclass(frozen=True, slots=True)
class Shortcut:
    """What people come for, and the page that serves it first."""

    name_th: str
    name_en: str
    path: str


@dataclass(frozen=True, slots=True)
class Frame:
    """What is said around every page of a site."""

    demonstration: bool
    office: Office
    names: dict[Language, str]
    as_of: dict[Language, str]
    closed: dict[Language, str]
    """That the newest round has closed; empty while it is open."""
    directory: tuple[Entry, ...]
    """The items of the newest round, for whoever has lost the way."""
    shortcuts: tuple[Shortcut, ...]
    """What people come for, for whoever has found nothing yet."""


@dataclass(frozen=True, slots=True)
class Translation:
    """The same page in a language (BCP 47, or `x-default`)."""

    language: str
    path: str
    """From the site's root."""
    href: str
    """Absolute where the site's own address is known, as search engines ask for."""


def frame_of(publication: Publication) -> Frame:
    """The frame of a site about to be published."""
    newest = publication.assessment.newest_opened
    day = newest.as_of if newest else publication.assessment.today.day
    office = publication.policy.office
    return Frame(
        demonstration=publication.policy.is_demonstration,
        office=office,
        names={language: text.format(office=office) for language, text in _NAMES.items()},
        as_of={language: in_words(day) for language, in_words in DATES.items()},
        closed=_closed(newest) if newest else {},
        directory=tuple(_directory(newest)) if newest else (),
        shortcuts=tuple(_shortcuts(newest, publication)) if newest else (),
    )


def language_of(path: str) -> Language:
    """The language of the page at an address from the site's root."""
    return Language.EN if path.startswith(ENGLISH) else Language.TH


def counterpart(path: str) -> str:
    """Where the same page stands in the other language, if it is there."""
    return path.removeprefix(ENGLISH) if language_of(path) is Language.EN else ENGLISH + path


def translations(
    path: str, known: Collection[str], site_url: str | None
) -> tuple[Translation, ...]:
    """The languages a page is there in, itself among them; none where it has only one.

    `known` are the addresses of all pages from the site's root.
    """
    other = counterpart(path)
    if path not in known or other not in known:
        return ()
    english, thai = sorted((path, other), key=language_of)
    return tuple(
        Translation(language, one, absolute(site_url, one))
        for language, one in (("th", thai), ("en", english), ("x-default", thai))
    )


def _closed(round_: RoundAssessment) -> dict[Language, str]:
    if round_.state is not RoundState.CLOSED:
        return {}
    year = round_.fiscal_year
    years = {"year": year, "english_year": year - BUDDHIST_OFFSET}
    return {
        language: text.format(**years, day=DATES[language](round_.as_of))
        for language, text in _CLOSED.items()
    }


def _directory(round_: RoundAssessment) -> Iterator[Entry]:
    for one in round_.items:
        path = item_path(round_.fiscal_year, one.item)
        yield Entry(one.item.item, one.item.title_th, one.item.title_en, path)


def _shortcuts(round_: RoundAssessment, publication: Publication) -> Iterator[Shortcut]:
    for offer in offers_of(round_, publication):
        path = item_path(round_.fiscal_year, offer.items[0].item)
        yield Shortcut(offer.task.name_th, offer.task.name_en, path)
