"""The settings of a run: environment variables and today's date in Bangkok."""

import os
import re
from collections.abc import Iterable, Mapping
from datetime import UTC, date, datetime
from typing import TypeVar

from msgspec import Struct

from oit.assessment.gate import Gate
from oit.assessment.result import Today
from oit.catalog import Language, both
from oit.system.clock import BANGKOK, SettingError, set_day, setting_error

Setting = TypeVar("Setting", Gate, Language)

COMMIT = re.compile(r"[0-9a-f]{40}|[0-9a-f]{64}")
"""The full hash of a commit: SHA-1, or SHA-256 in newer repositories."""


class Environment(Struct, frozen=True):
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


def read_environment(
    variables: Mapping[str, str] = os.environ,
    now: datetime | None = None,
    default_gate: Gate = Gate.ENFORCE,
) -> Environment:
    """`OIT_AS_OF`, `OIT_GATE`, `OIT_BASE`, `OIT_COMMIT`, `OIT_LANG` and `OIT_REHEARSAL`.

    Raises `SettingError`.
    """
    now = now or datetime.now(UTC)
    day = set_day(variables.get("OIT_AS_OF", ""), now)
    return Environment(
        today=Today(day or now.astimezone(BANGKOK).date(), is_set=day is not None),
        gate=_enumerated("OIT_GATE", variables, default_gate),
        language=_enumerated("OIT_LANG", variables, Language.TH),
        base=variables.get("OIT_BASE") or None,
        commit=_commit(variables.get("OIT_COMMIT", "")),
        is_rehearsal=bool(variables.get("OIT_REHEARSAL")),
    )


def _commit(text: str) -> str | None:
    if text and not COMMIT.fullmatch(text):
        example = "0123456789abcdef0123456789abcdef01234567"
        raise setting_error("OIT_COMMIT", text, example)
    return text or None


def _enumerated(name: str, variables: Mapping[str, str], default: Setting) -> Setting:
    """The member of the default's enumeration that a variable names."""
    members = type(default)
    text = variables.get(name) or default.value
    try:
        return members(text)
    except ValueError:
        raise setting_error(name, text, " | ".join(members)) from None
