"""The report of a month to the director: a memorandum of one A4 page, the divisions enclosed."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby

from oit.assessment.cells import CellState
from oit.assessment.statuses import Status
from oit.catalog import Language, joined, say
from oit.escaping import one_line
from oit.model.office import SitePolicy
from oit.outputs.director_report.letter import Letter, Passage, Point, Table, agency_of, notice_of
from oit.periods import Period
from oit.reporting.director_report import (
    DirectorReport,
    DivisionSummary,
    LateItem,
    MonthWork,
)
from oit.wording.posts import director_of
from oit.wording.terms import CELL_TH, STATUS_TH
from oit.wording.vocabulary import Vocabulary

DAYS = 30
"""The coming days that the report covers."""

NONE = "–"
"""What a cell of the enclosed table has where there is nothing."""
# More would not fit on one page; the rest is counted.
_LATE_LINES, _COMING_LINES = 4, 3
_ITEMS_OF_DAY, _ITEMS_OF_DIVISION = 8, 4
_TITLE_LENGTH = 32


def report_letter(
    report: DirectorReport,
    work: MonthWork,
    month: Period,
    policy: SitePolicy,
    vocabulary: Vocabulary,
) -> Letter:
    """The letter of a report on a month."""
    director = director_of(one_line(policy.office.name_th))
    return Letter(
        agency=agency_of(policy),
        notice=notice_of(policy),
        subject=say("letters.report", Language.TH, month=month),
        to=director,
        passages=tuple(_passages(report, work, policy, vocabulary)),
        closing=say("letters.report.closing", Language.TH, late=len(report.late)),
        noted_by=director,
        enclosure=Table(
            title=say("letters.divisions", Language.TH),
            columns=(
                say("letters.divisions.division", Language.TH),
                say("letters.divisions.current", Language.TH),
                say("letters.late", Language.TH),
                _coming(report),
            ),
            rows=tuple(_row(summary) for summary in report.divisions),
        ),
    )


def late_status(late_item: LateItem) -> str:
    """What is wrong, and for how long: เกินกำหนดปรับปรุง 44 วัน."""
    is_missing = late_item.status is Status.INCOMPLETE
    words = CELL_TH[CellState.MISSING] if is_missing else STATUS_TH[late_item.status]
    return (
        say("letters.late-status", Language.TH, status=words, days=late_item.days)
        if late_item.days
        else words
    )


# The parts of the letter


def _passages(
    report: DirectorReport, work: MonthWork, policy: SitePolicy, vocabulary: Vocabulary
) -> Iterator[Passage]:
    """The cause, how many items are how, then what is late and what is coming."""
    yield Passage(
        say(
            "letters.report.cause",
            Language.TH,
            office=one_line(policy.office.name_th),
            year=report.fiscal_year,
            count=report.item_count,
            state="closed" if report.is_closed else "open",
            day=report.as_of,
        )
    )
    yield Point(_summary(report), tuple(_work_lines(report, work)))
    late = [_late_words(late_item, vocabulary) for late_item in report.late]
    yield Point(
        say("letters.report.late", Language.TH, count=len(late)),
        _limited(late, _LATE_LINES, "entries"),
    )
    coming = list(_coming_days(report))
    yield Point(
        say("letters.report.coming", Language.TH, count=len(coming), until=report.until),
        _limited(coming, _COMING_LINES, "days"),
    )
    yield Passage(say("letters.report.enclosed", Language.TH))


def _summary(report: DirectorReport) -> str:
    """How many items are in order, then the counts that are not zero."""
    in_order = STATUS_TH[Status.COMPLETE if report.is_closed else Status.CURRENT]
    counts = {
        say("letters.late", Language.TH): len({late_item.item.item for late_item in report.late}),
        STATUS_TH[Status.WAIVED]: report.waived_count,
        STATUS_TH[Status.PENDING]: report.pending_count,
        _coming(report): len({duty.item.id for duty in report.coming}),
    }
    whole = say(
        "letters.report.in-order",
        Language.TH,
        status=in_order,
        full=report.full_count,
        count=report.item_count,
    )
    others = (
        say("letters.report.count", Language.TH, words=words, count=count)
        for words, count in counts.items()
        if count
    )
    return joined([whole, *others], Language.TH)


def _work_lines(report: DirectorReport, work: MonthWork) -> Iterator[str]:
    """What was done in the month, and how many items were in order before it."""
    yield say(
        "letters.report.done",
        Language.TH,
        published=work.published_count,
        confirmed=work.confirmed_count,
    )
    if work.full_before is not None:
        yield say(
            "letters.report.before",
            Language.TH,
            full=work.full_before,
            count=report.item_count,
        )


def _coming(report: DirectorReport) -> str:
    return say("letters.coming", Language.TH, days=(report.until - report.as_of).days)


def _late_words(late_item: LateItem, vocabulary: Vocabulary) -> str:
    """O15 …: เกินกำหนดปรับปรุง 44 วัน (ฝ่ายการคลัง)."""
    return say(
        "letters.late-item",
        Language.TH,
        item=late_item.item.item,
        title=_shortened(one_line(late_item.item.title_th)),
        status=late_status(late_item),
        division=one_line(vocabulary.division(late_item.division, Language.TH)),
    )


def _shortened(title: str) -> str:
    """A long title up to a space, as Thai has none inside a phrase; whole where it has none."""
    if len(title) <= _TITLE_LENGTH or " " not in title[:_TITLE_LENGTH]:
        return title
    return f"{title[: title.rindex(' ', 0, _TITLE_LENGTH)]} …"


def _coming_days(report: DirectorReport) -> Iterator[str]:
    """A line for each of the coming deadlines, with its items."""
    for day, due in groupby(report.coming, key=lambda duty: duty.due_on):
        items = _item_list([duty.item.id for duty in due], _ITEMS_OF_DAY)
        yield say("letters.coming-day", Language.TH, day=day, items=items)


def _row(summary: DivisionSummary) -> tuple[str, ...]:
    count = f"{summary.current_count}/{summary.item_count}" if summary.item_count else NONE
    return (
        one_line(summary.division.name_th),
        count,
        _item_list(summary.late, _ITEMS_OF_DIVISION),
        _item_list(summary.coming, _ITEMS_OF_DIVISION),
    )


def _item_list(items: Iterable[str], limit: int) -> str:
    """O3 O10, with the number of those beyond the limit; a dash for none."""
    distinct = list(dict.fromkeys(items))
    rest = len(distinct) - limit
    more = [_more(rest, "items")] if rest > 0 else []
    return " ".join([*distinct[:limit], *more]) or NONE


def _limited(lines: Sequence[str], limit: int, unit: str) -> tuple[str, ...]:
    """At most so many lines, the last of them counting the rest where there are more."""
    if len(lines) <= limit:
        return tuple(lines)
    return (*lines[: limit - 1], _more(len(lines) - limit + 1, unit))


def _more(count: int, unit: str) -> str:
    return say("letters.more", Language.TH, count=count, unit=unit)
