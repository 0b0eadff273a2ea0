"""From when to when everything in a round stood, as values (`history_of` makes them)."""

from collections import defaultdict
from collections.abc import Mapping
from datetime import date
from functools import cached_property
from typing import Literal, TypeAlias, get_args

from msgspec import Struct

from oit.assessment.cells import Disclosure
from oit.assessment.recorded import Counting
from oit.model.record import Review
from oit.model.withdrawals import FILLED_NOTHING, Withdrawal
from oit.periods import Period
from oit.records.contents import digest_of
from oit.records.witness import ConfirmationKey, EntryKey, UnitKey

_Kind: TypeAlias = Literal["file", "url", "section", "none"]
_KINDS: tuple[_Kind, ...] = get_args(_Kind)


def stands(life: "EntryLife | ConfirmationLife | UnitLife", day: date) -> bool:
    """Whether something stood on a day, as it was at its end."""
    has_begun = life.since is None or life.since <= day
    return has_begun and (life.until is None or day < life.until)


class EntryLife(Struct, frozen=True, kw_only=True):
    """An evidence entry in a cell that it could fill, for a time without a break."""

    key: EntryKey
    counting: Counting
    since: date | None
    """`None` where no history tells: then it counts from its own day alone."""
    until: date | None
    """The first day on which it stood no more; `None` for what stands."""
    sample: bool
    disclosure: Disclosure | None = None
    """The entry as it is now; `None` for what stands no more."""
    rule: str | None = None
    """Of the finding for which it fills nothing."""
    is_recorded: bool = True
    """Whether a history knows it."""
    withdrawal: Withdrawal | None = None
    void_from: date | None = None
    """From when on it counts as never disclosed: it was taken back as wrong or empty."""

    @property
    def published(self) -> date:
        """The day that it names; of what stands no more, that which it named at first."""
        return self.disclosure.evidence.published if self.disclosure else self.counting.claimed

    @property
    def digest(self) -> str | None:
        """SHA-256 of what it discloses; `None` for a stated nothing."""
        return digest_of(self.key.content) or None

    @property
    def kind(self) -> _Kind | None:
        """`file`, `url`, `section` or `none`; `None` where nothing is left of it."""
        if self.disclosure:
            return self.disclosure.evidence.kind
        kind = self.key.content.partition(":")[0]
        return next((known for known in _KINDS if known == kind), None)

    @property
    def is_concealed(self) -> bool:
        """Whether nothing may be said of its content: it was taken off for what it showed."""
        return self.withdrawal is not None and self.withdrawal.why not in FILLED_NOTHING


class ConfirmationLife(Struct, frozen=True, kw_only=True):
    """An `updated` or a review, for a time without a break."""

    key: ConfirmationKey
    counting: Counting
    since: date | None
    until: date | None

    @property
    def review(self) -> Review | None:
        """The review; `None` for an `updated`."""
        return self.key.confirmed if isinstance(self.key.confirmed, Review) else None


class UnitLife(Struct, frozen=True, kw_only=True):
    """A record with what it promises, or a part, for a time without a break."""

    key: UnitKey
    since: date | None
    """`None` where no history tells."""
    until: date | None


class Lifetimes(Struct, frozen=True, kw_only=True, dict=True):
    """Everything in a round, in the order of the history; what is not in it yet comes last."""

    entries: tuple[EntryLife, ...]
    confirmations: tuple[ConfirmationLife, ...]
    units: tuple[UnitLife, ...]

    @cached_property  # every cell asks
    def by_requirement(self) -> Mapping[tuple[str, str, Period | None], list[EntryLife]]:
        """What could ever fill a cell, by item, requirement and period."""
        found: defaultdict[tuple[str, str, Period | None], list[EntryLife]] = defaultdict(list)
        for life in self.entries:
            found[life.key.item, life.key.requirement, life.key.period].append(life)
        return dict(found)
