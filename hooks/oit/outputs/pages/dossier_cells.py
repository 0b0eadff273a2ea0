"""The table of a dossier: what is owed, its evidence, when it was published, and the result."""

from collections.abc import Iterator

from msgspec import Struct
from msgspec.structs import replace

from oit.assessment.cells import Cell, CellState, Disclosure
from oit.assessment.result import ItemAssessment, RoundAssessment
from oit.contract.addresses import item_path, requirement_anchor
from oit.evidence.inspect import extension
from oit.model.record import FileEvidence, UrlEvidence
from oit.outputs.pages.blocks import Link, Tag
from oit.outputs.pages.links import cell_key, evidence_href, office_language
from oit.outputs.pages.page_writer import PageWriter
from oit.outputs.pages.states import tag_of_cell


class Remark(Struct, frozen=True, kw_only=True):
    """A remark of the system, and what the office says of it in its own words."""

    text: str
    reason: str = ""
    language: str = ""
    """The language of `reason`, where that is not the page's."""


class Proof(Struct, frozen=True, kw_only=True):
    """An entry of evidence: a link, or the reason why there is none."""

    title: str
    href: str
    """Empty for evidence of kind `none`."""
    note: str
    language: str
    """The language of its title, where that is not the page's."""
    is_external: bool
    is_sample: bool
    published: str
    remarks: tuple[Remark, ...]


class Owed(Struct, frozen=True, kw_only=True):
    """A line of the table: a cell."""

    key: str
    """By which marks name it (`contract.marks.cell_subject`)."""
    name: str
    """The period or the division; the requirement where it is owed once."""
    proofs: tuple[Proof, ...]
    tag: Tag
    remarks: tuple[Remark, ...]


class OwedGroup(Struct, frozen=True, kw_only=True):
    """A requirement with its cells."""

    requirement: Link
    is_single: bool
    """Whether it is owed once, so that its own line names it."""
    remark: str
    """That nothing may be stated for it; empty where not."""
    lines: tuple[Owed, ...]


def owed_groups(
    item: ItemAssessment, round_: RoundAssessment, writer: PageWriter
) -> tuple[OwedGroup, ...]:
    """The requirements in the mandate's order, the periods of each newest first."""
    return tuple(_groups(item, round_, writer))


def _groups(
    item: ItemAssessment, round_: RoundAssessment, writer: PageWriter
) -> Iterator[OwedGroup]:
    for requirement in item.mandated.requirements:
        cells = [cell for cell in item.cells if cell.requirement is requirement]
        anchor = f"#{requirement_anchor(requirement.id)}"
        yield OwedGroup(
            requirement=Link(text=writer.label(requirement), href=anchor),
            is_single=len(cells) == 1 and cells[0].is_plain and cells[0].division is None,
            remark=writer.say("pages.may-be-none") if requirement.may_be_none else "",
            lines=tuple(_owed(cell, item, round_, writer) for cell in _newest_first(cells)),
        )


def _newest_first(cells: list[Cell]) -> list[Cell]:
    """Periods from the newest; divisions stay in the order of the mandate."""
    return sorted(cells, key=lambda cell: -cell.period.start.toordinal() if cell.period else 0)


def _owed(cell: Cell, item: ItemAssessment, round_: RoundAssessment, writer: PageWriter) -> Owed:
    page = item_path(round_.fiscal_year, item.mandated)
    names = (
        *((writer.period(cell.period),) if cell.period else ()),
        *((writer.division(cell.division),) if cell.division else ()),
    )
    return Owed(
        key=cell_key(cell, item, round_),
        name=" ".join(names) or writer.label(cell.requirement),
        proofs=tuple(_proof(entry, cell, item, page, writer) for entry in cell.shown),
        tag=_result(cell, writer),
        remarks=tuple(_cell_remarks(cell, item, writer)),
    )


def _result(cell: Cell, writer: PageWriter) -> Tag:
    """The mark of a cell: in a dossier always in words, with the days that it was late."""
    tag = tag_of_cell(cell, writer)
    words = tag.words
    if cell.state is CellState.LATE:
        words = writer.say("dossier.late", count=cell.days_late)
    elif cell.state is CellState.PUBLISHED:
        words = writer.say("dossier.in-time")
    return replace(tag, words=words, is_quiet=False)


def _cell_remarks(cell: Cell, item: ItemAssessment, writer: PageWriter) -> Iterator[Remark]:
    if not cell.is_filled:
        yield Remark(text=writer.say("dossier.cell-due", day=writer.short_day(cell.due_on)))
        if until := item.waived_until_of(cell):
            yield Remark(text=writer.say("dossier.cell-waived", day=writer.short_day(until)))
    if cell.is_from_earlier_version and cell.counts_from:
        day = writer.short_day(cell.counts_from)
        yield Remark(text=writer.say("dossier.first-version", day=day))


def _proof(
    entry: Disclosure, cell: Cell, item: ItemAssessment, page: str, writer: PageWriter
) -> Proof:
    evidence = entry.evidence
    later = writer.say("dossier.later") if entry in cell.later else ""
    told = filter(None, (later, recorded_words(entry, writer)))
    return Proof(
        title=evidence.title,
        href=evidence_href(entry, page, writer),
        note=_note(entry, item, writer),
        language=office_language(writer),
        is_external=isinstance(evidence, UrlEvidence),
        is_sample=evidence.sample,
        published=writer.short_day(evidence.published),
        remarks=(*(Remark(text=words) for words in told), *_corrections(entry, writer)),
    )


def _note(entry: Disclosure, item: ItemAssessment, writer: PageWriter) -> str:
    """Type and size of a file; that a link leads elsewhere."""
    evidence = entry.evidence
    if isinstance(evidence, UrlEvidence):
        return writer.say("dossier.elsewhere")
    if not isinstance(evidence, FileEvidence):
        return ""
    kind = extension(evidence.file).upper()
    facts = item.bundle.facts.get(evidence.file) if item.bundle else None
    return f"{kind} {writer.file_size(facts.bytes)}" if facts else kind


def recorded_words(entry: Disclosure, writer: PageWriter) -> str:
    """From when it counts; empty where that is simply the day it names."""
    counting = entry.counting
    if counting.witness is None:
        return ""
    if counting.is_late and counting.recorded:
        return writer.say("dossier.recorded-late", day=writer.short_day(counting.recorded))
    if counting.counts_from != entry.evidence.published:
        return writer.say("dossier.recorded-first", day=writer.short_day(counting.counts_from))
    return writer.say("dossier.recorded-unknown") if counting.witness == "none" else ""


def _corrections(entry: Disclosure, writer: PageWriter) -> Iterator[Remark]:
    for replaced in entry.evidence.replaces:
        words = writer.say("dossier.corrected", day=writer.short_day(replaced.on))
        if replaced.published:
            before = writer.short_day(replaced.published)
            words = writer.say("dossier.corrected-day", words=words, day=before)
        yield Remark(text=words, reason=replaced.reason, language=office_language(writer))
