"""A case: one site with one thing changed, by its number. What it must not do is in `oracle`."""

import random
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from pathlib import Path

import yaml

from fuzz.file_mutators import changed_file, seeds
from fuzz.sites import DAYS, YEAR, Base, bases, measures, record_bytes
from fuzz.text_mutators import any_body, changed_bytes
from fuzz.trees import json_text, tree_of, yaml_text
from fuzz.yaml_mutators import mutated
from helpers.edits import ledger, waiver, withdrawal
from helpers.support import hash_of
from oit.assessment.result import Today
from oit.records.strict_yaml import decode, parse_record

EXCEPTION = (
    "exceptions:\n  - sha256: '%s'\n    rule: personal-id\n    reason: ก\n    approved_by: ข\n"
)


@dataclass(frozen=True)
class Case:
    """A site, the day, and the files that are changed in it."""

    kind: str
    base: Base
    today: Today
    changes: Mapping[str, bytes]
    policy: str | None = None
    """The policy file that is changed, if it is one."""
    folders: tuple[str, ...] = field(default=())
    """Paths where a folder stands now."""

    def applied(self, folder: Path) -> None:
        """Make the changes in a folder that holds the base."""
        for name in self.folders:
            (folder / name).unlink(missing_ok=True)
            (folder / name).mkdir(parents=True)
        for name, data in self.changes.items():
            (folder / name).write_bytes(data)


def case_of(kind: str, number: int) -> Case:
    """The case of a kind (`record`, `policy`, `evidence`) with a number; always the same."""
    chance = random.Random(f"{kind} {number}")  # noqa: S311 -- repeatable, no secret
    return _MAKERS[kind](chance)


def _record(chance: random.Random) -> Case:
    base, today = chance.choice(bases()), chance.choice(DAYS)
    name = chance.choice(base.documents)
    data = base.files[name]
    document = parse_record(decode(data))
    turn = chance.random()
    if turn < 0.65 or base.name.endswith("unsafe"):
        fields = yaml_text(mutated(tree_of(document.values), chance), chance)
        changed = record_bytes(fields, document.body)
    elif turn < 0.8:
        kept = document.body if chance.random() < 0.5 else ""
        fields = yaml.safe_dump(document.values, allow_unicode=True, sort_keys=False)
        changed = record_bytes(fields, f"{kept}\n\n{any_body(chance)}")
    elif turn < 0.97:
        changed = changed_bytes(data, base.files[chance.choice(base.documents)], chance)
    else:
        return Case("record", base, today, {}, folders=(name,))
    return Case("record", base, today, {name: changed})


def _policy(chance: random.Random) -> Case:
    base, today = chance.choice(bases()), chance.choice(DAYS)
    name, data = chance.choice(sorted(_policy_files(base).items()))
    settings = yaml.safe_load(data)
    if name == "mkdocs.yml" and chance.random() < 0.8:
        inner = yaml_text(mutated(tree_of({"extra": settings["extra"]}), chance), chance)
        changed = f"site_name: x\n{inner}".encode("utf-8", "surrogateescape")
    elif chance.random() < 0.2:
        changed = changed_bytes(data, base.files["oit_items/divisions.yml"], chance)
    else:
        tree = mutated(tree_of(_as_text(settings)), chance)
        text = json_text(tree) if name.endswith(".json") else yaml_text(tree, chance)
        changed = text.encode("utf-8", "surrogateescape")
    return Case("policy", base, today, {name: changed}, policy=name)


def _policy_files(base: Base) -> dict[str, bytes]:
    item = f"O{int(base.documents[0].split('/O')[1][:2])}"
    return {
        **{name: data for name, data in base.files.items() if name.endswith(".yml")},
        f"{YEAR}/waivers.yml": waiver(item=item).encode(),
        f"{YEAR}/ledger.json": ledger(item, "a.csv").encode(),
        f"{YEAR}/withdrawn.yml": withdrawal("x", item=item).encode(),
        "oit_items/exceptions.yml": (EXCEPTION % hash_of()).encode(),
        f"{YEAR}/measures.yml": measures(),
    }


def _evidence(chance: random.Random) -> Case:
    base = chance.choice([base for base in bases() if _evidence_files(base)])
    old = chance.choice(_evidence_files(base))
    extension, data = chance.choice(seeds())
    new = f"{old.rpartition('.')[0]}.{extension if chance.random() < 0.9 else 'csv'}"
    was, is_now = (name.rpartition("/")[2].encode() for name in (old, new))
    renamed = {name: base.files[name].replace(was, is_now) for name in base.documents}
    return Case("evidence", base, chance.choice(DAYS), {**renamed, new: changed_file(data, chance)})


def _evidence_files(base: Base) -> list[str]:
    """The evidence files of a site whose record is in order."""
    files = [name for name in base.files if "/O" in name and not name.endswith(".md")]
    return files if base.name.endswith("as it is") else []


def _as_text(value: object) -> object:
    """Dates as they were written."""
    if isinstance(value, dict):
        return {key: _as_text(entry) for key, entry in value.items()}
    if isinstance(value, list):
        return [_as_text(entry) for entry in value]
    return value if isinstance(value, bool | int | float | None) else str(value)


_MAKERS: Mapping[str, Callable[[random.Random], Case]] = {
    "record": _record,
    "policy": _policy,
    "evidence": _evidence,
}
KINDS = tuple(_MAKERS)
