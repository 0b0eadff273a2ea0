"""What the form reads and writes records by, in a page of a browser by itself."""

from collections.abc import Iterator
from contextlib import contextmanager

from playwright.sync_api import Browser, Page

from helpers.support import ROOT
from oit.model.record import FIELD_ORDER
from oit.outputs.form.words import form_words

ADMIN = ROOT / "hooks/oit/theme/admin"


@contextmanager
def record_format(browser: Browser) -> Iterator[Page]:
    """A page with the format of records as `format`, and nothing else of the form."""
    page = browser.new_page()
    page.set_content(f'<script type="application/json" id="oit-words">{form_words()}</script>')
    for name in ("words.js", "yaml.js", "yaml-edit.js", "record-format.js"):
        page.add_script_tag(path=ADMIN / name)
    page.evaluate("(order) => { window.format = oitRecordFormat(order); }", FIELD_ORDER)
    yield page
    page.close()


def saved(form: Page, text: str, change: str = "") -> str:
    """The text of a record, read, changed by a script to which it is `data`, and saved."""
    script = (
        f"(text) => {{ const data = format.fromFile(text); {change}; return format.toFile(data); }}"
    )
    return str(form.evaluate(script, text))
