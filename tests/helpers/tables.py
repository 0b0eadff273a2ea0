"""Tables as pages show them."""

from pathlib import Path

from helpers.support import SAMPLE, as_of, judged
from oit.catalog import Language
from oit.evidence.facts import TableReport
from oit.evidence.table_report import report_table
from oit.outputs.pages.page_writer import PageWriter
from oit.outputs.pages.tables.model import Table
from oit.outputs.pages.tables.shown import shown_table
from oit.outputs.publication import publication_of


def writer_of(site: Path = SAMPLE, path: str = "2568/o15/") -> PageWriter:
    """The writer of a Thai page of a site."""
    assessment = judged(site, as_of("2025-04-30"))
    return PageWriter(publication_of(assessment, None), Language.TH, path)


THAI = writer_of()


def read(text: str, *schemas: str) -> TableReport:
    """The report of a table written as CSV."""
    return report_table("table.csv", text.encode(), schemas)


def shown(text: str, *schemas: str) -> Table:
    """The table that people read of it."""
    return shown_table(read(text, *schemas), THAI, "ตาราง")
