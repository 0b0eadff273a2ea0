"""The director's report as a page that prints on one sheet of A4, and loads nothing."""

from jinja2 import Environment, PackageLoader, StrictUndefined

from oit.outputs.report_sheet import COLUMNS, Sheet


def report_html(sheet: Sheet) -> str:
    """The page, complete in itself."""
    environment = Environment(
        loader=PackageLoader("oit"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    return environment.get_template("report.html").render(sheet=sheet, columns=COLUMNS)
