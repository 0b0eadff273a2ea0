"""What a command says of itself is written as the style guide asks."""

import re
from collections.abc import Iterator

import click
import pytest

from helpers.english_style import faults_of_english
from helpers.thai_style import faults_of_thai
from oit.commands import cli

NAMES = sorted(cli.main.list_commands(click.Context(cli.main)))
_WIDE = 10_000
"""Columns of a terminal that breaks no line, since a break would also break words of Thai."""
_ENGLISH = re.compile(r"\s*\((?P<english>[^ก-๛]+)\):?$")
"""In brackets at the end of what it translates."""


@pytest.mark.parametrize("name", NAMES)
def test_the_help_of_a_command_is_well_written(name: str) -> None:
    """Its Thai as staff read it; its English, which follows in brackets, without archaic forms."""
    faults = {}
    for line in help_lines(name):
        english = _ENGLISH.search(line)
        archaic = faults_of_english(english["english"]) if english else []
        if found := [*faults_of_thai(_ENGLISH.sub("", line)).items(), *archaic]:
            faults[line] = found
    assert faults == {}


def help_lines(name: str) -> Iterator[str]:
    """The sentences of `oit NAME --help`, without names of options and examples to type."""
    command = cli.main.get_command(click.Context(cli.main), name)
    assert command is not None
    context = command.context_class(command, info_name=f"oit {name}", max_content_width=_WIDE)
    context.terminal_width = _WIDE
    for line in command.get_help(context).split("\n"):
        words = re.split(r"\s{2,}", line.strip())[-1]
        if re.search("[ก-๛]", words) and not words.startswith(("oit ", "วิธีใช้ (usage):")):
            yield words


@pytest.mark.parametrize("name", ["", *NAMES])
def test_the_headings_of_a_help_are_in_thai(name: str) -> None:
    """Click's own words, too: how it is typed, the headings, and what `--help` does."""
    main = click.Context(cli.main, info_name="oit")
    command = cli.main.get_command(main, name) if name else cli.main
    assert command is not None
    text = command.get_help(command.context_class(command, info_name=name))
    assert text.startswith("วิธีใช้ (usage): ")
    assert "ตัวเลือก (options):" in text
    assert "แสดงวิธีใช้คำสั่งนี้ (show this help)" in text
    assert not re.search("^(Usage|Options|Commands):|Show this", text, re.MULTILINE)
