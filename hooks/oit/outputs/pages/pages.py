"""Every generated page of the site, in the order in which they are published."""

from collections.abc import Iterator, Mapping
from dataclasses import replace
from datetime import date
from typing import Any

from jinja2 import Environment

from oit.catalog import Language, say
from oit.contract.addresses import RULES_PATH
from oit.outputs.page import Page, location_of
from oit.outputs.pages.division_pages import division_pages
from oit.outputs.pages.english_pages import english_home_page
from oit.outputs.pages.home_page import home_page
from oit.outputs.pages.ita_page import ita_page, results_path
from oit.outputs.pages.item.page import item_page
from oit.outputs.pages.line_breaks import kept_together
from oit.outputs.pages.measures_page import measures_page
from oit.outputs.pages.round_pages import answer_page, due_page, round_page
from oit.outputs.pages.templates import page_environment
from oit.outputs.publication import Publication
from oit.reporting.previous_results import ita_results_of
from oit.wording.messages import examples, rule_text, rules


def pages(publication: Publication) -> Iterator[Page]:
    """The pages of each round and its items, then home, the divisions and the messages.

    Their lines break between the words of the field and of the office, and not within them.
    """
    office = publication.policy.office.name_th
    names = (office, *(division.name_th for division in publication.divisions))
    for page in _pages(publication):
        yield replace(page, html=kept_together(page.html, names))


def _pages(publication: Publication) -> Iterator[Page]:
    environment = page_environment(publication)
    for round_ in publication.assessment.rounds:
        yield round_page(round_, environment)
        yield due_page(round_, publication, environment)
        if round_.measures:
            yield measures_page(round_.measures, round_, publication.divisions, environment)
        yield answer_page(round_, publication, environment)
        if results := ita_results_of(round_):
            yield ita_page(results, round_, environment)
        for item in round_.items:
            for language in Language:
                yield item_page(item, round_, publication, language, environment)
    if shown := publication.shown_round:
        yield home_page(shown, publication, results_path(shown), environment)
        yield english_home_page(shown, publication, environment)
        yield _rules_page(shown.as_of, environment)
        yield from division_pages(shown, publication, environment)


def _rules_page(as_of: date, environment: Environment) -> Page:
    """Every rule with its message, an example and the remedy, in Thai and English.

    A rule's id is its anchor. The low weight puts all other pages first in the search.
    """
    texts = [_rule_words(rule) for rule in sorted(rules())]
    context = {
        **location_of(RULES_PATH, (say("pages.guide", Language.TH), "guide/")),
        "rules": texts,
    }
    return Page(
        path=RULES_PATH,
        title=say("pages.rules", Language.TH),
        description=say("pages.rules.about", Language.TH),
        html=environment.get_template("rules.html").render(page=context),
        as_of=as_of,
        weight=0.01,
    )


def _rule_words(rule: str) -> Mapping[str, Any]:
    """A rule's texts by language, with general words where the values of a finding would stand."""
    parts = ("expected", "remedy", "help")
    texts = {
        language.value: {
            "what": rule_text(rule, language),
            **{part: rule_text(rule, language, part) for part in parts},
        }
        for language in Language
    }
    return {"id": rule, "example": examples()[rule], **texts}
