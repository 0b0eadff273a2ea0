"""The settings of a run: environment variables, today's date in Bangkok, and the engine itself."""

import os
import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta, timezone
from importlib.metadata import metadata
from typing import TypeVar

from oit.assessment.gate import Gate
from oit.assessment.result import Today
from oit.contract.index import Generator
from oit.wording.terms import Language

Setting = TypeVar("Setting", Gate, Language)

COMMIT = re.compile(r"[0-9a-f]{40}|[0-9a-f]{64}")
"""The full hash of a commit: SHA-1, or SHA-256 in newer repositories."""
BANGKOK = timezone(timedelta(hours=7), "Asia/Bangkok")
"""Thailand has had one UTC offset since 1920, so no time-zone database is needed."""


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


def now_in_bangkok() -> datetime:
    """The time of day where the office is."""
    return datetime.now(BANGKOK)


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
    """`OIT_AS_OF`, `OIT_GATE`, `OIT_BASE`, `OIT_COMMIT` and `OIT_LANG`, with their defaults.

    Raises `SettingError`.
    """
    now = now or datetime.now(UTC)
    return Environment(
        today=_today(variables.get("OIT_AS_OF", ""), now),
        gate=_enumerated("OIT_GATE", variables, default_gate),
        language=_enumerated("OIT_LANG", variables, Language.TH),
        base=variables.get("OIT_BASE") or None,
        commit=_commit(variables.get("OIT_COMMIT", "")),
    )


def _today(text: str, now: datetime) -> Today:
    if not text:
        return Today(now.astimezone(BANGKOK).date())
    try:
        return Today(date.fromisoformat(text), is_set=True)
    except ValueError:
        raise _setting_error("OIT_AS_OF", text, "2025-04-30") from None


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
    return SettingError(
        f"ค่า {name} ที่ระบุ “{found}” ใช้ไม่ได้ โปรดระบุเป็น {expected}\n"
        f"[EN] {name}={found!r} is not usable; expected {expected}"
    )
