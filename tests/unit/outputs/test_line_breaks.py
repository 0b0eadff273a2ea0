"""A line of Thai is not broken within the words of the field."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from oit.catalog.sources import texts_of
from oit.outputs.pages.line_breaks import kept_together

WORDS = texts_of("oit.outputs.pages", "kept_together.yml")["words"]


def test_a_word_of_the_field_is_kept_whole() -> None:
    """Also where another of the words begins or ends it: the longest counts."""
    told = kept_together("<p>ใช้ปีงบประมาณ 2568</p>")
    assert told == '<p>ใช้<span class="nb">ปีงบประมาณ</span> 2568</p>'


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("ใช้คำสั่ง oit clean แล้วแนบ", "ใช้คำสั่ง <code>oit clean</code> แล้วแนบ"),
        ("run oit add … --for … with", "run <code>oit add … --for …</code> with"),
        ("git rm -r --cached &#34;…&#34; หาก", "<code>git rm -r --cached &#34;…&#34;</code> หาก"),
        ("ด้วย python3 scripts/check.py ก่อน", "ด้วย <code>python3 scripts/check.py</code> ก่อน"),
        ("oit verify-upgrade, then oit verify.", None),
        ("the oit website, my-oit add, oit cleaning", "the oit website, my-oit add, oit cleaning"),
        ("as git has it", "as git has it"),
    ],
)
def test_a_command_in_a_sentence_is_set_as_what_is_typed(text: str, told: str | None) -> None:
    """With its options and the places of its values, and no word of the sentence."""
    both = "<code>oit verify-upgrade</code>, then <code>oit verify</code>."
    found = kept_together(f"<p>{text}</p>")
    assert found.replace('<code class="nb">', "<code>") == f"<p>{told or both}</p>"
    assert kept_together(f"<td data-as-written>{text}</td>") == f"<td data-as-written>{text}</td>"


def test_an_office_has_names_of_its_own() -> None:
    """A long name is broken where it has to be: it would run over the edge of a phone."""
    names = ("ฝ่ายการคลัง", "ฝ่ายรักษาความสะอาดและสวนสาธารณะ")
    told = kept_together(f"<p>{' '.join(names)}</p>", names)
    assert told == f'<p><span class="nb">{names[0]}</span> {names[1]}</p>'


@pytest.mark.parametrize(
    "html",
    [
        '<a title="ปีงบประมาณ" href="/ประกาศ/">–</a>',
        "<table><tr><td><b>ประกาศ</b><br>งบประมาณ</td></tr></table>",
        "<div data-as-written><p>ประกาศ<img alt=x></p><p>งบประมาณ</p></div>",
        '<a title="ก > งบประมาณ" href="#">ก</a>',
        '<div data-as-written><a title="ก />">ข</a><a title="> งบประมาณ">ประกาศ</a></div>',
        "<pre><code>ประกาศ</code></pre>",
        "<p>ประกาศิต</p>",
    ],
)
def test_data_and_addresses_stay_as_they_are(html: str) -> None:
    """Tables, texts of records, attributes, commands; and a longer word that only begins alike."""
    assert kept_together(html) == html


def test_what_follows_data_is_wrapped_again() -> None:
    """The end of what is left alone is found, elements without an end within it."""
    told = kept_together("<table><tr><td>ก<br>ข</td></tr></table><p>งบประมาณ</p>")
    assert told.endswith('<p><span class="nb">งบประมาณ</span></p>')


@given(
    st.lists(st.sampled_from([*WORDS, "ก", " ", "<b>", "</b>", "&lt;", "า", "oit add"])).map(
        "".join
    )
)
def test_the_text_stays_the_same(html: str) -> None:
    """Whatever is wrapped: without spans and codes, the page is what it was."""
    assert re.sub(r'<(span|code) class="nb">|</(span|code)>', "", kept_together(html)) == html


def test_no_word_is_longer_than_a_line_of_a_phone() -> None:
    """What is kept whole must fit."""
    assert max(map(len, WORDS)) <= 20
