"""Every message that the system can give is explained on one page."""

import html
import re

import pytest

from helpers.support import CLOSED_TODAY, SAMPLE, published
from oit.catalog import Language
from oit.wording.messages import examples, rule_text, rules


@pytest.fixture(scope="module")
def page() -> str:
    """The page as it is read: what keeps lines from breaking within a word is left out."""
    pages = published(SAMPLE, CLOSED_TODAY).pages
    text = next(shown.html for shown in pages if shown.path == "guide/messages/")
    return re.sub(r'<(span|code) class="nb">([^<]*)</\1>', r"\2", text)


@pytest.mark.parametrize("rule", sorted(rules()))
def test_every_rule_has_its_help_both_messages_an_example_and_the_remedy(
    rule: str, page: str
) -> None:
    """Under its own anchor; that a test triggers it is held in tests/rules/test_rules.py."""
    start = page.index(f'<h2 id="{rule}">')
    section = html.unescape(page[start : page.index("</section>", start)])
    assert f'<h2 id="{rule}">{rule_text(rule, Language.TH)}</h2>' in section
    for part in ("", "expected", "remedy", "help"):
        assert all(rule_text(rule, language, part) in section for language in Language)
    assert examples()[rule].rstrip() in section
    assert f'href="#{rule}"' in page


def test_no_particulars_of_a_case_are_left_blank(page: str) -> None:
    """A placeholder reads as an ellipsis."""
    words = re.sub(r"<[^>]+>", " ", page)
    assert not re.search(r"\{[a-z_]+\}", words)
    assert "ข้อ … เกินกำหนดปรับปรุง … วัน" in words
