"""What `oit upgrade` writes: migrated texts, the files that are generated, the settings; pure."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from oit.assessment.new_rules import SINCE
from oit.editing.migrations.registry import Migration, migrated, needed
from oit.editing.office import VENDOR, Engine, generated_files
from oit.editing.policy_edit import lines_added, value_replaced
from oit.records.strict_yaml import decode

SETTINGS = "mkdocs.yml"
FIRST_VERSION = "0.1.0"
"""The version of an office from before engines were pinned."""


@dataclass(frozen=True, slots=True)
class UpgradePlan:
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
    """The whole upgrade of an office: `files` are those of its repository, by path."""
    plan = plan_of_records({path: files[path] for path in files if is_written(path)}, before)
    written = dict(plan.written)
    if _is_stricter(before):
        settings = decode(written.get(SETTINGS, files[SETTINGS]))
        written[SETTINGS] = _with_upgrade(settings, before or FIRST_VERSION, today).encode()
    generated = generated_files(engine)
    changed = {path: data for path, data in generated.items() if files.get(path) != data}
    wheels = {path for path in files if path.startswith(f"{VENDOR}/") and path.endswith(".whl")}
    return UpgradePlan(plan.migrations, written, changed, frozenset(wheels - generated.keys()))


def is_written(path: str) -> bool:
    """Whether a path is that of records or policy, which people write and an upgrade migrates."""
    return path.startswith("oit_items/") and path.endswith((".md", ".yml"))


def _is_stricter(before: str | None) -> bool:
    """Whether rules have joined since that version."""
    parts = tuple(int(part) for part in (before or FIRST_VERSION).split("."))
    return any(since > parts for since in SINCE.values())


def _with_upgrade(text: str, version: str, today: date) -> str:
    """The settings with the version that the office comes from, and the day."""
    path = ("extra", "oit", "upgraded")
    try:
        text = value_replaced(text, (*path, "version"), version)
        return value_replaced(text, (*path, "date"), today.isoformat())
    except KeyError:
        lines = [f"  version: {version}", f"  date: {today.isoformat()}"]
        return lines_added(text, path[:-1], ["upgraded:", *lines])
