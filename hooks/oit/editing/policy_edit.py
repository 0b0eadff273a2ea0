"""A key or a value changed in the text of a policy file, of settings, or of a record's fields.

For the migrations of `oit upgrade`: comments, order and quotes of everything else stay, in brackets
too, and tags such as `!ENV` are passed over. The lines of a text end in line feeds, and it has no
byte-order mark. A path is one of `oit.records.strict_yaml.Document.lines`.
"""

from codecs import BOM_UTF8
from collections.abc import Callable, Iterator, Sequence
from typing import Any

import yaml

from oit.editing.outline import Block, composed, content_end, inner_comments, outline
from oit.editing.yaml_text import INDENT, in_brackets
from oit.findings import FieldPath
from oit.records.strict_yaml import decode


def edited_bytes(data: bytes, edit: Callable[[str], str]) -> bytes:
    """A file edited as text with line feeds; its own line ends and byte-order mark stay.

    Raises `DocumentError` where it is no text.
    """
    mark = BOM_UTF8 if data.startswith(BOM_UTF8) else b""
    line_end = "\r\n" if b"\r\n" in data else "\n"
    return mark + edit(decode(data)).replace("\n", line_end).encode("utf-8")


def key_renamed(text: str, path: FieldPath, old: str, new: str) -> str:
    """The text with a key renamed in each mapping of the list at a path that has it.

    Raises `KeyError` where nothing stands at the path.
    """
    _, node = found_at(composed(text), path)
    entries = node.value if isinstance(node, yaml.SequenceNode) else []
    keys = [key for entry in entries for key, _ in _fields(entry) if key.value == old]
    for key in reversed(keys):  # the last first, so that places stay what they are
        text = text[: key.start_mark.index] + new + text[key.end_mark.index :]
    return text


def value_replaced(text: str, path: FieldPath, new: Any) -> str:
    """The text with another scalar, or list of scalars, as the value of the field at a path.

    Comments within the old value come to stand below the new one. Raises `KeyError` where there is
    no such field.
    """
    key, node = found_at(composed(text), path)
    if key is None:
        raise KeyError(path)
    start, end = node.start_mark.index, len(text[: content_end(text, node)].rstrip("\n"))
    colon = text.index(":", key.end_mark.index) + 1
    if not text[colon:start].strip():  # not below a comment of its own
        start = colon
    line_end = text.find("\n", end) if "\n" in text[end:] else len(text)
    below = " " * (key.start_mark.column + INDENT)
    comments = "".join(f"\n{below}{comment}" for comment in inner_comments(text, node))
    gap = " " if start == colon else ""
    return f"{text[:start]}{gap}{_inline(new)}{text[end:line_end]}{comments}{text[line_end:]}"


def lines_added(text: str, path: FieldPath, lines: Sequence[str]) -> str:
    """The text with lines at the end of the mapping at a path, indented as its fields are.

    Raises `KeyError` where no mapping stands there, its fields below each other.
    """
    block = outline(text)
    for name in path:
        entries = block.entries if isinstance(block, Block) else ()
        block = {entry.name: entry.value for entry in entries}[str(name)]
    if not isinstance(block, Block):
        raise KeyError(path)
    added = "".join(f"{' ' * block.column}{line}\n" for line in lines)
    stop = block.entries[-1].stop
    gap = "" if text[:stop].endswith("\n") else "\n"
    return f"{text[:stop]}{gap}{added}{text[stop:]}"


def _inline(value: Any) -> str:
    if isinstance(value, list | tuple):
        return f"[{', '.join(in_brackets(entry) for entry in value)}]"
    return in_brackets(value)


def found_at(node: yaml.Node, path: Sequence[str | int]) -> tuple[yaml.Node | None, yaml.Node]:
    """The node at a path, and its key where it is the value of a field."""
    key = None
    for step in path:
        if isinstance(step, int):
            entries = node.value if isinstance(node, yaml.SequenceNode) else []
            if step >= len(entries):
                raise KeyError(tuple(path))
            key, node = None, entries[step]
        else:
            named = [(name, value) for name, value in _fields(node) if name.value == step]
            if not named:
                raise KeyError(tuple(path))
            key, node = named[0]
    return key, node


def _fields(node: yaml.Node) -> Iterator[tuple[yaml.Node, yaml.Node]]:
    if isinstance(node, yaml.MappingNode):
        yield from node.value
