"""What is disclosed for each requirement: the newest period open, older ones as a ledger."""

from decimal import Decimal
from itertools import groupby

from markupsafe import Markup

from oit.assessment.cells import Cell, CellState
from oit.assessment.result import RoundState
from oit.contract.addresses import requirement_anchor, table_page_path
from oit.model.mandate import Requirement
from oit.outputs.pages.blocks import Link
from oit.outputs.pages.drawn import amount_bar
from oit.outputs.pages.figures import amount_of, answer_of
from oit.outputs.pages.item.entries import entry_of
from oit.outputs.pages.item.source import ItemSource, cells_of, reading_order
from oit.outputs.pages.item.view import Entry, Latest, Line, Run, Section
from oit.outputs.pages.links import cell_key
from oit.outputs.pages.states import tag_of_cell
from oit.reporting.figures import figure_of, figures_of
from oit.reporting.joined_tables import joined_table_of


def runs_of(source: ItemSource) -> tuple[Run, ...]:
    """The sections of an item in reading order, parted where samples begin or end."""
    sections = [_section(requirement, source) for requirement in reading_order(source.item)]
    parted = groupby(sections, key=lambda section: section.is_sample)
    return tuple(Run(is_sample=is_sample, sections=tuple(run)) for is_sample, run in parted)


def _section(requirement: Requirement, source: ItemSource) -> Section:
    writer, cells = source.writer, cells_of(source.item, requirement)
    dated = [cell for cell in cells if cell.period]
    newest = next((cell for cell in dated if _has_content(cell)), None)
    listed = [cell for cell in dated if _is_listed(cell, newest)]
    newer = [cell for cell in listed if newest and _is_newer(cell, newest)]
    samples = [entry.evidence.sample for cell in cells for entry in cell.shown]
    return Section(
        id=requirement.id,
        anchor=requirement_anchor(requirement.id),
        heading=writer.label(requirement),
        note=writer.say("pages.may-be-none") if requirement.may_be_none else "",
        latest=_latest(newest, dated, source) if newest else None,
        newer=_ledger(newer, source),
        lines=_ledger([cell for cell in listed if cell not in newer], source),
        shares=tuple(_share(cell, source) for cell in cells if not cell.period),
        next_period=_next_period(dated, source),
        whole=_whole(requirement, source),
        is_sample=bool(samples) and all(samples),
    )


def _has_content(cell: Cell) -> bool:
    """Whether it is filled by more than the statement that there was nothing."""
    return cell.is_filled and cell.state is not CellState.NONE


def _is_listed(cell: Cell, newest: Cell | None) -> bool:
    """Whether a period has a line: what is not due yet has none, unless something stands there."""
    return cell is not newest and (cell.state is not CellState.NOT_DUE or bool(cell.shown))


def _is_newer(cell: Cell, newest: Cell) -> bool:
    """Whether a period comes after the newest one with content: late, or nothing to publish.

    On a day that is past, also what was published for it later.
    """
    return bool(cell.period and newest.period and cell.period.start > newest.period.start)


def _latest(newest: Cell, dated: list[Cell], source: ItemSource) -> Latest:
    """The newest period with content; a newer one that was stated to be nothing is told first."""
    writer, period = source.writer, newest.period
    stated = next((cell for cell in dated if cell.is_filled), newest)
    is_other = stated is not newest and stated.period is not None
    return Latest(
        heading=writer.say("item.latest", period=_name(newest, source)),
        sentence=f"{_name(stated, source)}: {_note(stated, source)}" if is_other else "",
        figure=answer_of(source.item, newest.requirement, period, writer) if period else None,
        entries=_entries(newest, source, writer.label(newest.requirement)),
    )


def _ledger(cells: list[Cell], source: ItemSource) -> tuple[Line, ...]:
    """The lines of periods of a requirement, each with its amount beside that of all others."""
    if not cells:
        return ()
    totals = [figure.total for figure in figures_of(source.item, cells[0].requirement)]
    most = max((total for total in totals if total), default=Decimal())
    return tuple(_line(cell, most, source) for cell in cells)


def _line(cell: Cell, most: Decimal, source: ItemSource) -> Line:
    """A period of the ledger."""
    writer, is_nothing = source.writer, cell.state is CellState.NONE
    is_plain = cell.state is CellState.PUBLISHED or is_nothing
    return Line(
        name=_name(cell, source),
        drawn=_bar(cell, most, source),
        amount=writer.say("item.none") if is_nothing else _amount(cell, source),
        tag=None if is_plain else tag_of_cell(cell, writer),
        note=_note(cell, source),
        entries=_entries(cell, source, ""),
        field=_field(cell, source),
    )


def _share(cell: Cell, source: ItemSource) -> Line:
    """What a division owes, or what is owed once."""
    writer = source.writer
    name = writer.division(cell.division) if cell.division else ""
    is_plain = cell.state is CellState.PUBLISHED or cell.state is CellState.NONE
    return Line(
        name=name,
        tag=None if is_plain else tag_of_cell(cell, writer),
        note="" if is_plain and not cell.is_from_earlier_version else _note(cell, source),
        entries=_entries(cell, source, "" if name else writer.label(cell.requirement)),
        is_open=True,
        field=_field(cell, source),
    )


def _field(cell: Cell, source: ItemSource) -> str:
    return f"{cell_key(cell, source.item, source.round)}/state"


def _entries(cell: Cell, source: ItemSource, heading: str) -> tuple[Entry, ...]:
    return tuple(entry_of(disclosure, cell, source, heading) for disclosure in cell.shown)


def _name(cell: Cell, source: ItemSource) -> str:
    period = source.writer.period(cell.period) if cell.period else ""
    division = source.writer.division(cell.division) if cell.division else ""
    return " ".join(filter(None, (period, division)))


def _note(cell: Cell, source: ItemSource) -> str:
    """In one sentence: since when a cell is filled, or when it is or was due."""
    writer = source.writer
    if cell.counts_from and cell.is_filled:
        day = writer.short_day(cell.counts_from)
        if cell.state is CellState.NONE:
            return writer.say("item.stated-none", day=day)
        is_earlier = cell.is_from_earlier_version
        return writer.say("item.counted-from" if is_earlier else "item.published", day=day)
    due = writer.say("item.due", day=writer.short_day(cell.due_on))
    until = source.item.waived_until_of(cell)
    waived = writer.say("item.waived", day=writer.short_day(until)) if until else ""
    return " · ".join(filter(None, (due, waived)))


def _next_period(dated: list[Cell], source: ItemSource) -> str:
    """The next period that the round will owe; nothing where it owes no more."""
    policy, writer = source.round.policy, source.writer
    ahead = [
        cell
        for cell in dated
        if cell.state is CellState.NOT_DUE and not cell.shown and cell.due_on <= policy.closes
    ]
    if not ahead or source.round.state is RoundState.CLOSED:
        return ""
    cell = ahead[-1]
    return writer.say("item.next", period=_name(cell, source), day=writer.short_day(cell.due_on))


def _amount(cell: Cell, source: ItemSource) -> str:
    return amount_of(source.item, cell.requirement, cell.period, source.writer)


def _bar(cell: Cell, most: Decimal, source: ItemSource) -> Markup:
    """The amount of a period; `most` is a full bar."""
    figure = figure_of(source.item, cell.requirement, cell.period)
    return amount_bar(figure.total if figure else None, most)


def _whole(requirement: Requirement, source: ItemSource) -> Link | None:
    """The page of the requirement's tables over all periods, where it has one."""
    if joined_table_of(source.item, requirement) is None:
        return None
    writer = source.writer
    path = table_page_path(source.round.fiscal_year, source.item.mandated, requirement.id)
    return Link(
        text=writer.say("item.whole", label=writer.label(requirement)), href=writer.href(path)
    )
