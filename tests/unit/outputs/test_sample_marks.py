"""The words of the sample mark are the mark, in text alone."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from oit.outputs.pages.item.passages import with_sample_marks
from oit.records.markup import sanitise
from oit.wording.terms import SAMPLE_TH

MARK = f'<span class="smp">{SAMPLE_TH}</span>'


def test_a_text_that_begins_with_the_words_begins_with_the_mark() -> None:
    """Wherever they stand in it."""
    html = f"<p>{SAMPLE_TH} เปิด 08.00 น.</p><ul><li>หนึ่ง {SAMPLE_TH}</li></ul>"
    assert with_sample_marks(html) == html.replace(SAMPLE_TH, MARK)


@pytest.mark.parametrize(
    "html",
    [
        f'<img src="a.png" alt="{SAMPLE_TH}">',
        f'<a href="x" title="> {SAMPLE_TH} <">y</a>',
        f"<a href='x' title='\"> {SAMPLE_TH}'>y</a>",
    ],
)
def test_nothing_is_written_into_a_tag(html: str) -> None:
    """A mark within an attribute would end it, and a stranger's words would be markup."""
    clean = sanitise(html)
    assert with_sample_marks(clean) == clean


@given(st.lists(st.sampled_from(["<", ">", '"', "'", "=", "a", "&", " ", "<a title=", SAMPLE_TH])))
def test_without_the_mark_the_text_is_what_it_was(parts: list[str]) -> None:
    """Whatever a stranger writes: taking the mark away again leaves clean HTML as it was."""
    clean = sanitise("".join(parts))
    marked = with_sample_marks(clean)
    assert marked.replace(MARK, SAMPLE_TH) == clean
    assert sanitise(marked).replace(f"<strong>{SAMPLE_TH}</strong>", SAMPLE_TH) == clean
