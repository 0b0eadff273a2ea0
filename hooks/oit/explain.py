"""The words of a rule for whoever wants to know more: its meaning, its example, its remedy."""

import re
from difflib import get_close_matches

from oit.messages import Message, messages
from oit.terms import Language

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
