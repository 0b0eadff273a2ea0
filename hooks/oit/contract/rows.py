"""How the rows of the CSV files of contract version 1 are made from an index."""

from collections.abc import Iterator
from datetime import date

from oit.contract.columns import EvidenceRow, IndexRow
from oit.contract.disclosed import CellEntry, EvidenceEntry
from oit.contract.index import Index, ItemEntry, RoundEntry

_ENTRY_COLUMNS = (
    *("kind", "title", "url", "media_type", "bytes"),
    *("sha256", "published", "sample", "readability"),
    *("recorded", "counts_from", "published_by", "table_schema", "rows", "open_csv"),
    "identifier",
)


def index_rows(index: Index) -> Iterator[IndexRow]:
    """One row per item, in the order of the index."""
    for round_, item in index.round_items():
        yield _index_row(item, round_, index)


def evidence_rows(index: Index) -> Iterator[EvidenceRow]:
    """One row per cell and piece of evidence that counts; one row for a cell without any."""
    for round_, item in index.round_items():
        for requirement, cell in item.requirement_cells():
            for entry in cell.evidence or (None,):
                yield EvidenceRow(
                    office=index.office.id,
                    scheme=round_.scheme,
                    fiscal_year=str(round_.fiscal_year),
                    item=item.item,
                    requirement=requirement.id,
                    **_cell_columns(cell, item),
                    **_entry_columns(entry),
                    mode=index.mode,
                    as_of=date_text(round_.as_of),
                    topic=item.topic,
                    label_th=requirement.label.th,
                    label_en=requirement.label.en,
                )


def date_text(day: date | None) -> str:
    """ISO 8601 (`2025-04-30`); empty for `None`."""
    return day.isoformat() if day else ""


def _index_row(item: ItemEntry, round_: RoundEntry, index: Index) -> IndexRow:
    lead_names = (division.name.th for division in index.divisions if division.id == item.owner)
    return IndexRow(
        office=index.office.id,
        scheme=round_.scheme,
        fiscal_year=str(round_.fiscal_year),
        item=item.item,
        topic=item.topic,
        title_th=item.title.th,
        title_en=item.title.en,
        indicator=item.indicator,
        owner=item.owner,
        owner_th=next(lead_names, item.owner),
        owners=";".join(item.owners),
        frequency=item.frequency,
        updated=date_text(item.updated),
        reviewed=date_text(item.reviewed),
        due_on=date_text(item.due_on),
        status=item.status,
        status_th=item.status_label.th,
        score=item.score or "",
        owed_count=str(item.owed_count),
        filled_count=str(item.filled_count),
        late_count=str(item.late_count),
        sample="true" if item.sample else "false",
        url=item.url,
        mode=index.mode,
        round_state=round_.state,
        as_of=date_text(round_.as_of),
        waived_until=date_text(item.waived_until),
        current_since=date_text(item.current_since),
        identifier=item.identifier or "",
    )


def _cell_columns(cell: CellEntry, item: ItemEntry) -> dict[str, str]:
    return {
        "period": cell.period or "",
        "division": cell.division or "",
        "due_on": date_text(cell.due_on),
        "state": cell.state,
        "days_late": str(cell.days_late),
        "waived_until": date_text(cell.waived_until),
        "owed_by": cell.division or item.owner,
        "owed": "true" if cell.owed else "false",
        "cell_counts_from": date_text(cell.counts_from),
    }


def _entry_columns(entry: EvidenceEntry | None) -> dict[str, str]:
    """The columns about evidence; empty where a cell has none."""
    if entry is None:
        return dict.fromkeys(_ENTRY_COLUMNS, "")
    return {
        "kind": entry.kind,
        "title": entry.title,
        "url": entry.url or "",
        "media_type": entry.media_type or "",
        "bytes": "" if entry.bytes is None else str(entry.bytes),
        "sha256": entry.sha256 or "",
        "published": date_text(entry.published),
        "sample": "true" if entry.sample else "false",
        "readability": entry.readability or "",
        "recorded": date_text(entry.recorded),
        "counts_from": date_text(entry.counts_from),
        "published_by": entry.division,
        "table_schema": entry.table_schema or "",
        "rows": "" if entry.rows is None else str(entry.rows),
        "open_csv": entry.open_csv or "",
        "identifier": entry.identifier or "",
    }
