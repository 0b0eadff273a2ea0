"""What the guide tells people to type is what the shipped round takes."""

import re
import shlex

import pytest

from oit.load import load_site
from oit_app.cli import main
from support import ROOT

GUIDE = "\n".join(path.read_text("utf-8") for path in sorted((ROOT / "docs/guide").glob("*.md")))
_SHOWN = re.compile(r"^oit ([^\n]+)$|`oit ([^`]+)`", re.MULTILINE)
COMMANDS = sorted({first or second for first, second in _SHOWN.findall(GUIDE)})


@pytest.mark.parametrize("line", COMMANDS)
def test_a_command_of_the_guide_exists_with_its_options(line: str) -> None:
    """Whoever copies it is not told that there is no such thing."""
    name, *words = shlex.split(line)
    known = {option for one in main.commands[name].params for option in one.opts}
    assert {word for word in words if word.startswith("--")} <= known


def test_periods_of_the_guide_are_owed() -> None:
    """A month that the item does not know would be refused to the newcomer."""
    [round_] = load_site(ROOT).rounds
    shown = re.findall(r"oit (?:add|none) (O\d+) --period (\S+)", GUIDE)
    assert shown
    for name, period in shown:
        item = round_.mandated(name)
        assert item
        owed = {str(one) for requirement in item.requirements for one in requirement.periods}
        assert period in owed
