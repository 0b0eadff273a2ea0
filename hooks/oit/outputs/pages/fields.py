"""How pages name the fields that they show in words (`oit.contract.marks.VALUE`)."""

from oit.assessment.cells import Cell
from oit.assessment.result import ItemAssessment, RoundAssessment
from oit.contract.marks import cell_subject


def item_key(item: ItemAssessment, round_: RoundAssessment) -> str:
    """`2568/O15`."""
    return f"{round_.fiscal_year}/{item.id}"


def cell_key(cell: Cell, item: ItemAssessment, round_: RoundAssessment) -> str:
    """`2568/O15/monthly-summary/2025-03`."""
    period = str(cell.period) if cell.period else None
    return cell_subject(item_key(item, round_), cell.requirement.id, period, cell.division)
