"""The director's report as plain text."""

from collections.abc import Iterator

from oit.outputs.report_sheet import COLUMNS, COMING, LATE, Sheet


def report_text(sheet: Sheet) -> str:
    """For a terminal, or an e-mail."""
    blocks = [
        [sheet.title, sheet.office, sheet.standing, *([sheet.notice] if sheet.notice else [])],
        [sheet.summary],
        [LATE, *_listed(sheet.late)],
        [COMING, *_listed(sheet.coming)],
        ["รายหน่วยงาน", *_divisions(sheet)],
        [f"ลงชื่อ ..............................  {post}" for post in sheet.signers],
    ]
    return "\n\n".join("\n".join(lines) for lines in blocks)


def _listed(lines: tuple[str, ...]) -> list[str]:
    return [f"  - {line}" for line in lines] or ["  ไม่มี"]


def _divisions(sheet: Sheet) -> Iterator[str]:
    for name, *cells in sheet.rows:
        told = " · ".join(
            f"{column} {cell}" for column, cell in zip(COLUMNS[1:], cells, strict=True)
        )
        yield f"  - {name}: {told}"
