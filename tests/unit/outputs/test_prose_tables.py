"""Tables in the texts of records and in hand-written pages."""

from html.parser import HTMLParser

import markdown  # type: ignore[import-untyped]  # as MkDocs renders it
import pytest

from helpers.rendered import render
from oit.outputs.pages.tables.prose import with_readable_tables
from oit.records.markup import sanitise

MONEY = "## รายได้\n\n| เดือน | รวม (บาท) |\n| --- | ---: |\n| มกราคม | 1000 |\n| รวม | 1,000.50 |\n"
WIDE = "| บริการ | ขั้นตอน |\n| --- | --- |\n| **ก** [ข](#) | ยื่นคำขอ ตรวจเอกสาร พิจารณา แจ้งผล |\n"


KNOWN = {"id", "class", "role", "scope", "data-l", "href", "title", "rel", "src", "alt"}
KNOWN |= {"div", "table", "thead", "tbody", "tr", "th", "td", "a", "img"}
"""What the engine writes into tables, or a record may bring."""


class _Names(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.found: set[str] = set()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.found |= {tag, *(name for name, _ in attrs)}


def names_in(html: str) -> set[str]:
    """The names of all elements and attributes, as a browser reads them."""
    parser = _Names()
    parser.feed(html)
    return parser.found


def recorded(body: str) -> str:
    """A record's text as its page shows it."""
    html = render(body, anchor=lambda name: f"text-{name}", below=2, files={})
    return with_readable_tables(sanitise(html))


def test_figures_stand_at_the_right_with_separators() -> None:
    """With the same decimals down the column; the last row is a total where it says so."""
    html = recorded(MONEY)
    assert '<td class="n">1,000.00</td>' in html
    assert '<tfoot><tr><th scope="row">รวม</th> <td class="n">1,000.50</td> </tr></tfoot>' in html


def test_the_heading_above_names_the_table() -> None:
    """For screen readers alone, as it stands there for all others."""
    assert '<caption class="vh">รายได้</caption>' in recorded(MONEY)
    assert "<caption" not in recorded(WIDE)


def test_rows_become_cards_that_are_still_a_table() -> None:
    """Links and emphasis stay."""
    html = recorded(WIDE)
    assert '<table class="cards">' in html
    assert '<th scope="row" class="full"><strong>ก</strong> <a href' in html
    assert 'data-l="ขั้นตอน"' in html


def test_a_page_by_hand_is_treated_alike() -> None:
    """Python-Markdown says by styles how columns align, which the page's policy forbids."""
    html = with_readable_tables(markdown.markdown(MONEY, extensions=["tables"]))
    assert "style=" not in html
    assert '<td class="n">1,000.00</td>' in html


@pytest.mark.parametrize(
    "text",
    [
        *('[ก](# "</td><td onclick=x>")', '[ก](# "</table><table>")', "&lt;/td&gt;&lt;i&gt;"),
        *("<td onclick=x>", '![ก](a.png "<tr><td>")'),
    ],
)
def test_what_looks_like_a_tag_stays_text(text: str) -> None:
    """In attributes and as entities: whoever writes a record is a stranger."""
    html = recorded(f"| ก | ข |\n| --- | --- |\n| {text} | ค |\n")
    assert names_in(html) <= KNOWN
    assert html.count("<tr") == 2


@pytest.mark.parametrize(
    "html",
    [
        "<table><tr><td>ก</td><td>ข</td></tr><tr><td>ค</td></tr></table>",
        '<table class="own"><tr><td>ก</td></tr></table>',
        "<table><caption>ก</caption><tr><td>ข</td></tr></table>",
        "<table><tr><td colspan=2>ก</td></tr></table>",
        "<p title='<table>'>ก</p>",
        "<table></table>",
        "<table><tr><td>ก",
        "<table><tr><td><table><tr><td>ก</td></tr></table></td></tr></table>",
    ],
)
def test_a_table_that_markdown_does_not_make_is_left_as_it_is(html: str) -> None:
    """Who writes HTML by hand means what it says."""
    assert with_readable_tables(html) == html
