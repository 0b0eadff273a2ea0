"""The menu of every page, by what citizens come for, and the groups of links at its foot."""

from collections.abc import Collection, Iterator

from msgspec import Struct

from oit.assessment.result import ItemAssessment, RoundAssessment
from oit.catalog import Language, say
from oit.contract.addresses import (
    ADMIN_PATH,
    ATOM_PATH,
    INDEX_PATH,
    RULES_PATH,
    answers_path,
    calendar_path,
    due_path,
    item_path,
    measures_path,
    requirement_anchor,
    round_path,
)
from oit.outputs.page import ENGLISH
from oit.outputs.pages.division_list import DIVISIONS
from oit.outputs.pages.ita_page import results_path
from oit.outputs.publication import Publication

_SPENDING = ("spending", "budget", "procurement")
_FEEDBACK = ("office-profile", "feedback")
"""The topic of the item, and its requirement, that tells how to complain and to suggest."""
_COMPLAINTS = ("corruption-complaints",)


class Entry(Struct, frozen=True):
    """A link of the menu or of the foot: its name, and its page from the site's root."""

    name: str
    page: str
    anchor: str = ""
    """With its `#`."""


class Group(Struct, frozen=True):
    """Links of the foot for one kind of reader."""

    title: str
    entries: tuple[Entry, ...]


class Menu(Struct, frozen=True):
    """What leads to all pages, in one language."""

    entries: tuple[Entry, ...]
    """For citizens: at most five."""
    groups: tuple[Group, ...]

    @property
    def pages(self) -> frozenset[str]:
        """The addresses of all pages that it leads to; others of the site have to be listed too."""
        groups = (entry for group in self.groups for entry in group.entries)
        return frozenset(entry.page for entry in (*self.entries, *groups))


def menu_of(publication: Publication, language: Language, there: Collection[str]) -> Menu:
    """The menu of a language. `there` are the addresses of all pages of the site.

    An entry leads to the English version of its page where there is one, and says where there is
    none. What a mandate has no topic for is left out.
    """
    speaker = _Speaker(language, frozenset(there))
    round_ = publication.shown_round
    entries = tuple(_entries(round_, speaker))
    return Menu(entries, tuple(_groups(round_, publication, entries, speaker)))


class _Speaker(Struct, frozen=True):
    """A language, and the pages that there are."""

    language: Language
    there: frozenset[str]

    def page(self, message: str, path: str | None, anchor: str = "") -> Iterator[Entry]:
        """An entry for a page, if it is there."""
        if path is not None and path in self.there:
            yield self.named(say(message, self.language), path, anchor)

    def named(self, name: str, path: str, anchor: str = "") -> Entry:
        """An entry for a page that is there, in its English version if there is one."""
        if self.language is not Language.EN:
            return Entry(name, path, anchor)
        if ENGLISH + path in self.there:
            return Entry(name, ENGLISH + path, anchor)
        return Entry(say("menu.in-thai", self.language, name=name), path, anchor)

    def file(self, message: str, path: str) -> Entry:
        """An entry for a file that every site has."""
        return Entry(say(message, self.language), path)


def _entries(round_: RoundAssessment | None, speaker: _Speaker) -> Iterator[Entry]:
    yield from speaker.page("menu.contact", "", "#contact")
    if round_ is None:
        return
    if spending := _item_of(round_, _SPENDING):
        yield from speaker.page("menu.spending", item_path(round_.fiscal_year, spending.mandated))
    yield from _feedback(round_, speaker)
    items = say("menu.items", speaker.language, count=len(round_.items))
    yield speaker.named(items, round_path(round_.fiscal_year))
    yield from speaker.page("menu.ita", results_path(round_))


def _feedback(round_: RoundAssessment, speaker: _Speaker) -> Iterator[Entry]:
    """Where to complain and suggest: the office's own channels, or else those for corruption."""
    topic, wanted = _FEEDBACK
    profile = _item_of(round_, (topic,))
    asked = (requirement.id for requirement in profile.mandated.requirements) if profile else ()
    if profile and wanted in asked:
        path = item_path(round_.fiscal_year, profile.mandated)
        yield from speaker.page("menu.feedback", path, f"#{requirement_anchor(wanted)}")
    elif complaints := _item_of(round_, _COMPLAINTS):
        yield from speaker.page("menu.feedback", item_path(round_.fiscal_year, complaints.mandated))


def _item_of(round_: RoundAssessment, topics: tuple[str, ...]) -> ItemAssessment | None:
    """The item of the first of some topics that the mandate has."""
    by_topic = {item.mandated.topic: item for item in round_.items}
    return next((by_topic[topic] for topic in topics if topic in by_topic), None)


def _groups(
    round_: RoundAssessment | None,
    publication: Publication,
    entries: tuple[Entry, ...],
    speaker: _Speaker,
) -> Iterator[Group]:
    readers = {
        "menu.citizens": (*entries, *speaker.page("menu.divisions", DIVISIONS)),
        "menu.assessors": tuple(_for_assessors(round_, publication, speaker)),
        "menu.programs": (
            *speaker.page("menu.data", "data/"),
            speaker.file("menu.index", INDEX_PATH),
            speaker.file("menu.calendar", calendar_path()),
            speaker.file("menu.feed", ATOM_PATH),
        ),
        "menu.staff": (
            speaker.file("menu.form", ADMIN_PATH),
            *speaker.page("menu.guide", "guide/"),
            *speaker.page("menu.rules", RULES_PATH),
        ),
    }
    for title, listed in readers.items():
        if listed:
            yield Group(say(title, speaker.language), listed)


def _for_assessors(
    round_: RoundAssessment | None, publication: Publication, speaker: _Speaker
) -> Iterator[Entry]:
    if round_ is None:
        return
    year = round_.fiscal_year
    yield from speaker.page("menu.checklist", round_path(year), "#checklist")
    yield from speaker.page("menu.due", due_path(year))
    yield from speaker.page("menu.check", f"{year}/check/")
    yield from speaker.page("menu.answers", answers_path(year))
    yield from speaker.page("menu.measures", measures_path(year))
    others = (past.fiscal_year for past in reversed(publication.assessment.rounds))
    for other in (other for other in others if other != year):
        name = say("pages.round.menu", speaker.language, year=other)
        yield speaker.named(name, round_path(other))
