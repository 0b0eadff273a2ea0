"""The words of every rule, in Thai and English: one table, by rule id, in `messages.yml`."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from difflib import get_close_matches
from functools import cache
from importlib import resources

import yaml

from oit.wording.terms import Language


@dataclass(frozen=True, kw_only=True, slots=True)
class Message:
    """What is wrong, what is expected, what to do; and the help page's words."""

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


@cache
def messages() -> Mapping[str, Message]:
    """The table. It ships with the package and never changes while the program runs."""
    text = resources.files("oit.wording").joinpath("messages.yml").read_text("utf-8")
    safe_loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
    table = yaml.load(text, Loader=safe_loader)  # noqa: S506 -- a SafeLoader, by either name
    return {rule: Message(**words) for rule, words in table.items()}


_PLACEHOLDER = re.compile(r"\{[a-z_]+\}")


def in_general(template: str) -> str:
    """A message without the particulars of a case: `ข้อ … เกินกำหนดปรับปรุง … วัน`."""
    return " ".join(_PLACEHOLDER.sub("…", template).replace("{{", "{").replace("}}", "}").split())


def likely_rules(name: str) -> list[str]:
    """The rules whose ids are nearest to a misspelt one, the nearest first."""
    return get_close_matches(name.strip().lower(), sorted(messages()), n=3, cutoff=0.5)


def explanation(rule: str, language: Language) -> str:
    """All that is to be known of a rule, for a terminal. Raises `KeyError` for an unknown one."""
    message = messages()[rule]
    english = language is Language.EN
    parts = [_in_english(message)] if english else [_in_thai(message), _in_english(message)]
    example = "\n".join(f"    {line}" for line in message.example.rstrip().split("\n"))
    heading = "Example:" if english else "ตัวอย่าง (example):"
    return "\n\n".join([rule, *parts, f"{heading}\n{example}"])


def overview(language: Language) -> str:
    """Every rule, a line each."""
    english = language is Language.EN
    return "\n".join(
        f"{rule}: {in_general(message.en if english else message.th)}"
        for rule, message in sorted(messages().items())
    )


def _in_thai(message: Message) -> str:
    return (
        f"{in_general(message.th)}\nความหมาย: {message.help_th}\n"
        f"ที่ถูกต้อง: {in_general(message.expected_th)}\nวิธีแก้ไข: {in_general(message.remedy_th)}"
    )


def _in_english(message: Message) -> str:
    return (
        f"[EN] {in_general(message.en)}\nMeaning: {message.help_en}\n"
        f"Expected: {in_general(message.expected_en)}\nRemedy: {in_general(message.remedy_en)}"
    )
