"""The links that many pages have: the way to a page, an item, and what an entry discloses."""

from oit.assessment.cells import Cell, Disclosure
from oit.assessment.result import ItemAssessment, RoundAssessment
from oit.contract.addresses import item_path, round_path
from oit.contract.marks import cell_subject
from oit.model.mandate import MandateItem
from oit.model.record import UrlEvidence
from oit.outputs.evidence_files import evidence_path
from oit.outputs.pages.blocks import Link
from oit.outputs.pages.page_writer import PageWriter


def home_link(writer: PageWriter) -> Link:
    """Home, where the way to every page begins."""
    return Link(text=writer.say("pages.home"), href=writer.href(""))


def way_below_round(fiscal_year: int, writer: PageWriter) -> tuple[Link, ...]:
    """The way to a page below a round: home, the round."""
    name = writer.say("pages.round.crumb", year=writer.year(fiscal_year))
    return home_link(writer), Link(text=name, href=writer.href(round_path(fiscal_year)))


def item_link(
    item: MandateItem, fiscal_year: int, writer: PageWriter, *, anchor: str = "", note: str = ""
) -> Link:
    """An item by its number and short name, or a place on its page."""
    return Link(
        text=f"{item.item} {writer.short_title(item)}",
        href=writer.href(f"{item_path(fiscal_year, item)}{anchor}"),
        note=note,
    )


def evidence_href(disclosure: Disclosure, item: str, writer: PageWriter) -> str:
    """The address of what an entry of the item at `item` discloses; empty for kind `none`."""
    path = evidence_path(disclosure, item) or ""
    is_external = isinstance(disclosure.evidence, UrlEvidence)
    return path if is_external or not path else writer.href(path)


def evidence_link(disclosure: Disclosure, item: str, writer: PageWriter) -> Link:
    """What an entry of the item at `item` discloses, under its own title."""
    return Link(
        text=disclosure.evidence.title,
        href=evidence_href(disclosure, item, writer),
        is_external=isinstance(disclosure.evidence, UrlEvidence),
        language=office_language(writer),
    )


def office_language(writer: PageWriter) -> str:
    """The language to mark the office's own words with; empty on a page in that language."""
    return "th" if writer.is_english else ""


# How pages name the fields that they show in words (`oit.contract.marks.VALUE`)


def item_key(item: ItemAssessment, round_: RoundAssessment) -> str:
    """`2568/O15`."""
    return f"{round_.fiscal_year}/{item.id}"


def cell_key(cell: Cell, item: ItemAssessment, round_: RoundAssessment) -> str:
    """`2568/O15/monthly-summary/2025-03`."""
    period = str(cell.period) if cell.period else None
    return cell_subject(item_key(item, round_), cell.requirement.id, period, cell.division)
