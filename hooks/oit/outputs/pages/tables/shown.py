"""A table as people read it."""

from dataclasses import dataclass

from oit.evidence.facts import FileFacts, TableReport
from oit.outputs.pages.page_writer import PageWriter
from oit.outputs.shown_table import shown_rows


@dataclass(frozen=True, kw_only=True, slots=True)
class Table:
    """Its caption, headings and rows.

    The file keeps what programs read, and the whole of it.
    """

    caption: str
    header: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    note: str
    """Where the other rows are; empty where it has them all."""
    is_sample: bool
    """Whether its rows are samples, which the caption says."""


def shown_table(
    report: TableReport, facts: FileFacts, writer: PageWriter, caption: str, *, is_sample: bool
) -> Table:
    """The first rows of a table, and where the rest is."""
    del facts
    rows = shown_rows(report)
    note = writer.say("item.first-rows", shown=len(rows), count=report.row_count)
    is_cut = report.row_count > len(rows)
    return Table(
        caption=caption,
        header=report.header,
        rows=rows,
        note=note if is_cut else "",
        is_sample=is_sample,
    )
