"""The director's report as a page that prints on one sheet of A4, and loads nothing."""

from oit.outputs.report_sheet import COLUMNS, Sheet
from oit.outputs.templating import strict_environment


def report_html(sheet: Sheet) -> str:
    """The page, complete in itself."""
    return strict_environment().get_template("report.html").render(sheet=sheet, columns=COLUMNS)
