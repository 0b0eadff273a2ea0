"""The settings of a run: environment variables, today's date in Bangkok, and the engine itself."""

import os
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta, timezone
from importlib.metadata import metadata
from typing import TypeVar

from oit.assessment.gate import Gate
from oit.assessment.result import Today
from oit.catalog import Language, both
from oit.contract.index import Generator

Setting = TypeVar("Setting", Gate, Language)

COMMIT = re.compile(r"[0-9a-f]{40}|[0-9a-f]{64}")
"""The full hash of a commit: SHA-1, or SHA-256 in newer repositories."""
BANGKOK = timezone(timedelta(hours=7), "Asia/Bangkok")
"""Thailand has had one UTC offset since 1920, so no time-zone database is needed."""

_BUDDHIST_YEARS = 543
"""How far the Buddhist era is ahead of the Gregorian one."""
_FIRST_BUDDHIST_YEAR = 2400
_MOST_YEARS_AHEAD = 10
"""A later year is a slip of the pen: no round is written so early."""
_ANY_DATE = re.compile(r"(\d{4})-(\d{1,2})-(\d{1,2})")


class SettingError(Exception):
    """A variable has an unusable value; the text says which, in Thai and English."""


@dataclass(frozen=True, slots=True)
class Environment:
    """How this run is to judge."""

    today: Today
    gate: Gate
    language: Language
    base: str | None = None
    """What a change is compared with: a branch, tag or commit; `None` for the main branch."""
    commit: str | None = None
    """The commit that is built, for the index."""
    is_rehearsal: bool = False
    """What is built is not for publishing, so that even a real site may be of another day."""


def now_in_bangkok() -> datetime:
    """The time of day where the office is."""
    return datetime.now(BANGKOK)


def last_day_lived(variables: Mapping[str, str] = os.environ) -> date:
    """Today in Bangkok, or the day that is set where that is later: what is later is to come.

    Raises `SettingError`.
    """
    now = now_in_bangkok()
    return max(now.date(), _today(variables.get("OIT_AS_OF", ""), now).day)


def refuse_unopened(rounds_open: Iterable[date], environment: Environment) -> None:
    """Raises `SettingError` where the day that is set lies before all rounds: nothing is judged.

    How a site looks before its first round may be rehearsed.
    """
    first, today = min(rounds_open, default=None), environment.today
    if today.is_set and not environment.is_rehearsal and first and today.day < first:
        found = today.day.isoformat()
        raise SettingError(
            both("environment.before-all-rounds", found=found, first=first.isoformat())
        )


def refuse_set_day(environment: Environment) -> None:
    """Raises `SettingError` where what is built to be published would be of another day."""
    if environment.today.is_set and not environment.is_rehearsal:
        day = environment.today.day.isoformat()
        raise SettingError(both("environment.set-in-production", day=day))


def read_generator() -> Generator:
    """The running engine, by the metadata of its package, as `oit --version` tells it."""
    told = metadata("oit")
    addresses = dict(entry.split(", ", 1) for entry in told.get_all("Project-URL") or ())
    home = addresses.get("Homepage")
    return Generator(name=told["Name"], version=told["Version"], url=home)


def read_environment(
    variables: Mapping[str, str] = os.environ,
    now: datetime | None = None,
    default_gate: Gate = Gate.ENFORCE,
) -> Environment:
    """`OIT_AS_OF`, `OIT_GATE`, `OIT_BASE`, `OIT_COMMIT`, `OIT_LANG` and `OIT_REHEARSAL`.

    Raises `SettingError`.
    """
    now = now or datetime.now(UTC)
    return Environment(
        today=_today(variables.get("OIT_AS_OF", ""), now),
        gate=_enumerated("OIT_GATE", variables, default_gate),
        language=_enumerated("OIT_LANG", variables, Language.TH),
        base=variables.get("OIT_BASE") or None,
        commit=_commit(variables.get("OIT_COMMIT", "")),
        is_rehearsal=bool(variables.get("OIT_REHEARSAL")),
    )


def _today(text: str, now: datetime) -> Today:
    """The day in Bangkok, or the one that is set. Raises `SettingError`.

    ISO 8601 knows more forms (`20250430`, `2025-W18-3`), which people read otherwise: one is taken.
    """
    if not text:
        return Today(now.astimezone(BANGKOK).date())
    day = _meant(text)
    if day is None or day.isoformat() != text:
        raise _setting_error("OIT_AS_OF", text, day.isoformat() if day else "2025-04-30")
    if day.year > now.year + _MOST_YEARS_AHEAD:
        values = {"name": "OIT_AS_OF", "found": text}
        raise SettingError(
            both("environment.too-late", year=now.year + _MOST_YEARS_AHEAD, **values)
        )
    return Today(day, is_set=True)


def _meant(text: str) -> date | None:
    """The day that a text means, in any digits and of either era; `None` for any other text."""
    found = _ANY_DATE.fullmatch(text)
    try:
        year, month, day = map(int, found.groups()) if found else (0, 0, 0)
        return date(year - _BUDDHIST_YEARS if year >= _FIRST_BUDDHIST_YEAR else year, month, day)
    except ValueError:
        return None


def _commit(text: str) -> str | None:
    if text and not COMMIT.fullmatch(text):
        example = "0123456789abcdef0123456789abcdef01234567"
        raise _setting_error("OIT_COMMIT", text, example)
    return text or None


def _enumerated(name: str, variables: Mapping[str, str], default: Setting) -> Setting:
    """The member of the default's enumeration that a variable names."""
    members = type(default)
    text = variables.get(name) or default.value
    try:
        return members(text)
    except ValueError:
        raise _setting_error(name, text, " | ".join(members)) from None


def _setting_error(name: str, found: str, expected: str) -> SettingError:
    return SettingError(both("environment.unusable", name=name, found=found, expected=expected))
