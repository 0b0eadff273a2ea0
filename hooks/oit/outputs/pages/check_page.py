"""The page for whoever asks whether it is true: who is late, what changed, how to check it."""

from jinja2 import Environment
from msgspec import Struct
from msgspec.structs import replace

from oit.assessment.result import RoundAssessment
from oit.catalog import Language
from oit.contract.addresses import (
    CHECKSUMS,
    INDEX_PATH,
    archive_path,
    check_path,
    due_path,
    ita_path,
    item_path,
)
from oit.outputs.archives import has_archive
from oit.outputs.page import Page
from oit.outputs.pages.ageing import ageing_of_round
from oit.outputs.pages.blocks import Link, State
from oit.outputs.pages.due_lines import DueLine, late_lines
from oit.outputs.pages.links import evidence_href, evidence_link, way_below_round
from oit.outputs.pages.page_writer import PageWriter
from oit.outputs.pages.punctuality import Punctuality, punctuality_of
from oit.outputs.pages.states import state_of_round
from oit.outputs.publication import Publication
from oit.reporting.changes import Change, changes_since
from oit.reporting.due import LateCell, late_cells
from oit.reporting.previous_results import ita_results_of, number

_WEAKEST = 3
"""How many indicators of the earlier assessment the page names."""


class CheckLine(Struct, frozen=True, kw_only=True):
    """A line of a list: a mark in front, a link, and what is said of it."""

    mark: str
    link: Link


class CheckView(Struct, frozen=True, kw_only=True):
    """What `check.html` prints."""

    title: str
    crumbs: tuple[Link, ...]
    state: State
    is_sample: bool
    late: tuple[DueLine, ...]
    punctuality: Punctuality
    each_late: str
    late_in_round: tuple[CheckLine, ...]
    changes_since: str
    changes: tuple[CheckLine, ...]
    no_changes: str
    weakest: tuple[tuple[str, str], ...]
    """Names and scores, the lowest first."""
    weakest_link: Link | None
    archive: Link | None
    """All files of the round in one; `None` where they are too many or none."""
    files: tuple[Link, ...]
    steps: tuple[str, ...]
    due: Link


def check_page(round_: RoundAssessment, publication: Publication, environment: Environment) -> Page:
    """Who is late now and over the round, this month's changes, and how to check it oneself."""
    writer = PageWriter(publication, Language.TH, check_path(round_.fiscal_year))
    view = check_view(round_, writer)
    return Page(
        path=writer.path,
        title=view.title,
        description=writer.say("truth.about"),
        html=environment.get_template("check.html").render(page=view, writer=writer),
        as_of=round_.as_of,
        style="has-sample" if view.is_sample else "",
        ageing=ageing_of_round(round_),
    )


def check_view(round_: RoundAssessment, writer: PageWriter) -> CheckView:
    """The view of a round for whoever checks it."""
    weakest, weakest_link = _weakest(round_, writer)
    since = round_.as_of.replace(day=1)
    return CheckView(
        title=writer.say("truth.title"),
        crumbs=way_below_round(round_.fiscal_year, writer),
        state=state_of_round(round_, writer),
        is_sample=any(item.has_sample for item in round_.items),
        late=late_lines(round_, writer),
        punctuality=punctuality_of(round_, writer),
        each_late=writer.say("truth.each-late", day=round_.as_of),
        late_in_round=tuple(_late(late, round_, writer) for late in late_cells(round_)),
        changes_since=writer.say("truth.changes", day=since),
        changes=tuple(_changed(each, round_, writer) for each in changes_since(round_, since)),
        no_changes=writer.say("truth.no-changes", day=since),
        weakest=weakest,
        weakest_link=weakest_link,
        archive=_archive(round_, writer),
        files=_files(writer),
        steps=_steps(round_, writer),
        due=Link(text=writer.say("pages.due.menu"), href=writer.href(due_path(round_.fiscal_year))),
    )


def _late(late: LateCell, round_: RoundAssessment, writer: PageWriter) -> CheckLine:
    label, period = writer.label(late.cell.requirement), late.cell.period
    what = writer.say("due.of-period", what=label, period=period) if period else label
    state = writer.say(f"terms.cell-{late.cell.state.value}")
    division = writer.division(late.division)
    path = item_path(round_.fiscal_year, late.item.mandated)
    note = writer.say("truth.late", state=state, days=late.days, division=division)
    return CheckLine(mark=late.item.id, link=Link(text=what, href=writer.href(path), note=note))


def _changed(change: Change, round_: RoundAssessment, writer: PageWriter) -> CheckLine:
    mandated = change.item.mandated
    kind = "confirmed" if change.disclosure is None else "published"
    day, division = writer.short_day(change.day), writer.division(change.division)
    note = writer.say(f"truth.{kind}", day=day, division=division)
    target = _target(change, item_path(round_.fiscal_year, mandated), writer)
    link = replace(target, note=note, is_sample=change.is_sample)
    return CheckLine(mark=mandated.item, link=link)


def _target(change: Change, item: str, writer: PageWriter) -> Link:
    """What was published; of a confirmation or a stated nothing, its item."""
    if change.disclosure and evidence_href(change.disclosure, item, writer):
        return evidence_link(change.disclosure, item, writer)
    return Link(text=writer.short_title(change.item.mandated), href=writer.href(item))


def _weakest(
    round_: RoundAssessment, writer: PageWriter
) -> tuple[tuple[tuple[str, str], ...], Link | None]:
    """The lowest indicators of an earlier year's assessment, and the page of its results."""
    results = ita_results_of(round_)
    if results is None:
        return (), None
    # 9, and not its part 9.1
    rows = [row for row in results.rows("ita-indicators") if "." not in row["indicator"]]
    lowest = sorted(rows, key=lambda row: number(row["score"]))[:_WEAKEST]
    path = ita_path(round_.fiscal_year, results.fiscal_year)
    text = writer.say("pages.ita", year=writer.year(results.fiscal_year))
    link = Link(text=text, href=writer.href(path), is_sample=results.is_sample)
    return tuple((row["name_th"], row["score"]) for row in lowest), link


def _archive(round_: RoundAssessment, writer: PageWriter) -> Link | None:
    if not has_archive(round_):
        return None
    address = writer.href(archive_path(round_.fiscal_year))
    return Link(text=writer.say("truth.file-archive"), href=address, is_file=True)


def _files(writer: PageWriter) -> tuple[Link, ...]:
    """The indexes of the whole site."""
    listed = {
        "truth.file-index": INDEX_PATH,
        "truth.file-evidence": "api/v1/evidence.csv",
        "truth.file-checksums": CHECKSUMS,
    }
    files = (
        Link(text=writer.say(message), href=writer.href(path), is_file=True)
        for message, path in listed.items()
    )
    return (*files, Link(text=writer.say("pages.data"), href=writer.href("data/")))


def _steps(round_: RoundAssessment, writer: PageWriter) -> tuple[str, ...]:
    """How anybody checks it; who witnesses the days depends on the round."""
    is_witnessed = round_.policy.is_witnessed and round_.contents.witness is not None
    witness = "truth.step-witness" if is_witnessed else "truth.step-no-witness"
    steps = ("truth.step-file", "truth.step-all", "truth.step-verify", witness)
    return tuple(writer.say(step) for step in steps)
