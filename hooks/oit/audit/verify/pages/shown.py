"""Which fields each page has to show in words, by its address."""

from oit.audit.verify.values import subject_of
from oit.contract.addresses import check_path, division_path, due_path, item_address, round_path
from oit.contract.index import Index, ItemEntry, RoundEntry
from oit.contract.marks import cell_subject

_OF_ITEM = (
    *("name", "state", "about", "title", "owner", "frequency"),
    *("count-in-full", "updated-in-full", "confirmed-in-full", "due-in-full"),
)
_OF_ROW = ("status", "counts", "updated", "confirmed", "owner", "frequency")
_OF_ROUND = ("title", "lead", "state", "parts", "others", "counted")
_SCORES = ("oit", "iit", "eit", "total", "level")
_QUIET = frozenset({"current", "complete", "pending"})
"""Statuses of which lists say nothing."""


def fields_needed(address: str, index: Index) -> frozenset[str]:
    """The fields that the page at a Thai address shows, and its English version too."""
    found = {field for round_ in index.rounds for field in _of_round(address, round_)}
    if shown := shown_round(index):
        found |= _home(shown) if address == "" else _division(address, shown, index)
    return frozenset(found)


def items_needed(address: str, index: Index) -> frozenset[str]:
    """The items that the page at a Thai address lists with their status: home, and divisions."""
    shown = shown_round(index)
    if shown is None:
        return frozenset()
    listed = [item for item in shown.items if address == "" or address == division_path(item.owner)]
    return frozenset(subject_of(shown.fiscal_year, item.item) for item in listed)


def shown_round(index: Index) -> RoundEntry | None:
    """The round of home and of the divisions: the newest that has opened, else the first."""
    opened = [round_ for round_ in index.rounds if round_.state != "upcoming"]
    return opened[-1] if opened else next(iter(index.rounds), None)


def _of_round(address: str, round_: RoundEntry) -> set[str]:
    year = round_.fiscal_year
    if address == round_path(year):
        return _list(round_)
    if address in (due_path(year), check_path(year)):
        return {f"{year}/state", f"{year}/punctuality"}
    items = (item for item in round_.items if address == item_address(year, item.item))
    return {field for item in items for field in _item(item, round_)}


def _list(round_: RoundEntry) -> set[str]:
    year = round_.fiscal_year
    soon = {f"{year}/soon"} if any(item.status == "due" for item in round_.items) else set()
    return {
        *(f"{year}/{name}" for name in _OF_ROUND),
        *(f"{year}/score/{name}" for name in _SCORES),
        *(f"{year}/score/{indicator.id}" for indicator in round_.score.indicators),
        *(f"{subject_of(year, item.item)}/{name}" for item in round_.items for name in _OF_ROW),
        *soon,
    }


def _item(item: ItemEntry, round_: RoundEntry) -> set[str]:
    subject = subject_of(round_.fiscal_year, item.item)
    cells = {
        cell_subject(subject, requirement.id, cell.period, cell.division)
        for requirement, cell in item.requirement_cells()
    }
    return {
        *(f"{subject}/{name}" for name in _OF_ITEM),
        *(f"{subject}/{requirement.id}/label" for requirement in item.requirements),
        *(f"{cell}/{name}" for cell in cells for name in ("result", "published")),
    }


def _home(round_: RoundEntry) -> set[str]:
    year = round_.fiscal_year
    return {f"{year}/items", f"{year}/state", *_told(round_.items, round_)}


def _division(address: str, round_: RoundEntry, index: Index) -> set[str]:
    found = [entry.id for entry in index.divisions if address == division_path(entry.id)]
    if not found:
        return set()
    own = [item for item in round_.items if item.owner == found[0]]
    key = f"{round_.fiscal_year}/{found[0]}"
    return {f"{key}/state", f"{key}/punctuality", *_told(own, round_)}


def _told(items: list[ItemEntry], round_: RoundEntry) -> set[str]:
    """The statuses that a list of items says in words."""
    told = (item for item in items if item.status not in _QUIET)
    return {f"{subject_of(round_.fiscal_year, item.item)}/status" for item in told}
