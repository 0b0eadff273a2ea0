"""The number with which a page opens, its change and its sentence, in the page's language."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from decimal import Decimal

from oit.assessment.result import ItemAssessment, RoundAssessment
from oit.contract.addresses import item_path
from oit.model.mandate import Requirement
from oit.outputs.pages.blocks import Figure, Link
from oit.outputs.pages.page_writer import PageWriter
from oit.periods import Period
from oit.reporting.figures import (
    PeriodFigure,
    change_of,
    figure_of,
    figures_of,
    percent,
    planned_year,
)

_MILLION = 1_000_000
_COMPLAINTS = "complaints"
_SPENT = "spent"
_ON_HOME = ("purchases", _SPENT, _COMPLAINTS)
"""The kinds of figures that home shows, in their order."""
_COUNTED_WITHOUT_SUM = frozenset({"purchases", "subsidies"})
"""Kinds of which the number of rows is worth saying even where no sum is certain."""


def answer_of(
    item: ItemAssessment, requirement: Requirement, period: Period | None, writer: PageWriter
) -> Figure | None:
    """The figure of a requirement and a period; `None` where its tables count nothing certain."""
    figure = figure_of(item, requirement, period)
    if figure is None:
        return None
    value, unit = _value(figure, writer)
    if not value:
        return None
    figures = figures_of(item, requirement)
    return Figure(
        value=value,
        unit=unit,
        caption=_caption(figure, writer),
        sentence=" ".join(_sentences(figure, figures, item, writer)),
        change=_change(figure, figures, writer),
        is_sample=figure.is_sample,
    )


def amount_of(
    item: ItemAssessment, requirement: Requirement, period: Period | None, writer: PageWriter
) -> str:
    """The figure of a period as a short amount, `7,000 บาท`; empty where nothing is certain."""
    figure = figure_of(item, requirement, period)
    value, unit = _value(figure, writer) if figure else ("", "")
    return writer.say("figures.amount", value=value, unit=unit).strip()


def headline_figures(round_: RoundAssessment, writer: PageWriter) -> tuple[Figure, ...]:
    """The newest purchases, the budget spent and the complaints, each with a link to its item.

    What is not disclosed, or is not certain, is not there.
    """
    newest: dict[str, Figure] = {}
    for item in round_.items:
        for requirement in item.mandated.requirements:
            figures = figures_of(item, requirement)
            shown = _headline(figures, item, round_, writer) if figures else None
            if shown:
                newest.setdefault(figures[-1].kind, shown)
    return tuple(newest[kind] for kind in _ON_HOME if kind in newest)


def money_of(value: Decimal, writer: PageWriter) -> tuple[str, str]:
    """A sum of money and its unit: from a million on in millions, with two decimals."""
    if abs(value) >= _MILLION:
        return f"{value / _MILLION:,.2f}", writer.say("figures.million-baht")
    return writer.money(value), writer.say("figures.baht")


def _headline(
    figures: Sequence[PeriodFigure],
    item: ItemAssessment,
    round_: RoundAssessment,
    writer: PageWriter,
) -> Figure | None:
    figure = figures[-1]
    (value, unit), caption = _value(figure, writer), _caption(figure, writer, is_named=True)
    share = _share(figure)
    if share is not None and figure.kind == _SPENT:
        value, unit = f"{share}", writer.say("figures.share-of-plan")
        caption = _spent_of(figure, writer)
    if not value:
        return None
    name = writer.say(f"figures.kind-{figure.kind}")
    if figure.period:
        period = writer.period(figure.period)
        name = writer.say("figures.of-period", name=name, period=period)
    return Figure(
        name=name,
        value=value,
        unit=unit,
        caption=caption,
        change=_change(figure, figures, writer),
        link=Link(text=name, href=writer.href(item_path(round_.fiscal_year, item.mandated))),
        is_sample=figure.is_sample,
    )


def _value(figure: PeriodFigure, writer: PageWriter) -> tuple[str, str]:
    """The number and its unit; two empty texts where none is certain."""
    if figure.is_nothing:
        return writer.say("figures.nothing"), ""
    if figure.total is not None:
        return _counted(figure.total, figure.kind, writer)
    if figure.kind in _COUNTED_WITHOUT_SUM and figure.is_whole:
        count = len(figure.rows)
        return writer.number(count), writer.say("figures.entries", count=count)
    return "", ""


def _counted(value: Decimal, kind: str, writer: PageWriter) -> tuple[str, str]:
    if kind == _COMPLAINTS:
        return writer.money(value), writer.say("figures.cases", count=int(value))
    return money_of(value, writer)


def _amount(value: Decimal, kind: str, writer: PageWriter) -> str:
    number, unit = _counted(value, kind, writer)
    return writer.say("figures.amount", value=number, unit=unit)


def _caption(figure: PeriodFigure, writer: PageWriter, *, is_named: bool = False) -> str:
    """Of which period it is and of how many rows, with the exact sum where it is shortened."""
    rows = (
        ""
        if figure.is_nothing
        else writer.say(f"figures.rows-{figure.kind}", count=len(figure.rows))
    )
    period = writer.period(figure.period) if figure.period and not is_named else ""
    caption = " · ".join(filter(None, (period, rows)))
    if figure.total is None or figure.total < _MILLION or figure.kind == _COMPLAINTS:
        return caption
    return writer.say("figures.exact", caption=caption, amount=writer.money(figure.total))


def _change(figure: PeriodFigure, figures: Sequence[PeriodFigure], writer: PageWriter) -> str:
    change = change_of(figures, figure)
    if change is None or figure.period is None:
        return ""
    before = writer.say("figures.before", months=figure.period.months)
    if not change:
        return writer.say("figures.same", before=before)
    message = "figures.more" if change > 0 else "figures.less"
    return writer.say(message, amount=_amount(abs(change), figure.kind, writer), before=before)


def _sentences(
    figure: PeriodFigure,
    figures: Sequence[PeriodFigure],
    item: ItemAssessment,
    writer: PageWriter,
) -> Iterator[str]:
    if figure.total is None or figure.is_nothing:
        return
    if figure.kind == _SPENT:
        yield from _against_plan(figure, item, writer)
    elif figure.kind == _COMPLAINTS:
        yield from _closed(figure, figures, writer)
    elif not writer.is_english and (largest := _largest(figure)):
        # What the office wrote is Thai, and would stand within an English sentence.
        name, value = largest
        amount = _amount(value, figure.kind, writer)
        yield writer.say("figures.largest", name=name, amount=amount)


def _against_plan(figure: PeriodFigure, item: ItemAssessment, writer: PageWriter) -> Iterator[str]:
    share, total, plan = _share(figure), figure.total, figure.beside
    if share is None or total is None or plan is None:
        return
    spent, planned = writer.money(total), writer.money(plan)
    yield writer.say("figures.of-plan", spent=spent, plan=planned, percent=f"{share}")
    message = "figures.left" if total <= plan else "figures.over"
    yield writer.say(message, amount=_amount(abs(plan - total), _SPENT, writer))
    year = planned_year(item)
    whole = year.total if year else None
    if whole and (of_year := percent(total, whole)) is not None:
        amount = _amount(whole, _SPENT, writer)
        yield writer.say("figures.of-year", percent=f"{of_year}", amount=amount)
    if (furthest := figure.furthest_below) and not writer.is_english:
        yield writer.say("figures.furthest", name=furthest.name)


def _closed(
    figure: PeriodFigure, figures: Sequence[PeriodFigure], writer: PageWriter
) -> Iterator[str]:
    if figure.beside is None:
        return
    yield writer.say("figures.closed", count=int(figure.beside))
    received = [other.total for other in figures]
    closed = [other.beside for other in figures]
    if len(figures) > 1 and None not in received + closed:
        count, done = (int(sum(filter(None, values))) for values in (received, closed))
        yield writer.say("figures.in-round", count=count, closed=done)


def _share(figure: PeriodFigure) -> Decimal | None:
    """What was spent, in per cent of the plan of the period; `None` where either is not known."""
    if figure.total is None or figure.beside is None:
        return None
    return percent(figure.total, figure.beside)


def _spent_of(figure: PeriodFigure, writer: PageWriter) -> str:
    spent, plan = figure.total or Decimal(), figure.beside or Decimal()
    return writer.say("figures.spent-of", spent=writer.money(spent), plan=writer.money(plan))


def _largest(figure: PeriodFigure) -> tuple[str, Decimal] | None:
    """The name with the largest sum over all tables; `None` where there are not two to compare."""
    sums: dict[str, Decimal] = defaultdict(Decimal)
    for row in figure.rows:
        sums[row.name] += row.value or Decimal()
    return max(sums.items(), key=lambda pair: pair[1]) if len(sums) > 1 else None
