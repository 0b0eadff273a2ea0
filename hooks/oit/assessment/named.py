"""Workbooks that have a sheet for each of several periods, and are entered for fewer."""

from collections.abc import Collection

from oit.evidence.facts import FileFacts
from oit.evidence.named import SheetFacts
from oit.evidence.named_periods import names_others
from oit.model.record import Evidence
from oit.periods import Period


def mixes_others(evidence: Evidence, facts: FileFacts) -> bool:
    """Whether the table of a file also has rows of periods that its entry is not for."""
    sheets = facts.table.sheets if facts.table else ()
    return bool(evidence.periods and sheets_of_others(evidence.periods, sheets))


def sheets_of_others(
    periods: Collection[Period], sheets: Collection[SheetFacts]
) -> list[SheetFacts]:
    """The sheets of other periods in a workbook that has a sheet for each of several."""
    filled = [sheet for sheet in sheets if not sheet.is_empty and sheet.periods]
    if len({sheet.periods for sheet in filled}) < 2:  # one period, on however many sheets
        return []
    return [sheet for sheet in filled if names_others(periods, sheet.periods)]
