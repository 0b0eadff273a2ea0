"""Other values in a YAML text: only the lines of what changed are written again.

Comments, blank lines, order and quotes of everything else stay. A comment stays with the field or
the entry that it belongs to (`oit.editing.outline`): it moves with an entry that moves, and goes
with one that is taken out. `theme/admin/yaml-edit.js` is the same for the browser form, and the
tests hold the two against each other.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from operator import eq
from typing import Any

from msgspec import Struct

from oit.editing.outline import Block, Entry, Leaf, Value, line_start, outline
from oit.editing.yaml_text import INDENT, entry_lines, mapping_lines, value_lines


def edited(
    text: str, before: Mapping[str, Any], after: Mapping[str, Any], order: Sequence[str]
) -> str:
    """The text of a mapping, which has the values `before`, with those of `after`.

    A new field stands after those that precede it in `order`. The text is one that the strict
    reader accepts, whose lines end in line feeds.
    """
    editor = _Editor(text, {name: position for position, name in enumerate(order)})
    return editor.applied(0, len(text), editor.mapping_changes(outline(text), before, after))


class _Change(Struct, frozen=True):
    """A text that takes the place of another."""

    start: int
    end: int
    text: str


class _Editor(Struct, frozen=True):
    text: str
    positions: Mapping[str, int]

    def applied(self, start: int, end: int, changes: Iterable[_Change]) -> str:
        """A part of the text, changed; of several changes at one place the first stands first."""
        parts, at = [], start
        for change in sorted(changes, key=lambda change: (change.start, change.end)):
            parts += [self.text[at : change.start], change.text]
            at = change.end
        return "".join([*parts, self.text[at:end]])

    def mapping_changes(
        self, value: Value, before: Mapping[str, Any], after: Mapping[str, Any]
    ) -> Iterator[_Change]:
        """What makes a mapping that has the values `before` one that has those of `after`."""
        if isinstance(value, Leaf):
            yield from self._mapping_below(value, before, after)
            return
        # An empty list says nothing, and the form leaves it out: it stays.
        gone = {name for name, old in before.items() if name not in after and old != []}
        kept = [entry for entry in value.entries if entry.name not in gone]
        yield from self._removals(value.entries, kept)
        for entry in kept:
            old, new = before.get(entry.name), after.get(entry.name)
            if entry.name in after and new != old:
                yield from self._field_changes(entry, value.column, old, new)
        there = {entry.name for entry in value.entries}
        for name in after:
            if name not in there:
                yield self._addition(kept, value.column, name, after[name])

    def _removals(self, entries: Sequence[Entry], kept: Sequence[Entry]) -> Iterator[_Change]:
        """Fields that are taken out go with the comments that belong to them."""
        first = entries[0]
        gone = [entry for entry in entries if entry not in kept]
        if first in gone and first.start != line_start(self.text, first.start):
            # The dash of a list stands before it: what is kept next takes its place.
            following = kept[0]
            between = self.text[following.start : following.sign]
            text = between.lstrip() if "#" in between else ""
            yield _Change(first.sign, following.sign, text)
            gone = [entry for entry in gone if entry.sign > following.sign]
        yield from (_Change(entry.start, entry.stop, "") for entry in gone)

    def _addition(self, kept: Sequence[Entry], column: int, name: str, value: Any) -> _Change:
        """A new field, after the last of those that precede it."""
        line = _joined([*mapping_lines({name: value}, column)])
        earlier = [entry for entry in kept if self._place(entry.name) < self._place(name)]
        if earlier:
            stop = max(earlier, key=lambda entry: self._place(entry.name)).stop
            return _Change(stop, stop, line)
        sign = kept[0].sign
        return _Change(sign, sign, line.lstrip(" ") + " " * column)

    def _place(self, name: str) -> int:
        return self.positions.get(name, len(self.positions))

    def _field_changes(self, entry: Entry, column: int, old: Any, new: Any) -> Iterator[_Change]:
        value = entry.value
        if isinstance(value, Leaf):
            yield from self._leaf_changes(entry, value, column, new)
        elif new:
            yield self._list_change(value, old, new)
        else:
            yield _Change(entry.mark, entry.mark, " []")
            rest = _joined(_on_own_lines(value.comments, column + INDENT))
            yield _Change(value.entries[0].start, value.entries[-1].stop, rest)

    def _leaf_changes(self, entry: Entry, leaf: Leaf, column: int, new: Any) -> Iterator[_Change]:
        first, *others = value_lines(new, column + INDENT)
        # A block scalar ends after its last line break, which the new value needs too.
        end = leaf.end - 1 if self.text[leaf.end - 1] == "\n" else leaf.end
        if self.text[entry.mark : leaf.start].strip(" "):  # comments or lines between
            yield _Change(leaf.start, end, first.lstrip(" "))
        else:
            yield _Change(entry.mark, end, first)
        lines = [*_on_own_lines(leaf.comments, column + INDENT), *others]
        yield _Change(entry.line_end, entry.line_end, _joined(lines))

    def _list_change(self, block: Block, old: Sequence[Any], new: Sequence[Any]) -> _Change:
        sources = _sources(old, new)
        chunks = [
            _joined(entry_lines(value, block.column))
            if source is None
            else self._entry(block.entries[source], old[source], value)
            for value, source in zip(new, sources, strict=True)
        ]
        return _Change(block.entries[0].start, block.entries[-1].stop, "".join(chunks))

    def _entry(self, entry: Entry, old: Any, new: Any) -> str:
        """An entry of a list with its comments, changed where its values are."""
        changes = () if old == new else self.mapping_changes(entry.value, old, new)
        return self.applied(entry.start, entry.stop, changes)

    def _mapping_below(
        self, leaf: Leaf, before: Mapping[str, Any], after: Mapping[str, Any]
    ) -> Iterator[_Change]:
        """A mapping in brackets is written again, its fields below each other."""
        if before != after:
            column = leaf.start - line_start(self.text, leaf.start)
            lines = [*_on_own_lines(leaf.comments, column), *mapping_lines(after, column)]
            yield _Change(leaf.start, leaf.end, "\n".join(lines).lstrip(" "))


def _sources(old: Sequence[Any], new: Sequence[Any]) -> list[int | None]:
    """Which old entry each new one comes from: its equal, else one that it mostly equals.

    Of several the one at its own place, else the first.
    """
    sources: list[int | None] = [None] * len(new)
    for is_source in (eq, _mostly_equal):
        for place, value in enumerate(new):
            if sources[place] is None:
                free = [number for number in range(len(old)) if number not in sources]
                alike = [number for number in free if is_source(old[number], value)]
                sources[place] = place if place in alike else next(iter(alike), None)
    return sources


def _mostly_equal(old: Any, new: Any) -> bool:
    """Whether at least half of the fields of a mapping are what they were."""
    if not isinstance(old, Mapping) or not isinstance(new, Mapping):
        return False
    kept = [name for name, value in old.items() if new.get(name) == value]
    return 2 * len(kept) >= len(old)


def _on_own_lines(comments: Iterable[str], column: int) -> list[str]:
    return [f"{' ' * column}{comment}" for comment in comments]


def _joined(lines: Iterable[str]) -> str:
    return "".join(f"{line}\n" for line in lines)
