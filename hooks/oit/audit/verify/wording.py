"""A discrepancy in words: one table, Thai and English, by check id, in `verification.yml`."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache
from importlib import resources

import yaml

from oit.assessment.result import RoundState
from oit.assessment.statuses import Status
from oit.audit.verify.values import Discrepancy
from oit.wording.sentences import printable
from oit.wording.terms import ROUND_TH, STATUS_EN, STATUS_TH, Language, english_date, thai_date

_DATES = frozenset({"due_on", "today", "as_of"})
_ROUND_STATES = frozenset({"round_found", "round_expected"})


@dataclass(frozen=True, kw_only=True, slots=True)
class Message:
    """What is wrong and what to do, as templates."""

    th: str
    remedy_th: str
    en: str
    remedy_en: str


@dataclass(frozen=True, slots=True)
class Words:
    """A discrepancy, worded in one language."""

    what: str
    remedy: str


@cache
def messages() -> Mapping[str, Message]:
    """The table. It ships with the package and never changes while the program runs."""
    text = resources.files("oit.audit.verify").joinpath("messages.yml").read_text("utf-8")
    safe_loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
    table = yaml.load(text, Loader=safe_loader)  # noqa: S506 -- a SafeLoader, by either name
    return {check: Message(**words) for check, words in table.items()}


def words_of(one: Discrepancy, language: Language) -> Words:
    """What to tell people about a discrepancy."""
    message = messages()[one.check]
    values = {name: _value(name, value, language) for name, value in one.params.items()}
    what = getattr(message, str(language)).format_map(values)
    return Words(" ".join(what.split()), getattr(message, f"remedy_{language}"))


def _value(name: str, value: str, language: Language) -> str:
    english = language is Language.EN
    if name in _DATES:
        day = date.fromisoformat(value)
        return english_date(day) if english else thai_date(day)
    if name == "item_status":
        return (STATUS_EN if english else STATUS_TH)[Status(value)]
    if name in _ROUND_STATES:
        return value if english else ROUND_TH[RoundState(value)]
    return printable(value)
