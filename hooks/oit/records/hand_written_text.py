"""What is wrong with one text of `docs/`: a page in Markdown, hypertext, or a sheet of styles.

A module of its own, since it parses HTML: what was searched before need not be searched again, and
a check that finds all texts as they were loads no parser.
"""

from collections.abc import Iterator

from oit.evidence.hypertext import DANGER_RULES, dangers, shown_texts
from oit.evidence.hypertext_addresses import ACTIVE, Page, foreign_in_style, unescaped_style
from oit.findings import DocumentError, Finding, Kind, Place
from oit.records.markup import html_of_page
from oit.records.passages import Passage, passages_of
from oit.records.strict_yaml import Document, parse_record
from oit.records.text_findings import (
    odd_characters_in_body,
    odd_characters_in_fields,
    personal_data_findings,
)


def in_page(text: str, place: Place, page: Page) -> Iterator[Finding]:
    """What is wrong with a page in Markdown, its form included."""
    document = _document_of_page(text)
    html = html_of_page(document.body)
    passages = (*passages_of(document), *_shown(html, text))
    yield from personal_data_findings(text, passages, place)
    yield from odd_characters_in_fields(document, place.of(Kind.INVALID), ())
    yield from odd_characters_in_body(document, place.of(Kind.INVALID))
    # The theme's templates do not escape what the form of a page says, so it is HTML too.
    form = "\n".join(str(value) for value in document.values.values())
    yield from _dangers(f"{html}\n{form}", text, place, page)


def in_hypertext(text: str, place: Place, page: Page) -> Iterator[Finding]:
    """What is wrong with a file that browsers or readers of feeds parse."""
    yield from personal_data_findings(text, _shown(text, text), place)
    yield from _dangers(text, text, place, page)


def in_style(text: str, place: Place, page: Page) -> Iterator[Finding]:
    """What is wrong with a sheet of styles."""
    shown = Passage(unescaped_style(text), 1, text.count("\n") + 1)
    yield from personal_data_findings(text, (shown,), place)
    for danger, what in foreign_in_style(text, page):
        rule = "docs-active" if danger == ACTIVE else "docs-foreign"
        yield place.finding(rule, _line_of(what, text), found=what)


def _dangers(html: str, text: str, place: Place, page: Page) -> Iterator[Finding]:
    for found in dangers(html, page):
        rule = DANGER_RULES[found.danger]
        yield place.finding(rule, _line_of(found.what, text), found=found.what)


def _shown(html: str, text: str) -> Iterator[Passage]:
    """What readers see of HTML that a file of some text comes to; on which line is not known."""
    return (Passage(shown, 1, text.count("\n") + 1) for shown in shown_texts(html))


def _document_of_page(text: str) -> Document:
    """The form and the body of a page; the whole is its body where it has no form."""
    try:
        return parse_record(text)
    except DocumentError:
        return Document({}, {}, text)


def _line_of(what: str, text: str) -> int:
    """The first line on which a dangerous thing stands; 1 where it is written otherwise."""
    at = text.lower().find(what.lower())
    return text.count("\n", 0, at) + 1 if at >= 0 else 1
