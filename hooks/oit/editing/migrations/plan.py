"""What `oit upgrade` writes: migrated texts, the files that are generated, the settings; pure."""

from collections.abc import Mapping
from datetime import date, timedelta
from functools import partial

from msgspec import Struct
from packaging.version import Version

from oit.assessment.new_rules import rules_since
from oit.editing.migrations.registry import Migration, migrated, needed
from oit.editing.office import LOCK, VENDOR, Engine, generated_files, pinned_wheel
from oit.editing.policy_edit import edited_bytes, lines_added, value_replaced
from oit.findings import DocumentError
from oit.model.office import UPGRADE_DAYS
from oit.records.settings import parse_settings

SETTINGS = "mkdocs.yml"
FIRST_VERSION = "0.1.0"
"""The version of an office from before engines were pinned."""


class SettingsFormError(Exception):
    """The settings cannot be read, or are in a form to which nothing can be added (in braces)."""


class UpgradePlan(Struct, frozen=True):
    """What an upgrade changes, by path from the root."""

    migrations: tuple[Migration, ...]
    written: Mapping[str, bytes]
    """Records, policy and settings: what people write."""
    generated: Mapping[str, bytes]
    removed: frozenset[str]
    """Earlier engines."""


def plan_of_records(files: Mapping[str, bytes], before: str | None) -> UpgradePlan:
    """The migrations alone, of records and policy that come from the version `before`."""
    steps = needed(before)
    return UpgradePlan(steps, migrated(files, steps), {}, frozenset())


def plan_of_office(
    files: Mapping[str, bytes], before: str | None, engine: Engine, today: date
) -> UpgradePlan:
    """The whole upgrade of an office: `files` are those of its repository, by path.

    Raises `SettingsFormError`.
    """
    plan = plan_of_records({path: files[path] for path in files if is_written(path)}, before)
    written = dict(plan.written)
    version = before or FIRST_VERSION
    if rules_since(version):
        settings = partial(_with_upgrade, version=version, today=today)
        written[SETTINGS] = edited_bytes(files[SETTINGS], settings)
    generated = generated_files(engine)
    changed = {path: data for path, data in generated.items() if files.get(path) != data}
    pinned = pinned_wheel(files.get(LOCK, b"").decode())
    earlier = {f"{VENDOR}/{pinned.name}"} if pinned else set()
    return UpgradePlan(plan.migrations, written, changed, frozenset(earlier - generated.keys()))


def is_written(path: str) -> bool:
    """Whether a path is that of records or policy, which people write and an upgrade migrates."""
    return path.startswith("oit_items/") and path.endswith((".md", ".yml"))


def _with_upgrade(text: str, version: str, today: date) -> str:
    """The settings with the version that the office comes from, and the day.

    An earlier upgrade whose time still runs keeps its version: its rules are still new.
    """
    path = ("extra", "oit", "upgraded")
    try:
        named = parse_settings(text).ours.values
        if not (earlier := named.get("upgraded")):
            lines = [f"  version: {version}", f"  date: {today.isoformat()}"]
            return lines_added(text, path[:-1], ["upgraded:", *lines])
        days = timedelta(days=int(named.get("upgrade_days", UPGRADE_DAYS)))
        until = date.fromisoformat(earlier["date"]) + days
        oldest = min(version, str(earlier["version"]), key=Version) if today <= until else version
        text = value_replaced(text, (*path, "version"), oldest)
        return value_replaced(text, (*path, "date"), today.isoformat())
    except (DocumentError, KeyError, TypeError, ValueError, AttributeError):
        raise SettingsFormError from None
