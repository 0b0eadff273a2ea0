"""Whoever enters data is told of nothing that is not there: no option of another command."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import click
import pytest

from helpers.support import ROOT
from oit.catalog import Language, ids, say, variables
from oit.commands.cli import main
from oit.entry.prompts import Way

ROOMS = ("entry", "desk", "intake", "editing")
CALLS = frozenset({"say", "both", "beside"})
REMEDIES = tuple(f"rules.{name}.remedy" for name in ids("rules"))
VALUE, NUMBER = "x", 2
_COMMAND = re.compile(rf"(?:oit|git) [a-z-]+(?: (?:{VALUE}|--?[a-z][a-z-]*))*")
"""A whole command, with the options that are its own."""
_OPTION = re.compile(r"(?<![\w-])--[a-z][a-z-]*")
_QUOTED = re.compile("“([^”]+)”")


def _hints(way: Way) -> list[str]:
    """All messages that the rooms of entries say by their ids, and what findings advise."""
    files = (path for room in ROOMS for path in (ROOT / "hooks/oit" / room).rglob("*.py"))
    said = {*(id_ for path in files for id_ in _said(path)), *REMEDIES}
    others = tuple(f"{other}." for other in Way if other is not way)
    return sorted(id_ for id_ in said if not id_.startswith(others))


def _said(path: Path) -> Iterator[str]:
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, ast.Call) and ast.unparse(node.func) in CALLS and node.args:
            first = node.args[0]
            if isinstance(first, ast.Constant) and isinstance(first.value, str):
                yield first.value


def _worded(hint: str, way: Way, language: Language) -> str:
    values: dict[str, str | int] = dict.fromkeys(variables(hint, language), VALUE)
    if "count" in values:
        values["count"] = NUMBER
    return say(hint, language, **{"what": "item", **values, "way": way})


def _options(command: str) -> set[str]:
    assert isinstance(main, click.Group)
    found = main.get_command(click.Context(main), command)
    assert found is not None
    return {name for parameter in found.params for name in parameter.opts}


@pytest.mark.parametrize("language", Language)
@pytest.mark.parametrize("way", [Way.INBOX, Way.DESK])
def test_a_hint_names_only_options_of_who_shows_it(way: Way, language: Language) -> None:
    """The inbox those of `oit inbox`, the desk those of `oit desk`; whole commands are others'."""
    for hint in _hints(way):
        words = _COMMAND.sub("", _worded(hint, way, language))
        assert {*_OPTION.findall(words)} <= _options(way), (hint, words)


@pytest.mark.parametrize("language", Language)
def test_what_a_hint_of_the_desk_tells_to_choose_stands_on_its_page(language: Language) -> None:
    """By the very words of the page."""
    page = {_worded(f"desk.{name}", Way.DESK, language) for name in ids("desk")}
    quoted = {
        words
        for hint in _hints(Way.DESK)
        if "way" in variables(hint, language)
        for words in _QUOTED.findall(_worded(hint, Way.DESK, language))
    }
    assert quoted - {VALUE} <= page
    assert quoted - {VALUE}


@pytest.mark.parametrize("language", Language)
def test_each_way_has_words_of_its_own(language: Language) -> None:
    """A hint that asks for the way tells the command, the inbox and the desk different things."""
    hints = [hint for hint in _hints(Way.COMMAND) if "way" in variables(hint, language)]
    assert hints
    for hint in hints:
        assert len({_worded(hint, way, language) for way in Way}) == len(Way), hint
