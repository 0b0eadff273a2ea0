"""Every generated page of the site, in the order in which they are published.

Most builds remember most pages: what makes a page is imported only where it is made.
"""

from collections.abc import Iterator
from functools import partial

from msgspec.structs import replace

from oit.assessment.result import ItemAssessment, RoundAssessment
from oit.catalog import Language
from oit.contract.addresses import round_path
from oit.memory import Asked
from oit.model.office import Division
from oit.outputs.page import ENGLISH, Page
from oit.outputs.pages.division_pages import division_page, seen_by
from oit.outputs.pages.ita_page import discloses_results, ita_page, results_in
from oit.outputs.pages.measures_page import measures_page, proofs_of
from oit.outputs.pages.page_writer import PageWriter
from oit.outputs.pages.remembered import (
    Items,
    ReadPage,
    all_made,
    pages_of_items,
    pages_of_round,
    what_is_required,
)
from oit.outputs.publication import Publication
from oit.outputs.templating import strict_environment
from oit.reporting.previous_results import ita_results_of
from oit.reporting.trend import trend_of


def pages(publication: Publication) -> Iterator[ReadPage]:
    """The pages of each round, then of their items, then home, the messages and the divisions."""
    return all_made(_asked(publication), publication.memory)


def _asked(publication: Publication) -> Iterator[Asked]:
    rounds, required = publication.assessment.rounds, what_is_required(publication)
    for round_ in rounds:  # they draw charts
        yield replace(pages_of_round("round", round_, required, _lists), is_heavy=True)
    for round_ in rounds:
        yield from _of_round(round_, required)
        for item in round_.items:
            seen = _seen_with(item, round_)
            make = partial(_item_pages, item)
            yield pages_of_items(f"item {item.id}", seen, round_, required, make)
    if shown := publication.shown_round:
        yield pages_of_round("home", shown, required, _home)
        yield pages_of_items("rules", (), shown, required, _rules)
        yield pages_of_round("divisions", shown, required, _divisions)
        for division in publication.divisions:
            named, seen = f"division {division.id}", seen_by(division, shown)
            make = partial(_division, division)
            yield pages_of_items(named, seen, shown, required, make)


def _of_round(round_: RoundAssessment, required: Publication) -> Iterator[Asked]:
    """What shows a few of its items, each for itself, and the answers of all."""
    if round_.measures:
        proofs = tuple(proofs_of(round_.measures, round_).values())
        yield pages_of_items("measures", proofs, round_, required, _measures)
    yield pages_of_round("answers", round_, required, _answers)
    yield pages_of_items("results", results_in(round_), round_, required, _results)


def _seen_with(item: ItemAssessment, round_: RoundAssessment) -> Items:
    """The items whose content the pages of an item look at: where results stand, all that do."""
    return results_in(round_) if discloses_results(item.mandated) else (item,)


def _lists(round_: RoundAssessment, publication: Publication) -> Iterator[Page]:
    from oit.outputs.pages.check_page import check_page
    from oit.outputs.pages.due_page import due_page
    from oit.outputs.pages.round_page import round_page

    environment, steps = strict_environment(), trend_of(round_, publication.memory)
    for writer in _writers(publication, round_path(round_.fiscal_year)):
        yield round_page(round_, steps, writer, environment)
    yield due_page(round_, publication, environment)
    yield check_page(round_, publication, environment)


def _measures(round_: RoundAssessment, publication: Publication) -> Iterator[Page]:
    if round_.measures:
        yield measures_page(round_.measures, round_, publication, strict_environment())


def _answers(round_: RoundAssessment, publication: Publication) -> Iterator[Page]:
    from oit.outputs.pages.answer_page import answer_page

    yield answer_page(round_, publication, strict_environment())


def _results(round_: RoundAssessment, publication: Publication) -> Iterator[Page]:
    if results := ita_results_of(round_):
        yield ita_page(results, round_, publication, strict_environment())


def _item_pages(
    item: ItemAssessment, round_: RoundAssessment, publication: Publication
) -> Iterator[Page]:
    from oit.outputs.pages.item.page import item_page
    from oit.outputs.pages.tables.table_page import table_pages

    environment = strict_environment()
    for language in Language:
        yield item_page(item, round_, publication, language, environment)
    yield from table_pages(item, round_, publication, environment)


def _home(shown: RoundAssessment, publication: Publication) -> Iterator[Page]:
    from oit.outputs.pages.home_page import home_page

    for writer in _writers(publication, ""):
        yield home_page(shown, writer, strict_environment())


def _rules(shown: RoundAssessment, publication: Publication) -> Iterator[Page]:
    from oit.outputs.pages.rules_page import rules_page

    yield rules_page(shown.as_of, publication, strict_environment())


def _divisions(shown: RoundAssessment, publication: Publication) -> Iterator[Page]:
    from oit.outputs.pages.division_list import division_list_page

    yield division_list_page(shown, publication, strict_environment())


def _division(
    division: Division, shown: RoundAssessment, publication: Publication
) -> Iterator[Page]:
    yield division_page(division, shown, publication, strict_environment())


def _writers(publication: Publication, path: str) -> tuple[PageWriter, PageWriter]:
    """The writers of a page in Thai and in English, by its Thai address."""
    return (
        PageWriter(publication, Language.TH, path),
        PageWriter(publication, Language.EN, ENGLISH + path),
    )
