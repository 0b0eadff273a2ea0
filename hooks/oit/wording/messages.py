"""The texts of every rule, in Thai and English, from `messages.yml`; and `oit explain`."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from difflib import get_close_matches
from functools import cache
from importlib import resources

import yaml

from oit.wording.terms import Language

_PLACEHOLDER = re.compile(r"\{[a-z_]+\}")


@dataclass(frozen=True, kw_only=True, slots=True)
class Message:
    """The texts of a rule: templates that a finding's values fill, and the help page's texts."""

    th: str
    expected_th: str
    remedy_th: str
    en: str
    expected_en: str
    remedy_en: str
    help_th: str
    help_en: str
    example: str
    likely_th: str = ""
    likely_en: str = ""
    """Added where the finding knows the value that was probably meant (`likely`)."""


@cache
def messages() -> Mapping[str, Message]:
    """The texts by rule id. They ship with the package and never change while the program runs."""
    text = resources.files("oit.wording").joinpath("messages.yml").read_text("utf-8")
    # The C loader is much faster; not every build of PyYAML has it.
    safe_loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
    table = yaml.load(text, Loader=safe_loader)  # noqa: S506 -- a SafeLoader, by either name
    return {rule: Message(**words) for rule, words in table.items()}


def generic_text(template: str) -> str:
    """A template with an ellipsis for each value: `ข้อ … เกินกำหนดปรับปรุง … วัน`."""
    return " ".join(_PLACEHOLDER.sub("…", template).replace("{{", "{").replace("}}", "}").split())


def likely_rules(name: str) -> list[str]:
    """At most three rule ids that resemble a misspelt one, the nearest first."""
    return get_close_matches(name.strip().lower(), sorted(messages()), n=3, cutoff=0.5)


def explanation(rule: str, language: Language) -> str:
    """All texts of a rule and its example, for a terminal. Raises `KeyError` for an unknown one."""
    message = messages()[rule]
    english = language is Language.EN
    parts = [_in_english(message)] if english else [_in_thai(message), _in_english(message)]
    example = "\n".join(f"    {line}" for line in message.example.rstrip().split("\n"))
    heading = "Example:" if english else "ตัวอย่าง (example):"
    return "\n\n".join([rule, *parts, f"{heading}\n{example}"])


def overview(language: Language) -> str:
    """Every rule with its message, one line per rule."""
    english = language is Language.EN
    return "\n".join(
        f"{rule}: {generic_text(message.en if english else message.th)}"
        for rule, message in sorted(messages().items())
    )


def _in_thai(message: Message) -> str:
    return (
        f"{generic_text(message.th)}\nความหมาย: {message.help_th}\n"
        f"ที่ถูกต้อง: {generic_text(message.expected_th)}\nวิธีแก้ไข: {generic_text(message.remedy_th)}"
    )


def _in_english(message: Message) -> str:
    return (
        f"[EN] {generic_text(message.en)}\nMeaning: {message.help_en}\n"
        f"Expected: {generic_text(message.expected_en)}\nRemedy: {generic_text(message.remedy_en)}"
    )
