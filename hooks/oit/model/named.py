"""Divisions and requirements by the names that people give them."""

from collections.abc import Iterable

from oit.model.mandate import Requirement
from oit.model.office import Division
from oit.model.written_words import Nearest, known_words, nearest, normalised


def read_division(text: str, divisions: Iterable[Division]) -> Division | None:
    """The division of an id or a name in Thai or English, with or without ฝ่าย or Section."""
    known, wanted = tuple(divisions), normalised(text)
    for names in (_full_names, names_of):
        found = [division for division in known if wanted in map(normalised, names(division))]
        if found:
            return found[0] if len(found) == 1 else None
    return None


def nearest_division(text: str, divisions: Iterable[Division]) -> Nearest | None:
    """The id of the division that a text names, or of the one that a misspelt name resembles."""
    known = tuple(divisions)
    if named := read_division(text, known):
        return Nearest(named.id, is_clear=True)
    ids = {name: division.id for division in known for name in _all_names(division)}
    return _resembled(text, ids)


def nearest_requirement(text: str, requirements: Iterable[Requirement]) -> Nearest | None:
    """The id of the requirement of a label in Thai or English, or of the one that it resembles."""
    known = tuple(requirements)
    names = {
        name: requirement.id
        for requirement in known
        for name in (requirement.id, requirement.label_th, requirement.label_en)
    }
    same = {names[name] for name in names if normalised(name) == normalised(text)}
    if len(same) == 1:
        return Nearest(same.pop(), is_clear=True)
    return _resembled(text, names)


def names_of(division: Division) -> tuple[str, ...]:
    """The names by which a division is known, besides its id."""
    short_th = division.name_th
    for word in known_words()["division"]:
        short_th = short_th.removeprefix(word)
    short = (short_th, division.name_en.removesuffix(" Section"))
    return (division.name_th, division.name_en, *short)


def _resembled(text: str, ids: dict[str, str]) -> Nearest | None:
    """The id whose name a text resembles; two names of the same id do not compete."""
    found = nearest(text, ids)
    if found is None:
        return None
    others = [name for name, value in ids.items() if value != ids[found.name]]
    alone = nearest(text, [found.name, *others])
    return Nearest(ids[found.name], bool(alone and alone.is_clear))


def _all_names(division: Division) -> tuple[str, ...]:
    return (division.id, *names_of(division))


def _full_names(division: Division) -> tuple[str, ...]:
    return (division.id, division.name_th, division.name_en)
