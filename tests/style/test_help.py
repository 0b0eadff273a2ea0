"""What a command says of itself is written as the style guide asks."""

import re
from collections.abc import Iterator

import click
import pytest

from helpers.english_style import faults_of_english
from helpers.thai_style import faults_of_thai
from oit.catalog import beside
from oit.commands import cli

NAMES = sorted(cli.main.list_commands(click.Context(cli.main)))
_ENGLISH = re.compile(r"\s*\((?P<english>[^ก-๛]+)\)\.?$")
"""In brackets at the end."""


@pytest.mark.parametrize("name", NAMES)
def test_the_help_of_a_command_is_well_written(name: str) -> None:
    """Its Thai as staff read it; its English, which follows in brackets, without archaic forms."""
    faults = {}
    for text in texts(name):
        english = _ENGLISH.search(text)
        found = {**faults_of_thai(_ENGLISH.sub("", text))}
        if english and (archaic := faults_of_english(english["english"])):
            found["archaic"] = archaic
        if found:
            faults[text] = found
    assert faults == {}


def texts(name: str) -> Iterator[str]:
    """The description of a command, and those of its options."""
    command = cli.main.get_command(click.Context(cli.main), name)
    assert command is not None
    yield beside(f"help.{name}")
    for option in command.params:
        yield getattr(option, "help", None) or ""
