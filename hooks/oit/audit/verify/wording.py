"""Discrepancies in Thai and English, from the table in `messages.yml`."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache
from importlib import resources

import yaml

from oit.assessment.result import RoundState
from oit.assessment.statuses import Status
from oit.audit.verify.values import Discrepancy
from oit.catalog import Language
from oit.catalog.dates import english_date, thai_date
from oit.wording.sentences import printable
from oit.wording.terms import ROUND_TH, STATUS_EN, STATUS_TH

_DATES = frozenset({"due_on", "today", "as_of"})
_ROUND_STATES = frozenset({"round_found", "round_expected"})


@dataclass(frozen=True, kw_only=True, slots=True)
class CheckMessage:
    """What a check says: templates that the params of a discrepancy fill, and remedies."""

    th: str
    remedy_th: str
    en: str
    remedy_en: str


@dataclass(frozen=True, slots=True)
class DiscrepancyText:
    """A discrepancy in one language."""

    what: str
    remedy: str


@cache
def messages() -> Mapping[str, CheckMessage]:
    """The table, by check id."""
    text = resources.files("oit.audit.verify").joinpath("messages.yml").read_text("utf-8")
    safe_loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
    table = yaml.load(text, Loader=safe_loader)  # noqa: S506 -- a SafeLoader, by either name
    return {check: CheckMessage(**texts) for check, texts in table.items()}


def words_of(discrepancy: Discrepancy, language: Language) -> DiscrepancyText:
    """What is wrong, and what to do about it."""
    message = messages()[discrepancy.check]
    values = {name: _value(name, value, language) for name, value in discrepancy.params.items()}
    what = getattr(message, str(language)).format_map(values)
    # A param may be empty, which leaves two blanks or one at the end.
    return DiscrepancyText(" ".join(what.split()), getattr(message, f"remedy_{language}"))


def _value(name: str, value: str, language: Language) -> str:
    """A param in words; what comes from the site is stripped of control characters."""
    english = language is Language.EN
    if name in _DATES:
        day = date.fromisoformat(value)
        return english_date(day) if english else thai_date(day)
    if name == "item_status":
        return (STATUS_EN if english else STATUS_TH)[Status(value)]
    if name in _ROUND_STATES:
        return value if english else ROUND_TH[RoundState(value)]
    return printable(value)
