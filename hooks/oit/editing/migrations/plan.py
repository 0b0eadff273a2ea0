"""What `oit upgrade` writes: migrated texts, the files that are generated, the settings; pure."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from oit.assessment.new_rules import SINCE
from oit.editing.migrations.registry import Migration, migrated, needed
from oit.editing.office import VENDOR, Engine, generated_files
from oit.editing.yaml_tree import text_of, tree_of

SETTINGS = "mkdocs.yml"
FIRST_VERSION = "0.1.0"
"""The version of an office from before engines were pinned."""


@dataclass(frozen=True, slots=True)
class UpgradePlan:
    """What an upgrade changes, by path from the root."""

    migrations: tuple[Migration, ...]
    texts: Mapping[str, str]
    """Records, policy and settings."""
    generated: Mapping[str, bytes]
    removed: frozenset[str]
    """Earlier engines."""


def plan_of_texts(texts: Mapping[str, str], before: str | None) -> UpgradePlan:
    """The migrations alone, of records and policy that come from the version `before`."""
    steps = needed(before)
    return UpgradePlan(steps, migrated(texts, steps), {}, frozenset())


def plan_of_office(
    files: Mapping[str, bytes], before: str | None, engine: Engine, today: date
) -> UpgradePlan:
    """The whole upgrade of an office: `files` are those of its repository, by path."""
    texts = {path: data.decode("utf-8") for path, data in files.items() if _is_text(path)}
    plan = plan_of_texts(texts, before)
    changed = dict(plan.texts)
    if _is_stricter(before):
        changed[SETTINGS] = _with_upgrade(texts[SETTINGS], before or FIRST_VERSION, today)
    generated = generated_files(engine)
    written = {path: data for path, data in generated.items() if files.get(path) != data}
    wheels = {path for path in files if path.startswith(f"{VENDOR}/") and path.endswith(".whl")}
    return UpgradePlan(plan.migrations, changed, written, frozenset(wheels - generated.keys()))


def _is_text(path: str) -> bool:
    return path == SETTINGS or (path.startswith("oit_items/") and path.endswith((".md", ".yml")))


def _is_stricter(before: str | None) -> bool:
    """Whether rules have joined since that version."""
    parts = tuple(int(part) for part in (before or FIRST_VERSION).split("."))
    return any(since > parts for since in SINCE.values())


def _with_upgrade(text: str, version: str, today: date) -> str:
    """The settings with the version that the office comes from, and the day."""
    tree = tree_of(text)
    tree["extra"]["oit"]["upgraded"] = {"version": version, "date": today}
    return text_of(tree)
