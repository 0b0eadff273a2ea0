"""Where the fields of a YAML text stand, and which comments belong to each.

The places are those of PyYAML's parser, which the strict reader uses too. A comment on lines of its
own belongs to what stands below it, unless it is indented deeper than what stands above it.
`theme/admin/yaml-edit.js` draws the same outline.
"""

import re
from collections.abc import Iterator
from typing import TypeAlias

import yaml
from msgspec import Struct

from oit.records.strict_yaml import LOADER

_BETWEEN = re.compile(r"( *)(#[^\n]*)?\n")
"""A line without a value."""
_COMMENT = re.compile(r"(?<!\S)#[^\n]*")
_BLANK_LINES = re.compile(r"\n[ \n]*\Z")
_DASH = re.compile(r"^ *(-)(?!\S)", re.MULTILINE)


class Leaf(Struct, frozen=True):
    """What is changed as a whole: a scalar, a collection in brackets, a mapping with `? key`."""

    start: int
    end: int
    comments: tuple[str, ...]
    """Those inside it."""


class Entry(Struct, frozen=True):
    """A field of a mapping, or an entry of a list (then without a name)."""

    name: str
    start: int
    """Where the comments above it begin."""
    sign: int
    """Where its key or its dash stands."""
    mark: int
    """After its colon or its dash."""
    value: "Block | Leaf"
    line_end: int
    """After the last line of its value."""
    stop: int
    """After the comments that are indented deeper below it."""


class Block(Struct, frozen=True):
    """A mapping or a list whose entries stand below each other."""

    column: int
    entries: tuple[Entry, ...]
    comments: tuple[str, ...]
    """Those between its values."""


Value: TypeAlias = Block | Leaf


def outline(text: str) -> Value:
    """The outline of a document that the strict reader accepts, with line feeds as line ends.

    Raises `ValueError` where it has no values.
    """
    return _value(text, composed(text), 0)


def composed(text: str) -> yaml.Node:
    """The nodes of a YAML text. Raises `ValueError` where it has none."""
    node = yaml.compose(text, Loader=LOADER)
    if node is None:
        raise ValueError("the text has no values")
    return node


def comments_in(text: str) -> tuple[str, ...]:
    """The comments of a text without scalars."""
    return tuple(_COMMENT.findall(text))


def line_start(text: str, index: int) -> int:
    """The index at which the line of an index begins."""
    return text.rfind("\n", 0, index) + 1


def _value(text: str, node: yaml.Node, start: int) -> Value:
    """The outline of a node; `start` is where the comments above its first entry may begin."""
    comments = tuple(inner_comments(text, node))
    if not _is_block(text, node):
        return Leaf(node.start_mark.index, content_end(text, node), comments)
    entries: list[Entry] = []
    column = node.start_mark.column
    for key, value in _children(node):
        at = entries[-1].stop if entries else start
        entries.append(_entry(text, key, value, at, column))
    return Block(column, tuple(entries), comments)


def _is_block(text: str, node: yaml.Node) -> bool:
    if not isinstance(node, yaml.CollectionNode) or node.flow_style:
        return False
    at = node.start_mark.index
    for key, value in _children(node):
        if key and "?" in _COMMENT.sub("", text[at : key.start_mark.index]):
            return False
        at = content_end(text, value)
    return True


def _entry(text: str, key: yaml.Node | None, value: yaml.Node, at: int, column: int) -> Entry:
    if key:
        sign = key.start_mark.index
        mark = text.find(":", key.end_mark.index) + 1
    else:
        dash = _DASH.search(text, at)
        sign = dash.start(1) if dash else at
        mark = sign + 1
    line_end = _line_end(text, content_end(text, value))
    below = mark if not key else _line_end(text, mark)
    name = key.value if key else ""
    stop = _after_deeper_comments(text, line_end, column)
    return Entry(name, at, sign, mark, _value(text, value, below), line_end, stop)


def _children(node: yaml.Node) -> Iterator[tuple[yaml.Node | None, yaml.Node]]:
    if isinstance(node, yaml.MappingNode):
        yield from node.value
    else:
        yield from ((None, value) for value in node.value)


def content_end(text: str, node: yaml.Node) -> int:
    """The index after the last sign of a node; its own mark would be where the next one begins.

    The blank lines below a block scalar are its own only where it says so (`|+`).
    """
    if isinstance(node, yaml.CollectionNode) and not node.flow_style:
        return content_end(text, [value for _, value in _children(node)][-1])
    end = int(node.end_mark.index)
    if isinstance(node, yaml.ScalarNode) and node.style in ("|", ">"):
        written = text[node.start_mark.index : end]
        kept = "+" in written.partition("\n")[0].partition("#")[0]
        return end if kept else end - len(written) + len(_BLANK_LINES.sub("\n", written))
    return end


def _line_end(text: str, index: int) -> int:
    """The index after the line of an index; a block scalar ends where the next line begins."""
    if text[index - 1 : index] == "\n":
        return index
    end = text.find("\n", index)
    return len(text) if end < 0 else end + 1


def _after_deeper_comments(text: str, index: int, column: int) -> int:
    """The index after comments that are indented deeper than a column."""
    end = index
    while line := _BETWEEN.match(text, index):
        if line[2] and len(line[1]) <= column:
            break
        index = line.end()
        end = index if line[2] else end
    return end


def inner_comments(text: str, node: yaml.Node) -> Iterator[str]:
    """The comments between the scalars of a node, and those on first lines of block scalars."""
    at = node.start_mark.index
    for inner in _scalars(node):
        yield from comments_in(text[at : inner.start_mark.index])
        if inner.style in ("|", ">"):
            yield from comments_in(text[inner.start_mark.index :].partition("\n")[0])
        at = inner.end_mark.index
    if isinstance(node, yaml.CollectionNode) and node.flow_style:
        yield from comments_in(text[at : node.end_mark.index])


def _scalars(node: yaml.Node) -> Iterator[yaml.ScalarNode]:
    if isinstance(node, yaml.ScalarNode):
        yield node
    for pair in _children(node) if isinstance(node, yaml.CollectionNode) else ():
        for inner in pair:
            yield from _scalars(inner) if inner else ()
