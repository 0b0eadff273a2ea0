"""Tables for programs, as pages lead to them: CSV, Parquet and the meaning of their columns."""

from collections.abc import Iterator

from msgspec import Struct

from oit.assessment.result import ItemAssessment, RoundAssessment
from oit.outputs.machine_tables import TableFiles, files_of_tables
from oit.outputs.pages.blocks import Link
from oit.outputs.pages.page_writer import PageWriter
from oit.reporting.joined_tables import JoinedTable


class MachineFiles(Struct, frozen=True, kw_only=True):
    """A table over all periods of a round, with the links to its files."""

    title: str
    links: tuple[Link, ...]


def machine_files(
    item: ItemAssessment, round_: RoundAssessment, writer: PageWriter
) -> Iterator[MachineFiles]:
    """Every table of an item that is published for programs, in the order of the mandate."""
    for _, files in files_of_tables(round_, item):
        title = files.title.en if writer.is_english else files.title.th
        yield MachineFiles(title=title, links=_links(files, writer))


def machine_links(
    joined: JoinedTable, item: ItemAssessment, round_: RoundAssessment, writer: PageWriter
) -> tuple[Link, ...]:
    """The files of one table; none where it is published for people alone."""
    known = (joined.requirement.id, joined.report.schema)
    for other, files in files_of_tables(round_, item):
        if (other.requirement.id, other.report.schema) == known:
            return _links(files, writer)
    return ()


def _links(files: TableFiles, writer: PageWriter) -> tuple[Link, ...]:
    return (
        _link("csv", files.csv_path, writer, is_sample=files.sample),
        _link("parquet", files.parquet_path, writer, is_sample=files.sample),
        _link("columns", files.schema_path, writer, is_sample=False),
    )


def _link(name: str, path: str, writer: PageWriter, *, is_sample: bool) -> Link:
    """A file, and in a few words what is different about it."""
    return Link(
        text=writer.say(f"tables.machine-{name}"),
        href=writer.href(path),
        note=writer.say(f"tables.machine-{name}.about"),
        is_file=True,
        is_sample=is_sample,
    )
