"""Tiny sites to break: one item of the sample office each, in order, stale, or owing something."""

import copy
import functools
import json
import shutil
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml

from fuzz.trees import Pairs, Tree, tree_of
from helpers.support import SITES, as_of, judged, tree
from oit.assessment.result import Assessment, Today
from oit.records.strict_yaml import parse_record

YEAR = "oit_items/2568"
DAYS = (as_of("2026-01-15"), as_of("2025-04-29"), as_of("2025-03-03"))
"""After the round has closed, on one of its last days, and in the middle of it."""
EARLIER = "2024-10-02"
"""Confirmed on this day only, a monthly item is stale on each of `DAYS`."""


@dataclass(frozen=True, eq=False)  # known by identity
class Base:
    """A site as it was before a change: its files, and those that a case may change."""

    name: str
    files: Mapping[str, bytes]
    documents: tuple[str, ...]
    """Records and parts of the one item."""

    def written(self, folder: Path) -> Path:
        """The site in a folder."""
        shutil.rmtree(folder, ignore_errors=True)
        for name, data in self.files.items():
            (folder / name).parent.mkdir(parents=True, exist_ok=True)
            (folder / name).write_bytes(data)
        return folder


@functools.cache
def bases() -> tuple[Base, ...]:
    """All of them: the item alone, as it is, stale, without its first entries, and unsafe."""
    return tuple(base for item in sorted(_items()) for base in _variants(item))


@functools.cache
def base_assessment(base: Base, today: Today, folder: Path) -> Assessment:
    """The site before any change, on a day."""
    return judged(base.written(folder), today)


def fields_of(data: bytes) -> Any:
    """The raw values of a record."""
    return parse_record(data.decode("utf-8")).values


def record_bytes(fields: str, body: str) -> bytes:
    """A record of a text of fields; what no UTF-8 file can hold stays as a broken byte."""
    return f"---\n{fields}---\n{body}".encode("utf-8", "surrogateescape")


@functools.cache
def _sample() -> dict[str, bytes]:
    site = tree(SITES / "sample")
    return {name: data for name, data in site.items() if not name.startswith("docs/")}


@functools.cache
def _items() -> dict[str, dict[str, bytes]]:
    """The files of a site for each item, by its folder."""
    site = _sample()
    mandate = yaml.safe_load(site[f"{YEAR}/mandate.yml"])
    policy = {name: data for name, data in site.items() if "/O" not in name}
    del policy[f"{YEAR}/ledger.json"], policy[f"{YEAR}/measures.yml"]
    round_policy = yaml.safe_load(policy[f"{YEAR}/round.yml"])
    del round_policy["previous_results"]  # they stand in another item than most
    policy[f"{YEAR}/round.yml"] = _texts(round_policy).encode()
    found = {}
    for item in mandate["items"]:
        folder = f"{YEAR}/O{int(item['item'][1:]):02d}/"
        bundle = {name: data for name, data in site.items() if name.startswith(folder)}
        alone = _texts({**mandate, "item_count": 1, "items": [item]})
        found[folder] = {**policy, **bundle, f"{YEAR}/mandate.yml": alone.encode()}
    return found


def measures() -> bytes:
    """The measures of the sample office, whose proofs are of items that are not here."""
    lines = _sample()[f"{YEAR}/measures.yml"].splitlines(keepends=True)
    return b"".join(line for line in lines if b"proof:" not in line)


def _texts(values: dict[str, Any]) -> str:
    """Values as YAML that is quickly read."""
    return json.dumps(values, ensure_ascii=False, default=str)


def _variants(folder: str) -> Iterator[Base]:
    files = _items()[folder]
    documents = tuple(name for name in files if name.startswith(folder) and name.endswith(".md"))
    yield Base(f"{folder} as it is", files, documents)
    record = f"{folder}record.md"
    document = parse_record(files[record].decode("utf-8"))
    fields = tree_of(copy.deepcopy(document.values))
    stale = _with(_without(fields, "reviews", "updated"), "updated", EARLIER)
    yield Base(f"{folder} stale", {**files, record: _bytes(stale, document.body)}, documents)
    bare = _bytes(_without(fields, "evidence"), "")
    kept = {name: data for name, data in files.items() if name in documents or "/O" not in name}
    yield Base(f"{folder} bare", {**kept, record: bare}, documents)
    unsafe = f"{document.body}\n\n<script>alert(1)</script>\n"
    yield Base(f"{folder} unsafe", {**files, record: _bytes(fields, unsafe)}, documents)


def _bytes(fields: Tree, body: str) -> bytes:
    return record_bytes(yaml.safe_dump(_plain(fields), allow_unicode=True, sort_keys=False), body)


def _plain(value: Tree) -> Any:
    if isinstance(value, Pairs):
        return {key: _plain(entry) for key, entry in value}
    return [_plain(entry) for entry in value] if isinstance(value, list) else value


def _without(fields: Tree, *names: str) -> Tree:
    return Pairs(pair for pair in fields if pair[0] not in names)


def _with(fields: Tree, name: str, value: Tree) -> Tree:
    return Pairs([*fields[:3], (name, value), *fields[3:]])
