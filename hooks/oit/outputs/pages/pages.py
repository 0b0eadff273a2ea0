"""Every generated page of the site, in the order in which they are published."""

from collections.abc import Iterator
from dataclasses import replace

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
from oit.outputs.pages.round_page import round_page
from oit.outputs.pages.rules_page import rules_page
from oit.outputs.pages.tables.table_page import table_pages
from oit.outputs.publication import Publication
from oit.outputs.templating import strict_environment
from oit.reporting.previous_results import ita_results_of
from oit.reporting.trend import trend_of


def pages(publication: Publication) -> Iterator[Page]:
    """The pages of each round and its items, then home, the divisions and the messages.

    Their lines break between the words of the field and of the office, and not within them.
    """
    office = publication.policy.office.name_th
    names = (office, *(division.name_th for division in publication.divisions))
    for page in _pages(publication):
        yield with_known_words(replace(page, html=kept_together(page.html, names)))


def _pages(publication: Publication) -> Iterator[Page]:
    environment = strict_environment()
    for round_ in publication.assessment.rounds:
        steps = trend_of(round_)
        for writer in _writers(publication, round_path(round_.fiscal_year)):
            yield round_page(round_, steps, writer, environment)
        yield due_page(round_, publication, environment)
        yield check_page(round_, publication, environment)
        if round_.measures:
            yield measures_page(round_.measures, round_, publication, environment)
        yield answer_page(round_, publication, environment)
        if results := ita_results_of(round_):
            yield ita_page(results, round_, publication, environment)
        for item in round_.items:
            for language in Language:
                yield item_page(item, round_, publication, language, environment)
            yield from table_pages(item, round_, publication, environment)
    if shown := publication.shown_round:
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
