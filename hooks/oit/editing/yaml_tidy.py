"""A YAML text written again by the one rule of `oit.editing.yaml_text`, with its comments.

Each comment and blank line stays with the field or the entry that it belongs to
(`oit.editing.outline`), indented as that is.
"""

from collections.abc import Iterable, Iterator, Mapping
from itertools import chain, dropwhile
from typing import Any

from msgspec import Struct

from oit.editing.outline import Entry, Leaf, Value, comments_in, outline
from oit.editing.yaml_text import INDENT, mapping_lines, value_lines


def tidied(text: str, values: Mapping[str, Any]) -> str:
    """The text of a mapping that has these values, its fields in their order.

    The text is one that the strict reader accepts, whose lines end in line feeds.
    """
    tidier, value = _Tidier(text), outline(text)
    lines = (
        *tidier.before(value, 0, 0),
        *tidier.mapping(value, values, 0),
        *tidier.after(value, len(text), 0),
    )
    return "".join(f"{line}\n" for line in lines)


class _Tidier(Struct, frozen=True):
    text: str

    def mapping(self, value: Value, values: Mapping[str, Any], column: int) -> Iterator[str]:
        """The lines of a mapping that begins in a column."""
        if isinstance(value, Leaf):
            yield from _on_own_lines(value.comments, column)
            yield from mapping_lines(values, column)
            return
        entries = {entry.name: entry for entry in value.entries}
        for name, new in values.items():
            yield from self._above(entries[name], column)
            yield from self._field(entries[name], new, column)

    def before(self, value: Value, start: int, column: int) -> Iterator[str]:
        """The comments before a mapping in brackets; those of another belong to its first field."""
        if isinstance(value, Leaf):
            yield from _on_own_lines(comments_in(self.text[start : value.start]), column)

    def after(self, value: Value, stop: int, column: int) -> Iterator[str]:
        """The comments after a mapping or a list that belong to none of its entries."""
        if isinstance(value, Leaf):
            yield from _on_own_lines(comments_in(self.text[value.end : stop]), column)
        else:
            yield from _indented(self.text[value.entries[-1].stop : stop], column)

    def _field(self, entry: Entry, new: Any, column: int) -> Iterator[str]:
        name, value = f"{' ' * column}{entry.name}:", entry.value
        if isinstance(value, Leaf):
            yield from self._leaf(entry, value, name, new, column)
            return
        yield name + self.text[entry.mark : value.entries[0].start].rstrip()
        for inner, part in zip(value.entries, new, strict=True):
            yield from self._above(inner, column + INDENT)
            yield from self._in_list(inner, part, column + INDENT)
        yield from self.after(value, entry.stop, column + INDENT)

    def _in_list(self, entry: Entry, new: Any, column: int) -> Iterator[str]:
        dash, value, inner = f"{' ' * column}-", entry.value, column + INDENT
        if isinstance(value, Leaf) and not isinstance(new, Mapping):
            yield from self._leaf(entry, value, dash, new, column)
            return
        lines = chain(self.before(value, entry.mark, inner), self.mapping(value, new, inner))
        first, *others = dropwhile(lambda line: not line, lines)
        yield f"{dash} {first.lstrip(' ')}"
        yield from others
        yield from self.after(value, entry.stop, inner)

    def _leaf(self, entry: Entry, leaf: Leaf, name: str, new: Any, column: int) -> Iterator[str]:
        """A value that is written again, with the comments before, inside, beside and below it."""
        first, *others = value_lines(new, column + INDENT)
        yield from _on_own_lines(comments_in(self.text[entry.mark : leaf.start]), column)
        yield name + first + self.text[leaf.end : entry.line_end].rstrip()
        yield from _on_own_lines(leaf.comments, column + INDENT)
        yield from others
        yield from _indented(self.text[entry.line_end : entry.stop], column + INDENT)

    def _above(self, entry: Entry, column: int) -> Iterator[str]:
        return _indented(self.text[entry.start : entry.sign], column)


def _on_own_lines(comments: Iterable[str], column: int) -> Iterator[str]:
    yield from (f"{' ' * column}{comment}" for comment in comments)


def _indented(text: str, column: int) -> Iterator[str]:
    """The comments and the blank lines of a text without values."""
    for line in text.split("\n")[:-1]:
        if not line.strip():
            yield ""
        elif line.lstrip().startswith("#"):
            yield f"{' ' * column}{line.strip()}"
