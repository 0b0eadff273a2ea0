"""YAML as a tree that can be changed at any node, and written with things that YAML forbids."""

import json
import random
import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, TypeAlias


@dataclass(frozen=True)
class Raw:
    """A text that is written as it is: a tag, an alias, an open bracket."""

    text: str


Tree: TypeAlias = Any
"""A text, `Raw`, a list of trees, or a mapping as a list of pairs (`Pairs`)."""


class Pairs(list[tuple[Any, Any]]):
    """A mapping whose keys may repeat, and be anything."""


Slot: TypeAlias = tuple[Any, int, bool]
"""A container, an index in it, and whether the key of a pair is meant."""

_PLAIN = re.compile(r"[\wก-๛][\wก-๛ /.()–@*+-]*")


def tree_of(value: Any) -> Tree:
    """The tree of values as a reader of YAML or JSON gives them."""
    if isinstance(value, dict):
        return Pairs((str(key), tree_of(entry)) for key, entry in value.items())
    if isinstance(value, list):
        return [tree_of(entry) for entry in value]
    if value is None or isinstance(value, bool | int | float):
        return Raw(json.dumps(value))
    return str(value)


def slots(tree: Tree) -> Iterator[Slot]:
    """Every place of a tree where something else may stand."""
    for index, entry in enumerate(tree if isinstance(tree, list) else ()):
        if isinstance(tree, Pairs):
            yield tree, index, True
        yield tree, index, False
        yield from slots(entry[1] if isinstance(tree, Pairs) else entry)


def at(slot: Slot) -> Tree:
    """What stands in a place."""
    container, index, is_key = slot
    entry = container[index]
    if isinstance(container, Pairs):
        return entry[0] if is_key else entry[1]
    return entry


def put(slot: Slot, value: Tree) -> None:
    """Let something else stand in a place."""
    container, index, is_key = slot
    if isinstance(container, Pairs):
        key, old = container[index]
        container[index] = (value, old) if is_key else (key, value)
    else:
        container[index] = value


def yaml_text(tree: Tree, chance: random.Random) -> str:
    """A tree as YAML: mostly in blocks, now and then in brackets, plain or quoted."""
    if not isinstance(tree, list):
        return f"{_scalar(tree, chance)}\n"
    return "".join(f"{line}\n" for line in _lines(tree, chance))


def json_text(tree: Tree) -> str:
    """A tree as JSON, keys that are no text as texts."""
    if isinstance(tree, Pairs):
        pairs = (f"{json.dumps(_word(key))}:{json_text(value)}" for key, value in tree)
        return f"{{{','.join(pairs)}}}"
    if isinstance(tree, list):
        return f"[{','.join(map(json_text, tree))}]"
    return tree.text if isinstance(tree, Raw) else json.dumps(tree, ensure_ascii=False)


def _lines(tree: Tree, chance: random.Random) -> Iterator[str]:
    for entry in tree:
        lead, value = "-", entry
        if isinstance(tree, Pairs):
            lead, value = f"{_key(entry[0], chance)}:", entry[1]
        if not isinstance(value, list) or not value or chance.random() < 0.03:
            yield f"{lead} {_flow(value, chance)}"
        elif lead == "-":
            first, *rest = _lines(value, chance)
            yield f"- {first}"
            yield from (f"  {line}" for line in rest)
        else:
            yield lead
            yield from (f"  {line}" for line in _lines(value, chance))


def _flow(tree: Tree, chance: random.Random) -> str:
    if isinstance(tree, Pairs):
        pairs = (f"{_key(key, chance)}: {_flow(value, chance)}" for key, value in tree)
        return f"{{{', '.join(pairs)}}}"
    if isinstance(tree, list):
        return f"[{', '.join(_flow(entry, chance) for entry in tree)}]"
    return _scalar(tree, chance)


def _key(key: Tree, chance: random.Random) -> str:
    return f"? {_flow(key, chance)}\n" if isinstance(key, list) else _scalar(key, chance)


def _scalar(value: Tree, chance: random.Random) -> str:
    if isinstance(value, Raw):
        return value.text
    if _PLAIN.fullmatch(value) and chance.random() < 0.9:
        return str(value)
    if chance.random() < 0.1:
        return f"'{value.replace(chr(39), chr(39) * 2)}'"
    return json.dumps(value, ensure_ascii=chance.random() < 0.1)


def _word(key: Tree) -> str:
    return key.text if isinstance(key, Raw) else str(key)
