"""All that is found out about one file, as one value that fits into JSON."""

from oit.inspection.facts import read_content
from oit.inspection.media_types import CSV, EXTENSIONS, PLAIN, Nature
from oit.inspection.table_report import report_table
from oit.inspection.values import ContentFacts, Inspection
from oit.tables.read import KINDS

_TABLES = {EXTENSIONS["xlsx"][0]: "xlsx", EXTENSIONS["ods"][0]: "ods"}


def find_out(data: bytes, extension: str, schemas: tuple[str, ...]) -> Inspection:
    """The facts of a file's bytes; never raises. Costs are bounded in size, not in time."""
    content = read_content(data)
    kind = _kind(content, extension)
    if kind is None or content.fault:
        return Inspection(content=content)
    return Inspection(content=content, table=report_table(kind, data, schemas))


def _kind(content: ContentFacts, extension: str) -> str | None:
    """Which reader of tables a file needs, by its content; a text that is called csv is one."""
    sniffed = content.sniffed
    if sniffed.nature is not Nature.DOCUMENT:
        return None
    if extension == "csv" and sniffed in (CSV, PLAIN):
        return "csv"
    kind = _TABLES.get(sniffed.media_type)
    return kind if kind in KINDS else None
