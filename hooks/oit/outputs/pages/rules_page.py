"""The page that explains every message: what it means, an example and the remedy."""

from datetime import date

from jinja2 import Environment
from msgspec import Struct

from oit.catalog import Language, say
from oit.contract.addresses import RULES_PATH
from oit.outputs.page import Page
from oit.outputs.pages.blocks import Link
from oit.outputs.pages.links import home_link
from oit.outputs.pages.page_writer import PageWriter
from oit.outputs.publication import Publication
from oit.wording.messages import examples, rule_text, rules


class Said(Struct, frozen=True):
    """A text in both languages, with general words where values of a finding would stand."""

    th: str
    en: str


class RuleView(Struct, frozen=True, kw_only=True):
    """What is said of a rule; its id is its anchor."""

    id: str
    what: Said
    help: Said
    expected: Said
    remedy: Said
    example: str


class RulesView(Struct, frozen=True, kw_only=True):
    """What `rules.html` prints."""

    title: str
    crumbs: tuple[Link, ...]
    lead: Said
    rules: tuple[RuleView, ...]


def rules_page(as_of: date, publication: Publication, environment: Environment) -> Page:
    """Every rule in the order of the ids, each in Thai and English.

    The low weight puts all other pages first in the search.
    """
    writer = PageWriter(publication, Language.TH, RULES_PATH)
    view = rules_view(writer)
    return Page(
        path=writer.path,
        title=view.title,
        description=writer.say("pages.rules.about"),
        html=environment.get_template("rules.html").render(page=view, writer=writer),
        as_of=as_of,
        weight=0.01,
    )


def rules_view(writer: PageWriter) -> RulesView:
    """The messages as the page lists them."""
    return RulesView(
        title=writer.say("pages.rules"),
        crumbs=(
            home_link(writer),
            Link(text=writer.say("pages.guide"), href=writer.href("guide/")),
        ),
        lead=Said(*(say("rules-page.lead", language) for language in Language)),
        rules=tuple(map(_rule, sorted(rules()))),
    )


def _rule(rule: str) -> RuleView:
    return RuleView(
        id=rule,
        what=_said(rule, ""),
        help=_said(rule, "help"),
        expected=_said(rule, "expected"),
        remedy=_said(rule, "remedy"),
        example=examples()[rule].rstrip(),
    )


def _said(rule: str, part: str) -> Said:
    return Said(*(rule_text(rule, language, part) for language in Language))
