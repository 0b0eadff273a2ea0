"""The words of the scripts, which run before the engine's catalogue is installed."""

import json
import re

import pytest

from helpers.support import ROOT
from setup.words import beside, both, say

SCRIPTS = ROOT / "scripts"
FOLDERS = ("setup", "maintain")
_PLACE = re.compile(r"\{(\w+)\}")


def words_of(folder: str) -> dict[str, dict[str, str]]:
    found: dict[str, dict[str, str]] = json.loads(
        (SCRIPTS / folder / "words.json").read_text("utf-8")
    )
    return found


@pytest.mark.parametrize("folder", FOLDERS)
def test_each_message_is_in_both_languages_and_is_named_in_a_script(folder: str) -> None:
    """And nothing is left over."""
    named = "".join(path.read_text("utf-8") for path in SCRIPTS.rglob("*.py"))
    for name, words in words_of(folder).items():
        assert list(words) == ["th", "en"], name
        assert f'"{folder}.{name}"' in named or f"'{folder}.{name}'" in named, name


def test_the_thai_stands_first_and_the_english_is_marked_as_in_the_engine() -> None:
    """Below it, or behind it in brackets."""
    assert both("setup.unknown", name="x").split("\n")[1].startswith("[EN] There is no program")
    assert beside("setup.waiting").endswith("(waiting for another set-up of .venv)")


def test_a_value_that_is_not_there_is_an_error() -> None:
    """No text is printed with a gap in it."""
    for folder in FOLDERS:
        for name, words in words_of(folder).items():
            if _PLACE.search(words["th"]):
                with pytest.raises(KeyError):
                    say(f"{folder}.{name}", "th")
