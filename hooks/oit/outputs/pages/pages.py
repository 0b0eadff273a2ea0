"""Every generated page of the site, in the order in which they are published."""

from collections.abc import Iterable, Iterator
from dataclasses import replace

from jinja2 import Environment

from oit.assessment.result import ItemAssessment, RoundAssessment
from oit.catalog import Language
from oit.contract.addresses import round_path
from oit.outputs.discovery import with_known_words
from oit.outputs.page import ENGLISH, Page
from oit.outputs.pages.answer_page import answer_page
from oit.outputs.pages.check_page import check_page
from oit.outputs.pages.division_pages import division_pages
from oit.outputs.pages.due_page import due_page
from oit.outputs.pages.home_page import home_page
from oit.outputs.pages.ita_page import ita_page
from oit.outputs.pages.item.page import item_page
from oit.outputs.pages.line_breaks import kept_together
from oit.outputs.pages.measures_page import measures_page
from oit.outputs.pages.page_writer import PageWriter
from oit.outputs.pages.remembered import pages_of_item, pages_of_round
from oit.outputs.pages.round_page import round_page
from oit.outputs.pages.rules_page import rules_page
from oit.outputs.pages.tables.table_page import table_pages
from oit.outputs.publication import Publication
from oit.outputs.templating import strict_environment
from oit.reporting.previous_results import ita_results_of
from oit.reporting.trend import trend_of


def pages(publication: Publication) -> Iterator[Page]:
    """The pages of each round and its items, then home, the divisions and the messages."""
    for round_ in publication.assessment.rounds:
        yield from pages_of_round("round", round_, publication, _of_round)
        for item in round_.items:
            yield from pages_of_item(item, round_, publication, _of_item)
    if shown := publication.shown_round:
        yield from pages_of_round("site", shown, publication, _of_site)


def _of_round(round_: RoundAssessment, publication: Publication) -> Iterator[Page]:
    return _finished(_round_pages(round_, publication, strict_environment()), publication)


def _of_item(
    item: ItemAssessment, round_: RoundAssessment, publication: Publication
) -> Iterator[Page]:
    return _finished(_item_pages(item, round_, publication, strict_environment()), publication)


def _of_site(shown: RoundAssessment, publication: Publication) -> Iterator[Page]:
    return _finished(_site_pages(shown, publication, strict_environment()), publication)


def _finished(made: Iterable[Page], publication: Publication) -> Iterator[Page]:
    """Pages whose lines break between the words of the field and of the office, not within them."""
    office = publication.policy.office.name_th
    names = (office, *(division.name_th for division in publication.divisions))
    for page in made:
        yield with_known_words(replace(page, html=kept_together(page.html, names)))


def _round_pages(
    round_: RoundAssessment, publication: Publication, environment: Environment
) -> Iterator[Page]:
    steps = trend_of(round_, publication.memory)
    for writer in _writers(publication, round_path(round_.fiscal_year)):
        yield round_page(round_, steps, writer, environment)
    yield due_page(round_, publication, environment)
    yield check_page(round_, publication, environment)
    if round_.measures:
        yield measures_page(round_.measures, round_, publication, environment)
    yield answer_page(round_, publication, environment)
    if results := ita_results_of(round_):
        yield ita_page(results, round_, publication, environment)


def _item_pages(
    item: ItemAssessment,
    round_: RoundAssessment,
    publication: Publication,
    environment: Environment,
) -> Iterator[Page]:
    for language in Language:
        yield item_page(item, round_, publication, language, environment)
    yield from table_pages(item, round_, publication, environment)


def _site_pages(
    shown: RoundAssessment, publication: Publication, environment: Environment
) -> Iterator[Page]:
    for writer in _writers(publication, ""):
        yield home_page(shown, writer, environment)
    yield rules_page(shown.as_of, publication, environment)
    yield from division_pages(shown, publication, environment)


def _writers(publication: Publication, path: str) -> tuple[PageWriter, PageWriter]:
    """The writers of a page in Thai and in English, by its Thai address."""
    return (
        PageWriter(publication, Language.TH, path),
        PageWriter(publication, Language.EN, ENGLISH + path),
    )
