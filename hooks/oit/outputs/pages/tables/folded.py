"""What a row tells those who look closer: the columns in its fold."""

from collections.abc import Iterator, Sequence

from oit.evidence.tables.columns import TableColumn
from oit.evidence.tables.parted import offers_in
from oit.evidence.tables.schema import Role
from oit.outputs.pages.page_writer import PageWriter
from oit.outputs.pages.tables.model import Cell, Detail
from oit.outputs.pages.tables.purchases import contract_line, offer_lines


def folded(
    columns: Sequence[tuple[int, TableColumn]],
    award: int | None,
    writer: PageWriter,
    line: Sequence[str],
) -> Cell:
    """The cell with the fold of a row; `award` is the index of the column of who was chosen."""
    details = tuple(_details(columns, line[award] if award is not None else "", writer, line))
    return Cell(summary=_summary(columns, line, writer), details=details) if details else Cell()


def _details(
    columns: Sequence[tuple[int, TableColumn]],
    award: str,
    writer: PageWriter,
    line: Sequence[str],
) -> Iterator[Detail]:
    for index, column in columns:
        if not line[index]:
            continue
        if column.role is Role.OFFERS:
            label = f"{column.label} ({column.unit})" if column.unit else column.label
            yield Detail(label, offer_lines(line[index], award, writer))
        else:
            yield Detail(column.label, (contract_line(line[index], writer),))


def _summary(
    columns: Sequence[tuple[int, TableColumn]], line: Sequence[str], writer: PageWriter
) -> str:
    """What is in the fold: how many offers, where that is certain, and the other columns."""
    names = [_summary_name(column, line[index], writer) for index, column in columns if line[index]]
    return " ".join(names)


def _summary_name(column: TableColumn, cell: str, writer: PageWriter) -> str:
    offers = offers_in(cell) if column.role is Role.OFFERS else None
    return writer.say("tables.offers", count=len(offers)) if offers else column.label
