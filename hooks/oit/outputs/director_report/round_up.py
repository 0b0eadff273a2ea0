"""The round-up of a month for the director, as a message: the letter's figures in a few lines."""

from collections.abc import Iterator, Sequence

from oit.catalog import Language, say
from oit.escaping import one_line
from oit.model.office import SitePolicy
from oit.outputs.director_report.letter import Passage, Point, Table, row_lines
from oit.outputs.director_report.message import Asked, Group, Message
from oit.outputs.director_report.report import NONE, report_letter
from oit.periods import Period
from oit.records.site import Site
from oit.reporting.director_report import DirectorReport, MonthWork
from oit.wording.form_links import page_of_round
from oit.wording.vocabulary import Vocabulary


def round_up(
    report: DirectorReport,
    work: MonthWork,
    month: Period,
    policy: SitePolicy,
    site: Site,
    vocabulary: Vocabulary,
) -> Message:
    """What the letter of a month says, to the director: its points, and where all of it stands."""
    letter = report_letter(report, work, month, policy, vocabulary)
    cause, *points = letter.passages
    ways = tuple(_ways(report, site))
    return Message(
        office=one_line(policy.office.name_th),
        agency=letter.agency,
        notice=letter.notice,
        subject=letter.subject,
        to=letter.to,
        address=None,
        heading=say("reminders.round-up", Language.TH, month=month, day=report.as_of),
        opening=cause.text,
        groups=(*_groups(points), *_divisions(letter.enclosure)),
        short_ending=ways,
        ending=(*ways, letter.closing),
    )


def _groups(passages: Sequence[Passage]) -> Iterator[Group]:
    """The points; what a letter encloses is on the website here."""
    for passage in passages:
        if isinstance(passage, Point):
            yield Group(passage.text, tuple(Asked((line,)) for line in passage.lines))


def _divisions(enclosed: Table | None) -> Iterator[Group]:
    """The divisions that have something to do, of the table that a letter encloses."""
    rows = enclosed.rows if enclosed else ()
    busy = [row for row in rows if set(row[2:]) != {NONE}]
    if enclosed and busy:
        yield Group(enclosed.title, tuple(Asked((line,)) for line in row_lines(enclosed, busy)))


def _ways(report: DirectorReport, site: Site) -> Iterator[str]:
    if address := page_of_round(report.fiscal_year, site):
        yield say("reminders.all", Language.TH, address=address)
