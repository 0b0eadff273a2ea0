"""What a site tells of its rounds and of their past, as far as it is compared over time."""

import re
from collections.abc import Callable, Iterator, Mapping
from datetime import date
from typing import TypeVar

from msgspec import Struct
from pydantic import BaseModel, ValidationError

from oit.contract.addresses import CHECKSUMS, INDEX_PATH, LEDGER_PATH, events_path, policy_path
from oit.contract.disclosed import CellEntry, EvidenceEntry
from oit.contract.documents import LedgerDocument
from oit.contract.events import EventsDocument
from oit.contract.index import Index, ItemEntry, RoundEntry
from oit.contract.policy import PolicyDocument

Document = TypeVar("Document", bound=BaseModel)

_FOLDER = re.compile(r"[a-z0-9][a-z0-9-]*")


class Snapshot(Struct, frozen=True, kw_only=True):
    """An index, and the documents beside it that tell of the past; those absent tell nothing."""

    index: Index
    policies: Mapping[int, PolicyDocument]
    """By fiscal year, as the two below."""
    events: Mapping[int, EventsDocument]
    ledger: LedgerDocument | None

    @property
    def day(self) -> date | None:
        """The last day that is assessed; `None` without a round."""
        return day_of(self.index)


class Placed(Struct, frozen=True, kw_only=True):
    """A piece of evidence, and the cell that it fills."""

    round_: RoundEntry
    item: ItemEntry
    requirement: str
    cell: CellEntry
    entry: EvidenceEntry

    @property
    def content(self) -> str:
        """What it discloses: the hash of a file, the address of a link or text, or a nothing."""
        of_file = self.entry.sha256 if self.entry.kind == "file" else None
        return of_file or self.entry.url or self.entry.kind

    @property
    def key(self) -> tuple[int, str, str, str, str, str]:
        """What stays the same while it stands, whatever it is called."""
        return (*self.owed, self.content)

    @property
    def owed(self) -> tuple[int, str, str, str, str]:
        """The cell: year, item, requirement, period and division."""
        period, division = self.cell.period or "", self.cell.division or ""
        return (self.round_.fiscal_year, self.item.item, self.requirement, period, division)

    @property
    def what(self) -> str:
        """As it is named to people: `summary-2025-03.csv`, an address, or its title."""
        address = self.entry.url or ""
        return address.rpartition("/")[2] if self.entry.kind == "file" else self.entry.title


def day_of(index: Index) -> date | None:
    """The last day that an index assesses; `None` without a round."""
    return max((round_.as_of for round_ in index.rounds), default=None)


def kept_paths(index: Index) -> list[str]:
    """The documents that are kept of a site, by path from its root."""
    years = [round_.fiscal_year for round_ in index.rounds]
    return [
        INDEX_PATH,
        *(CHECKSUMS, LEDGER_PATH),
        *map(policy_path, years),
        *map(events_path, years),
    ]


def folder_of(index: Index) -> str | None:
    """The office's id, where it can be the name of a folder; an index is not trusted."""
    return index.office.id if _FOLDER.fullmatch(index.office.id) else None


def snapshot_of(index: Index, data: Callable[[str], bytes | None]) -> Snapshot:
    """What an index and the documents beside it tell.

    `data` gives the bytes of a document by its path from the root, and `None` where it is absent.
    One that is unreadable tells nothing: what is wrong with a document is found elsewhere.
    """
    years = [round_.fiscal_year for round_ in index.rounds]
    policies = {year: _read(PolicyDocument, data(policy_path(year))) for year in years}
    events = {year: _read(EventsDocument, data(events_path(year))) for year in years}
    return Snapshot(
        index=index,
        policies={year: document for year, document in policies.items() if document},
        events={year: document for year, document in events.items() if document},
        ledger=_read(LedgerDocument, data(LEDGER_PATH)),
    )


def placed(index: Index) -> Iterator[Placed]:
    """Every piece of evidence in each cell that it fills, with what was published later."""
    for round_, item in index.round_items():
        for requirement, cell in item.requirement_cells():
            for entry in (*cell.evidence, *cell.later):
                yield Placed(
                    round_=round_, item=item, requirement=requirement.id, cell=cell, entry=entry
                )


def _read(model: type[Document], data: bytes | None) -> Document | None:
    try:
        return model.model_validate_json(data, extra="ignore") if data else None
    except ValidationError:
        return None
