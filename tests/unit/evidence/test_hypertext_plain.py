"""What is read by its letters alone, with no parser, is what both parsers read."""

import json

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from msgspec.structs import replace

from helpers.made_files import VALID_ID
from oit.evidence import hypertext
from oit.evidence.hypertext import Found, dangers
from oit.evidence.hypertext_addresses import Page
from oit.evidence.hypertext_plain import plain_tokens
from oit.evidence.labels import BORDER
from oit.evidence.personal import id_digests
from oit.outputs.published_texts import numbers_in, texts_of

HEAD, TAIL = VALID_ID[:6], VALID_ID[6:]
_PIECES = (
    *("<p>", "</p>", "<b>", "</b>", "<br>", "<br/>", "<td class='a'>", '<td class="a">', "</td>"),
    *("<script>", "</script>", '<script src="a.js">', "<style>", "</style>", "<title>", "</title>"),
    *(
        "<textarea>",
        "</textarea>",
        "<noscript>",
        "<template>",
        "<svg>",
        "<math>",
        "<x-y>",
        "</x-y>",
    ),
    *(
        '<a href="javascript:x">',
        '<A HREF="../../../a">',
        '<a href="a" href="javascript:x">',
        "</a>",
    ),
    *(
        '<img src="//e.example/a">',
        '<form ACTION="https://e.example/">',
        "<form>",
        "<iframe src=a>",
    ),
    *(
        '<iframe SRC="a">',
        "<body onload>",
        '<link REL="stylesheet" href="//e.example">',
        "<select>",
    ),
    *("<!-- a -->", "<!-->", "<!--", "-->", "<![CDATA[", "]]>", "<?xml ?>", "<!doctype html>"),
    *('<p title="', '"', "'", ">", "<", "=", "/", " ", "\n", "\r", "\0", "\x0c", "&", "&#49;"),
    *("&amp;", "&quot;", "&nbsp;", "\\31 ", "/* */", "%31", "%2531", "%", "0", "x", ",", "\u200b"),
    *(
        '<p style="',
        '<meta http-equiv="refresh" content="0">',
        "@import '//e.example';",
        "<plaintext>",
    ),
    *('<use xlink:href="//e.example"/>', "<x:script>", '<p alt="', VALID_ID, HEAD, TAIL),
)
texts = st.lists(st.sampled_from(_PIECES), max_size=12).map("".join)


def told(text: str, page: Page) -> set[Found]:
    """With details of those things alone that a page's frame has too, and is asked for."""
    asked = ("<script", "<form", "http-equiv")
    return {
        found if found.what in asked else replace(found, detail="") for found in dangers(text, page)
    }


@given(texts)
@example('<form ACTION="https://e.example/">')
@example('<a href="a" href="javascript:x">')
@example("<style>p { } <b> @import '//e.example';</style>")
@example('<svg><style>@import "&#47;/e.example"</style></svg>')
def test_no_danger_that_a_parser_sees_is_overlooked(text: str) -> None:
    """However it is written, and whatever is around it."""
    page = Page(1)
    if plain_tokens(text) is not None:
        # A tag that is in no plain text, and harmless, sends it to the parsers.
        assert told(f"<x:p></x:p>{text}", page) <= told(text, page)


@given(texts, st.sampled_from(("a.html", "a.svg", "a.json", "a.csv", "a.css", "a.ics", "a.txt")))
@example(f"<p>{HEAD}<b>{TAIL}</b></p>", "a.html")
@example(f"<p>{HEAD}<br>{TAIL}</p>", "a.html")
@example(f'<p title="{VALID_ID}">', "a.html")
@example(f'<p style="a: \\3{HEAD[0]} {HEAD[1:]}{TAIL}">', "a.html")
@example(f'"{HEAD}"{TAIL}', "a.csv")
@example(f'{"a" * 9}"{VALID_ID}"{"b" * 10}', "a.csv")
@example(f"<p><b>{'a' * 9}</b><br>{VALID_ID}<br>{'b' * 10}</p>", "a.html")
@example(json.dumps({"a": f"{HEAD}\n{TAIL}"}), "a.json")
@example(json.dumps(["".join(chr(0x1D7CE + int(digit)) for digit in VALID_ID)]), "a.json")
@example(json.dumps([f"%3{HEAD[0]}{HEAD[1:]}{TAIL}"]).replace("%", "\\u0025"), "a.json")
def test_no_number_is_overlooked_where_a_file_is_not_taken_apart(text: str, path: str) -> None:
    """The numbers of a file are those of all its texts, however they are written."""
    assert numbers_in(path, text) == id_digests(BORDER.join(texts_of(path, text)))


@pytest.mark.parametrize(
    "text",
    [
        "<p title='a'>",
        '<p title="a>b">',
        "<p title=a>",
        "<p>a < b</p>",
        "<p>R & D</p>",
        "<p>&#49;</p>",
        "<script>a && b</script>",
        "<style>a</p>",
        "<!-- a > b -->",
        "<![CDATA[a]]>",
        "<x:script>",
        "<spAn>",
        "a\0b",
    ],
)
def test_what_parsers_may_read_otherwise_is_left_to_them(text: str) -> None:
    """The strict form has no exceptions."""
    assert plain_tokens(text) is None


def test_a_page_as_templates_write_it_needs_no_parser(monkeypatch: pytest.MonkeyPatch) -> None:
    """Else to search a site would take as long as to build it."""
    text = (
        '<!doctype html>\n<html lang="th"><meta charset="utf-8"><title>R&amp;D</title>'
        '<script defer src="../a.js"></script><!-- a --><p hidden>1,000 <b>a</b><br/></p>'
    )
    monkeypatch.delattr(hypertext, "etree")
    assert [found.what for found in dangers(text, Page(1))] == ["<script"]
    assert numbers_in("a/index.html", text) == frozenset()
