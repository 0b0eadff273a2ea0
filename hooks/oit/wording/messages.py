"""The texts of every rule of the gate, from the catalogue; and `oit explain`."""

from collections.abc import Mapping
from difflib import get_close_matches
from functools import cache

from oit.catalog import Language, english_line, ids, say, variables
from oit.catalog.sources import texts_of


def rules() -> tuple[str, ...]:
    """The ids of every rule, in the order of the catalogue."""
    return ids("rules")


def rule_text(rule: str, language: Language, part: str = "") -> str:
    """A text of a rule with an ellipsis for each value: `ข้อ … เกินกำหนดปรับปรุง … วัน`.

    `part` is empty for the message itself, or `expected`, `remedy` or `help`.
    """
    message_id = f"rules.{rule}.{part}" if part else f"rules.{rule}"
    gaps = dict.fromkeys(variables(message_id, language), "…")
    return " ".join(say(message_id, language, **gaps).split())


@cache
def examples() -> Mapping[str, str]:
    """An example of what each rule finds, by rule id."""
    found: Mapping[str, str] = texts_of("oit.wording", "examples.yml")
    return found


def likely_rules(name: str) -> list[str]:
    """At most three rule ids that resemble a misspelt one, the nearest first."""
    return get_close_matches(name.strip().lower(), sorted(rules()), n=3, cutoff=0.5)


def explanation(rule: str, language: Language) -> str:
    """All texts of a rule and its example, for a terminal. Raises `KeyError` for an unknown one."""
    texts = [_texts(rule, Language.EN)]
    if language is Language.TH:
        texts = [_texts(rule, Language.TH), english_line(texts[0])]
    example = "\n".join(f"    {line}" for line in examples()[rule].rstrip().split("\n"))
    heading = say("explain.example", language)
    return "\n\n".join([rule, *texts, f"{heading}\n{example}"])


def overview(language: Language) -> str:
    """Every rule with its message, one line per rule."""
    return "\n".join(f"{rule}: {rule_text(rule, language)}" for rule in sorted(rules()))


def _texts(rule: str, language: Language) -> str:
    parts = {part: rule_text(rule, language, part) for part in ("help", "expected", "remedy")}
    return say("explain.texts", language, what=rule_text(rule, language), **parts)
