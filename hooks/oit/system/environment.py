"""What the machine says: today's date in Bangkok, and the settings made by variables."""

import os
import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta, timezone
from typing import TypeVar

from oit.assessment.gate import Gate
from oit.assessment.result import Today
from oit.wording.terms import Language

Choice = TypeVar("Choice", Gate, Language)

COMMIT = re.compile(r"[0-9a-f]{40}|[0-9a-f]{64}")
"""A commit's whole name."""
BANGKOK = timezone(timedelta(hours=7), "Asia/Bangkok")
"""Thailand keeps one offset all year, so no time-zone database is needed."""


class SettingError(Exception):
    """A variable has a value that means nothing; the text says which, in Thai and English."""


@dataclass(frozen=True, slots=True)
class Environment:
    """How this run was asked to judge."""

    today: Today
    gate: Gate
    language: Language
    base: str | None = None
    """What a change is compared with: a branch, tag or commit; `None` for the main branch."""
    commit: str | None = None
    """The version that is published, for the index."""


def now_in_bangkok() -> datetime:
    """The time of day where the office is."""
    return datetime.now(BANGKOK)


def read_environment(
    variables: Mapping[str, str] = os.environ,
    now: datetime | None = None,
    default_gate: Gate = Gate.ENFORCE,
) -> Environment:
    """`OIT_AS_OF`, `OIT_GATE`, `OIT_BASE`, `OIT_COMMIT`, `OIT_LANG`, with today in Bangkok.

    Raises `SettingError`.
    """
    now = now or datetime.now(UTC)
    return Environment(
        today=_today(variables.get("OIT_AS_OF", ""), now),
        gate=_choice("OIT_GATE", variables, default_gate),
        language=_choice("OIT_LANG", variables, Language.TH),
        base=variables.get("OIT_BASE") or None,
        commit=_commit(variables.get("OIT_COMMIT", "")),
    )


def _today(text: str, now: datetime) -> Today:
    if not text:
        return Today(now.astimezone(BANGKOK).date())
    try:
        return Today(date.fromisoformat(text), is_set=True)
    except ValueError:
        raise _error("OIT_AS_OF", text, "2025-04-30") from None


def _commit(text: str) -> str | None:
    if text and not COMMIT.fullmatch(text):
        raise _error("OIT_COMMIT", text, "0123456789abcdef0123456789abcdef01234567")
    return text or None


def _choice(name: str, variables: Mapping[str, str], default: Choice) -> Choice:
    """The member of the default's enumeration that a variable names."""
    choices = type(default)
    found = variables.get(name) or default.value
    try:
        return choices(found)
    except ValueError:
        raise _error(name, found, " | ".join(choices)) from None


def _error(name: str, found: str, expected: str) -> SettingError:
    return SettingError(
        f"ค่า {name} ที่ระบุ “{found}” ใช้ไม่ได้ โปรดระบุเป็น {expected}\n"
        f"[EN] {name}={found!r} is not usable; expected {expected}"
    )
