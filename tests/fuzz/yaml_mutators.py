"""One change of a YAML tree, as somebody might make it who errs, or means harm."""

import copy
import random
from collections.abc import Callable

from fuzz.trees import Pairs, Raw, Slot, Tree, at, put, slots
from fuzz.values import DATES, NAMES, any_scalar, any_tree

Mutate = Callable[[Tree, random.Random], None]
_MOST_COPIES = 300


def mutated(tree: Tree, chance: random.Random) -> Tree:
    """A copy of a tree with one to three changes."""
    changed = copy.deepcopy(tree)
    for _ in range(chance.choice((1, 1, 1, 2, 3))):
        chance.choice(_MUTATORS)(changed, chance)
    return changed


def _slot(tree: Tree, chance: random.Random) -> Slot | None:
    places = list(slots(tree))
    return chance.choice(places) if places else None


def _named(tree: Tree, chance: random.Random, *names: str) -> Slot | None:
    """The place of the value of a field of one of the names."""
    places = [slot for slot in slots(tree) if isinstance(slot[0], Pairs) and not slot[2]]
    fitting = [slot for slot in places if slot[0][slot[1]][0] in names]
    return chance.choice(fitting) if fitting else None


def _other_value(tree: Tree, chance: random.Random) -> None:
    if slot := _slot(tree, chance):
        put(slot, any_scalar(chance))


def _other_tree(tree: Tree, chance: random.Random) -> None:
    if slot := _slot(tree, chance):
        put(slot, any_tree(chance))


def _other_file(tree: Tree, chance: random.Random) -> None:
    if slot := _named(tree, chance, "file"):
        put(slot, chance.choice(NAMES))


def _other_day(tree: Tree, chance: random.Random) -> None:
    names = (
        "published",
        "updated",
        "date",
        "opens",
        "closes",
        "until",
        "adopted",
        "first_published",
    )
    if slot := _named(tree, chance, *names):
        put(slot, chance.choice(DATES))


def _gone(tree: Tree, chance: random.Random) -> None:
    if slot := _slot(tree, chance):
        del slot[0][slot[1]]


def _twice(tree: Tree, chance: random.Random) -> None:
    if slot := _slot(tree, chance):
        slot[0].insert(chance.randrange(len(slot[0]) + 1), copy.deepcopy(slot[0][slot[1]]))


def _many(tree: Tree, chance: random.Random) -> None:
    if slot := _slot(tree, chance):
        slot[0].extend([slot[0][slot[1]]] * chance.randrange(_MOST_COPIES))


def _added(tree: Tree, chance: random.Random) -> None:
    slot = _slot(tree, chance)
    container = slot[0] if slot else tree
    if isinstance(container, Pairs):
        key = chance.choice(
            ("x", "<<", "on", "", "kind", "file", "periods", "item", Raw("? [a]\n"))
        )
        container.append((key, any_tree(chance)))
    elif isinstance(container, list):
        container.append(any_tree(chance))


def _wrapped(tree: Tree, chance: random.Random) -> None:
    if slot := _slot(tree, chance):
        inner = at(slot)
        put(slot, chance.choice(([inner], Pairs([("a", inner)]), [[inner]], [inner, inner])))


def _unwrapped(tree: Tree, chance: random.Random) -> None:
    if slot := _slot(tree, chance):
        inner = at(slot)
        if isinstance(inner, list) and inner:
            put(slot, inner[0][1] if isinstance(inner, Pairs) else inner[0])


def _list_as_mapping(tree: Tree, chance: random.Random) -> None:
    if slot := _slot(tree, chance):
        inner = at(slot)
        if isinstance(inner, list) and not isinstance(inner, Pairs):
            put(slot, Pairs((str(number), entry) for number, entry in enumerate(inner)))


def _swapped(tree: Tree, chance: random.Random) -> None:
    first, second = _slot(tree, chance), _slot(tree, chance)
    if first and second:
        one, other = copy.deepcopy(at(first)), copy.deepcopy(at(second))
        put(first, other)
        put(second, one)


def _anchored(tree: Tree, chance: random.Random) -> None:
    if slot := _slot(tree, chance):
        inner = at(slot)
        text = inner.text if isinstance(inner, Raw) else inner
        if isinstance(text, str):
            put(slot, Raw(chance.choice((f"&a {text}", f"!!str {text}", f"!x {text}", "*a"))))


def _longer(tree: Tree, chance: random.Random) -> None:
    slot = _slot(tree, chance)
    if slot and isinstance(at(slot), str):
        put(slot, at(slot) + chance.choice((" ", "\u200b", "x", "\n", "\0", "ก" * 1000)))


_MUTATORS: tuple[Mutate, ...] = (
    *(_other_value, _other_value, _other_value, _other_tree, _other_file, _other_day, _gone, _gone),
    *(_twice, _many, _added, _wrapped, _unwrapped, _list_as_mapping, _swapped, _anchored, _longer),
)
