"""Who published in time over a round: the late divisions by name, the rest in one row."""

from msgspec import Struct

from oit.assessment.result import RoundAssessment
from oit.contract.addresses import division_path
from oit.outputs.pages.blocks import Link
from oit.outputs.pages.page_writer import PageWriter
from oit.reporting.due import Lateness, lateness_of


class PunctualityRow(Struct, frozen=True, kw_only=True):
    """A division that was late, or all that were not."""

    key: str
    """By which marks name it: `2568/finance`, `2568/in-time`."""
    name: str
    link: Link | None
    owed: str
    late: str
    days: str


class Punctuality(Struct, frozen=True, kw_only=True):
    """The late and the rest, over the round until its assessed date."""

    key: str
    """The round, as marks name it."""
    sentence: str
    rows: tuple[PunctualityRow, ...]


def punctuality_of(round_: RoundAssessment, writer: PageWriter) -> Punctuality:
    """The divisions with late cells, most days first, then one row of all others."""
    found = lateness_of(round_, writer.publication.divisions)
    late = sorted((each for each in found if each.late), key=lambda each: -each.days)
    others = [each for each in found if not each.late]
    year = round_.fiscal_year
    rows = [_row(each, year, writer) for each in late]
    if others:
        rows.append(_in_time_row("others" if late else "all", others, year, writer))
    sentence = punctuality_words(found, round_, writer)
    return Punctuality(key=str(year), sentence=sentence, rows=tuple(rows))


def punctuality_words(
    found: tuple[Lateness, ...], round_: RoundAssessment, writer: PageWriter
) -> str:
    """How much was owed and how much of it was late, in a sentence."""
    owed = sum(each.owed_count for each in found)
    late = sum(len(each.late) for each in found)
    message = "deadlines.some-late" if late else "deadlines.none-late"
    return writer.say(message, day=round_.as_of, owed=owed, late=late)


def _row(lateness: Lateness, year: int, writer: PageWriter) -> PunctualityRow:
    name = writer.division(lateness.division)
    return PunctualityRow(
        key=f"{year}/{lateness.division}",
        name=name,
        link=Link(text=name, href=writer.href(division_path(lateness.division))),
        owed=writer.number(lateness.owed_count),
        late=writer.number(len(lateness.late)),
        days=writer.number(lateness.days),
    )


def _in_time_row(who: str, others: list[Lateness], year: int, writer: PageWriter) -> PunctualityRow:
    return PunctualityRow(
        key=f"{year}/in-time",
        name=writer.say(f"deadlines.{who}", count=len(others)),
        link=None,
        owed=writer.number(sum(each.owed_count for each in others)),
        late="0",
        days="0",
    )
