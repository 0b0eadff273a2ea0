"""What of the desk's words a line is not broken within."""

import re

import pytest

from oit.catalog import Language, ids, say, variables
from oit.catalog.sources import texts_of
from oit.desk.guard import Refusal
from oit.desk.pages import failed_page, refused_page

LONGEST = 20
WORDS: list[str] = texts_of("oit.desk", "kept_together.yml")["words"]
OF_ALL_PAGES: list[str] = texts_of("oit.outputs.pages", "kept_together.yml")["words"]
POINTING = re.compile("[ก-๙](?:นี้|นั้น)")
"""A word that points at the one before it, as in “this file”."""
MESSAGES = [f"{area}.{name}" for area in ("desk", "batch") for name in ids(area)]


def test_a_word_of_the_desk_is_named_once_and_fits_a_narrow_line() -> None:
    """A longer one could run over the edge of a phone; those of all pages are kept anyway."""
    assert len(set(WORDS)) == len(WORDS)
    assert [word for word in WORDS if len(word) > LONGEST or word in OF_ALL_PAGES] == []


@pytest.mark.parametrize("message", MESSAGES)
def test_what_points_at_a_word_stays_beside_it(message: str) -> None:
    """No line begins with “this” or “that”."""
    text = say(message, Language.TH, **dict.fromkeys(variables(message, Language.TH), "x"))
    left = text if len(text) > LONGEST else ""
    for word in sorted((*WORDS, *OF_ALL_PAGES), key=len, reverse=True):
        left = left.replace(word, "|")
    assert POINTING.findall(left) == []


def test_pages_of_a_sentence_keep_their_words_whole_too() -> None:
    """Why a request is refused, and why the desk cannot be shown; no head of a page."""
    assert '<span class="nb">หน้ารับข้อมูล</span>' in refused_page(Refusal.NOWHERE)
    shown = failed_page("โปรดลองใหม่")
    assert 'โปรด<span class="nb">ลองใหม่</span>' in shown
    assert "<span" not in shown.partition("<body>")[0]
