"""Which texts are made of messages, and of what the documents say."""

import pytest
from lxml import html

from oit.audit.verify.pages.phrases import Phrases
from oit.audit.verify.pages.told import packaged
from oit.audit.verify.pages.wording import texts_shown
from oit.catalog import Language, say

STRINGS = frozenset({"Finance section", "Budget plan", "oit_items/x.md"})
ENGLISH = Phrases(STRINGS, Language.EN)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "Finance section",
        "Finance section · Budget plan",
        "12,345.50 · 9 April 2025 · PDF 28 KB",
        "oit_items/x.md:12",
        say("home.elsewhere", Language.EN, host="example.go.th"),
        say("pages.document", Language.EN, title="Budget plan", item="7"),
        say("lists.and", Language.EN, first="Budget plan, Finance section", last="Budget plan"),
    ],
)
def test_a_row_of_phrases_is_known(text: str) -> None:
    """Messages, strings, numbers, days, sizes, places and lists of these."""
    assert ENGLISH.make(text)


@pytest.mark.parametrize(
    "text",
    [
        "Finance sections",
        "The office won a prize",
        "Finance section won",
        say("pages.document", Language.EN, title="Another plan", item="7"),
        "Finance section · Another plan",
    ],
)
def test_any_other_text_is_not(text: str) -> None:
    """Neither by itself nor within a message."""
    assert not ENGLISH.make(text)


def test_what_templates_write_themselves_is_known() -> None:
    """The words of the frame, in both languages."""
    assert "Skip to content" in packaged()


def test_texts_that_are_compared_letter_by_letter_are_left_to_that() -> None:
    """All else is read, words that are kept together as a part of their line."""
    page = """<body><p title="t">a<span class="nb">b</span>c<a>d</a> e</p><script>x</script>
        <div data-oit-section="s"><h2 data-oit-aside>h</h2><p>hidden</p></div></body>"""
    shown = list(texts_shown(html.document_fromstring(page)))
    assert shown == ["t", "abc", "e", "d"]
