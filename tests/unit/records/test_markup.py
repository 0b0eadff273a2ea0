"""A stranger's text cannot act in a reader's browser."""

from html.parser import HTMLParser

import pytest
from hypothesis import given
from hypothesis import strategies as st

from helpers.rendered import render
from oit.records import markup
from oit.records.markup import sanitise


def rendered(body: str) -> str:
    html = render(body, anchor=lambda name: f"text-{name}", below=2, files={"a.csv": "a.csv"})
    return sanitise(html)


@pytest.mark.parametrize(
    "attack",
    [
        "<script>alert(1)</script>",
        "<img src=x onerror=alert(1)>",
        "<div onclick='x'>a</div>",
        "a <b onmouseover=alert(1)>b</b>",
        "<iframe src='https://example.com'></iframe>",
        "<style>body{display:none}</style>",
        "<!-- comment -->",
    ],
)
def test_raw_html_is_found_and_shown_as_characters(attack: str) -> None:
    """It is a finding, and where it is rendered all the same, nothing of it is an element."""
    assert markup.parse_markdown(attack).raw_html
    html = rendered(attack)
    for element in ("<script", "<img", "<div", "<b", "<iframe", "<style", "<svg", "<!--"):
        assert element not in html.replace("<br", "").replace("<blockquote", "")


@pytest.mark.parametrize(
    "target",
    [
        "javascript:alert(1)",
        "JaVaScRiPt:alert(1)",
        "vbscript:x",
        "data:text/html,x",
        "file:///etc/passwd",
        "//example.com/x",
        "../../etc/passwd",
        "java&#115;cript:alert(1)",
    ],
)
def test_a_link_of_another_kind_is_neither_web_nor_local_and_leads_nowhere(target: str) -> None:
    """Only http, https, mailto, tel and the record's own files are links."""
    (reference,) = markup.parse_markdown(f"[a](<{target}>)").references
    assert not reference.is_web
    assert not reference.is_local
    assert 'href="#"' in rendered(f"[a](<{target}>)")


@pytest.mark.parametrize("target", ["https://a.th", "http://a.th", "mailto:a@b.th", "tel:1555"])
def test_a_web_link_stays_and_tells_nothing_to_where_it_leads(target: str) -> None:
    """Links get rel=noopener."""
    html = rendered(f"[a]({target})")
    assert f'href="{target}"' in html
    assert 'rel="noopener noreferrer"' in html


def test_a_section_is_known_by_the_id_at_the_end_of_its_heading() -> None:
    """And has text only if words stand under it, before the next heading of its level."""
    text = markup.parse_markdown(
        "## ก {#a}\n\nคำ\n\n## ข {#b}\n\n### ค {#c}\n\n## ง {#d}\n\n- ข้อ\n", 10
    )
    assert {name: section.has_text for name, section in text.sections.items()} == {
        "a": True,
        "b": False,
        "c": False,
        "d": True,
    }
    assert text.sections["b"].line == 14
    assert '<h3 id="text-a">ก</h3>' in rendered("## ก {#a}\n\nคำ\n")


def test_nothing_in_a_record_can_take_an_id_or_a_class_of_the_page() -> None:
    """Status marks and `data-oit` are added after the sanitiser, and cannot be forged."""
    html = sanitise(
        '<p id="findings" class="oit-badge" data-oit="2568/O1">x</p><h3 id="text-a">y</h3>'
    )
    assert html == '<p>x</p><h3 id="text-a">y</h3>'


class _Attributes(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.found: set[str] = set()
        self.tags: set[str] = set()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.add(tag)
        self.found.update(name for name, _ in attrs)


pieces = st.sampled_from(
    ["<script>", "<svg/onload=x>", "<a onclick=x>", "[a](", "javascript:x", ")", "![", "]", "`"]
)


@given(st.lists(st.one_of(pieces, st.text(max_size=20)), max_size=12).map("".join))
def test_whatever_is_written_ends_in_elements_that_cannot_act(body: str) -> None:
    """No text makes reading raise, and no attribute but the harmless few comes out."""
    markup.parse_markdown(body)
    parser = _Attributes()
    parser.feed(rendered(body))
    assert parser.found <= {"href", "title", "rel", "src", "alt", "id", "start"}
    assert not parser.tags & {"script", "svg", "iframe", "style", "form", "input"}
