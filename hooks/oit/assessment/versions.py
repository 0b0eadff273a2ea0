"""Which entry of a base an entry of the head was: known by what it discloses and for which cell."""

from collections.abc import Callable, Iterable
from typing import TypeAlias

from msgspec import Struct

from oit.assessment.content import Entry, entries_of
from oit.records.site import Bundle

_Same: TypeAlias = Callable[[Entry, Entry], bool]


class Version(Struct, frozen=True):
    """An entry as it is now, and as it was."""

    now: Entry
    before: Entry | None
    """`None` for an entry that the base does not have."""

    @property
    def was_dated_otherwise(self) -> bool:
        """Whether another day of publication stood in the base."""
        return self.before is not None and not _is_same_day(self.before, self.now)

    @property
    def has_same_content(self) -> bool:
        """Whether it discloses what it did."""
        return self.before is not None and self.before.content == self.now.content

    @property
    def is_new(self) -> bool:
        """Whether it discloses something for a day or a period that the base does not have."""
        if self.before is None or not self.now.periods <= self.before.periods:
            return True
        return self.was_dated_otherwise and not self.has_same_content


def versions_of(base: Bundle | None, head: Bundle) -> list[Version]:
    """Each entry of a bundle with the one that it was; the surest matches are made first."""
    left, now = entries_of(base), entries_of(head)
    before: dict[int, Entry] = {}
    for is_same in _MATCHES:
        for index, entry in enumerate(now):
            alike = (old for old in left if is_same(old, entry))
            if index not in before and (found := next(alike, None)):
                before[index] = found
                left.remove(found)
    return [Version(entry, before.get(index)) for index, entry in enumerate(now)]


def _is_untouched(old: Entry, new: Entry) -> bool:
    return _is_same_cell(old, new) and old.content == new.content and _is_same_day(old, new)


def _is_renamed(old: Entry, new: Entry) -> bool:
    """The same content for the same requirement and at least one period of before."""
    is_for_it = old.periods & new.periods or not (old.periods or new.periods)
    return _is_same_place(old, new) and old.content == new.content and bool(is_for_it)


def _is_moved(old: Entry, new: Entry) -> bool:
    """The same content for the same cells, in another part of the item."""
    is_for_it = old.evidence.requirement == new.evidence.requirement and old.periods == new.periods
    return is_for_it and old.content == new.content


def _is_changed(old: Entry, new: Entry) -> bool:
    """Another content under the same name."""
    is_named_so = old.evidence.kind == new.evidence.kind != "none" and old.name == new.name
    return _is_same_place(old, new) and is_named_so


def _is_exchanged(old: Entry, new: Entry) -> bool:
    """Another content for the same cell; of several for no period, the one of the same day."""
    is_same_kind = old.evidence.kind == new.evidence.kind
    is_sure = bool(old.periods) or _is_same_day(old, new)
    return _is_same_cell(old, new) and is_same_kind and is_sure


_MATCHES: Iterable[_Same] = (_is_untouched, _is_renamed, _is_moved, _is_changed, _is_exchanged)


def _is_same_place(old: Entry, new: Entry) -> bool:
    """Of one record or part, for one requirement."""
    is_same_unit = old.unit.division == new.unit.division
    return is_same_unit and old.evidence.requirement == new.evidence.requirement


def _is_same_cell(old: Entry, new: Entry) -> bool:
    return _is_same_place(old, new) and old.periods == new.periods


def _is_same_day(old: Entry, new: Entry) -> bool:
    return old.evidence.published == new.evidence.published
