"""The text below the fields of a record, typed into the form: as a command leaves it."""

import json
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page

from helpers.record_format import record_format, saved
from oit.editing.new_section import NewSection, with_section

FIELDS = "---\nitem: O1  # ข้อ\n---\n"
RECORD = f"{FIELDS}\nข้อความ\n"


@pytest.fixture(scope="module")
def form(browser: Browser) -> Iterator[Page]:
    with record_format(browser) as page:
        yield page


def test_the_text_below_is_changed_in_the_line_ends_of_the_file(form: Page) -> None:
    """A text box of a browser has line feeds only."""
    crlf = RECORD.replace("\n", "\r\n")
    assert saved(form, crlf, "data.body += 'ก\\nข\\n'") == f"{crlf}ก\r\nข\r\n"


@pytest.mark.parametrize("text", [RECORD, FIELDS, f"{FIELDS}\nก"])
@pytest.mark.parametrize("line_end", ["\n", "\r\n"])
def test_a_text_that_is_typed_at_the_end_is_that_of_the_command(
    form: Page, text: str, line_end: str
) -> None:
    """It stands apart from the fields and from what stood there, and ends with its line."""
    record = text.replace("\n", line_end)
    section = NewSection("news", "ข่าว", "ข้อความ\n\n- ข้อแรก")
    typed = json.dumps(section.markdown.strip())
    kept = "data.body ? `${data.body.trimEnd()}\\n\\n` : ''"
    by_form = saved(form, record, f"data.body = ({kept}) + {typed}")
    assert by_form.encode() == with_section(record.encode(), section)


def test_a_text_that_is_taken_out_leaves_the_fields(form: Page) -> None:
    """And no blank line."""
    assert saved(form, RECORD, "data.body = ''") == FIELDS
