"""Whoever gets a message can ask what it means."""

import pytest
from click.testing import CliRunner

from oit.catalog import Language
from oit.commands.cli import main
from oit.wording.messages import examples, rule_text, rules


@pytest.mark.parametrize("rule", sorted(rules()))
def test_every_rule_is_explained(rule: str) -> None:
    """Meaning, example and remedy, in Thai and in English."""
    thai = CliRunner(env={"OIT_LANG": ""}).invoke(main, ["explain", rule])
    assert thai.exit_code == 0
    help_texts = [rule_text(rule, language, "help") for language in Language]
    for words in (*help_texts, examples()[rule].split("\n")[0]):
        assert words in thai.output
    assert not {"{found}", "{item}", "{{"} & set(thai.output.split())
    english = CliRunner(env={"OIT_LANG": "en"}).invoke(main, ["explain", rule])
    assert help_texts[1] in english.output
    assert help_texts[0] not in english.output


def test_all_rules_are_listed_and_a_misspelt_one_is_understood() -> None:
    """The nearest is named."""
    every = CliRunner(env={"OIT_LANG": ""}).invoke(main, ["explain"])
    assert [line.split(":")[0] for line in every.output.splitlines()] == sorted(rules())
    wrong = CliRunner(env={"OIT_LANG": ""}).invoke(main, ["explain", "date-budhist"])
    assert wrong.exit_code == 2
    assert "date-buddhist" in wrong.output
