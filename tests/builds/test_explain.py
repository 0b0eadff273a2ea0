"""Whoever gets a message can ask what it means."""

import pytest
from click.testing import CliRunner

from oit.commands.cli import main
from oit.wording.messages import messages


@pytest.mark.parametrize("rule", sorted(messages()))
def test_every_rule_is_explained(rule: str) -> None:
    """Meaning, example and remedy, in Thai and in English."""
    thai = CliRunner(env={"OIT_LANG": ""}).invoke(main, ["explain", rule])
    assert thai.exit_code == 0
    message = messages()[rule]
    for words in (message.help_th, message.help_en, message.example.split("\n")[0]):
        assert words in thai.output
    assert not {"{found}", "{item}", "{{"} & set(thai.output.split())
    english = CliRunner(env={"OIT_LANG": "en"}).invoke(main, ["explain", rule])
    assert message.help_en in english.output
    assert message.help_th not in english.output


def test_all_rules_are_listed_and_a_misspelt_one_is_understood() -> None:
    """The nearest is named."""
    every = CliRunner(env={"OIT_LANG": ""}).invoke(main, ["explain"])
    assert [line.split(":")[0] for line in every.output.splitlines()] == sorted(messages())
    wrong = CliRunner(env={"OIT_LANG": ""}).invoke(main, ["explain", "date-budhist"])
    assert wrong.exit_code == 2
    assert "date-buddhist" in wrong.output
