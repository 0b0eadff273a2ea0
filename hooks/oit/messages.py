"""The words of every rule, in Thai and English: one table, by rule id, in `messages.yml`."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib import resources

import yaml


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
    text = resources.files("oit").joinpath("messages.yml").read_text("utf-8")
    safe_loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
    table = yaml.load(text, Loader=safe_loader)  # noqa: S506 -- a SafeLoader, by either name
    return {rule: Message(**words) for rule, words in table.items()}
