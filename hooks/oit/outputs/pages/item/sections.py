"""What is disclosed for each requirement: the newest period open, older ones as a ledger."""

from itertools import groupby

from markupsafe import Markup

from oit.assessment.cells import Cell, CellState
from oit.assessment.result import ItemAssessment, RoundState
from oit.contract.addresses import requirement_anchor
from oit.model.mandate import Requirement
from oit.outputs.pages.blocks import Figure
from oit.outputs.pages.item.entries import entry_of
from oit.outputs.pages.item.source import ItemSource, cells_of, reading_order
from oit.outputs.pages.item.view import Entry, Latest, Line, Picture, Run, Section
from oit.outputs.pages.page_writer import PageWriter
from oit.outputs.pages.states import tag_of_cell
from oit.outputs.round_charts import figure_text, statistic_chart
from oit.periods import Period
from oit.reporting.statistics import Statistic, statistics_of


def runs_of(source: ItemSource) -> tuple[Run, ...]:
    """The sections of an item in reading order, parted where samples begin or end."""
    sections = [_section(requirement, source) for requirement in reading_order(source.item)]
    parted = groupby(sections, key=lambda section: section.is_sample)
    return tuple(Run(is_sample=is_sample, sections=tuple(run)) for is_sample, run in parted)


def _section(requirement: Requirement, source: ItemSource) -> Section:
    writer, cells = source.writer, cells_of(source.item, requirement)
    dated = [cell for cell in cells if cell.period]
    newest = next((cell for cell in dated if _has_content(cell)), None)
    samples = [entry.evidence.sample for cell in cells for entry in cell.shown]
    return Section(
        id=requirement.id,
        anchor=requirement_anchor(requirement.id),
        heading=writer.label(requirement),
        note=writer.say("pages.may-be-none") if requirement.may_be_none else "",
        latest=_latest(newest, dated, source) if newest else None,
        lines=tuple(_line(cell, source) for cell in dated if _is_listed(cell, newest)),
        shares=tuple(_share(cell, source) for cell in cells if not cell.period),
        next_period=_next_period(dated, source),
        charts=tuple(_charts(requirement, source)),
        is_sample=bool(samples) and all(samples),
    )


def _has_content(cell: Cell) -> bool:
    """Whether it is filled by more than the statement that there was nothing."""
    return cell.is_filled and cell.state is not CellState.NONE


def _is_listed(cell: Cell, newest: Cell | None) -> bool:
    """Whether a period has a line: what is not due yet has none, unless something stands there."""
    return cell is not newest and (cell.state is not CellState.NOT_DUE or bool(cell.shown))


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


def _line(cell: Cell, source: ItemSource) -> Line:
    """A period of the ledger."""
    writer, is_nothing = source.writer, cell.state is CellState.NONE
    is_plain = cell.state is CellState.PUBLISHED or is_nothing
    return Line(
        name=_name(cell, source),
        amount=writer.say("item.none") if is_nothing else amount_of(source.item, cell, writer),
        tag=None if is_plain else tag_of_cell(cell, writer),
        note=_note(cell, source),
        entries=_entries(cell, source, ""),
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
    )


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


def _charts(requirement: Requirement, source: ItemSource) -> list[Picture]:
    """The statistic of a requirement over its periods, drawn."""
    statistics = (found for found in statistics_of(source.item) if found.requirement is requirement)
    return [_chart(statistic, source) for statistic in statistics]


def _chart(statistic: Statistic, source: ItemSource) -> Picture:
    totals = " ".join(
        f"{source.writer.period(period)} {figure_text(statistic.total(period))}"
        for period in statistic.periods
    )
    words = source.writer.say("item.chart", measure=statistic.measure, totals=totals)
    svg = statistic_chart(statistic)
    return Picture(words=words, drawing=Markup(svg))  # noqa: S704 -- drawn here


def answer_of(
    item: ItemAssessment, requirement: Requirement, period: Period, writer: PageWriter
) -> Figure | None:
    """The figure of a period: a stand-in until the figures of all items are merged."""
    del item, requirement, period, writer
    return None


def amount_of(item: ItemAssessment, cell: Cell, writer: PageWriter) -> str:
    """A short amount for a line of a ledger: a stand-in likewise."""
    del item, cell, writer
    return ""
