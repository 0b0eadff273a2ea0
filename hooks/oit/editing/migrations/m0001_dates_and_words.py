"""Version 0.2.0: `on:` becomes `date:`, and a list of periods the word that derives it.

`on` is a boolean to YAML 1.1, so that python-frontmatter and PyYAML lose the key. A list is of one
round alone; a word asks for the periods of every round that the mandate is carried to.
"""

import re
from collections.abc import Iterator, Mapping
from typing import Any

from pydantic import ValidationError
from ruamel.yaml.error import YAMLError

from oit.editing.yaml_tree import text_of, tree_of
from oit.findings import DocumentError
from oit.model.round import RoundPolicy
from oit.periods import parse_period
from oit.records.strict_yaml import parse_yaml

VERSION = "0.2.0"
_RECORD = re.compile(r"oit_items/\d+/O\d\d/[^/]+\.md")
_FIELDS = re.compile(r"(-{3,}\s*\n)(.*?\n)(-{3,}\s*(?:\n.*)?)", re.DOTALL)
"""A record: the opening dashes, the fields, and the rest from the closing dashes on."""


def migrated(files: Mapping[str, str]) -> dict[str, str]:
    """The texts of records and policy files that change, by path from the root.

    What cannot be read is left as it is: the gate says what is wrong with it.
    """
    dated = {path: _dated(path, text) for path, text in files.items()}
    changed = {**dated, **dict(_worded(dated))}
    return {path: text for path, text in changed.items() if text != files[path]}


def _dated(path: str, text: str) -> str:
    if _RECORD.fullmatch(path) and (parts := _FIELDS.fullmatch(text)):
        return parts[1] + _renamed(parts[2], "reviews") + parts[3]
    return _renamed(text, "holidays") if path.endswith("/round.yml") else text


def _renamed(text: str, field: str) -> str:
    """The document with `date` for `on` in each entry of a list; in its place, comments kept."""
    try:
        tree = tree_of(text)
        entries = [entry for entry in tree[field] if "on" in entry and "date" not in entry]
    except (YAMLError, KeyError, TypeError):
        return text
    for entry in entries:
        place, comment = list(entry).index("on"), entry.ca.items.pop("on", None)
        entry.insert(place, "date", entry.pop("on"))
        if comment:
            entry.ca.items["date"] = comment
    return text_of(tree) if entries else text


def _worded(files: Mapping[str, str]) -> Iterator[tuple[str, str]]:
    """The mandates, by path, with words for the lists that their rounds derive."""
    for path, text in files.items():
        policy = _policy(files.get(path.replace("/mandate.yml", "/round.yml"), ""))
        if path.endswith("/mandate.yml") and policy:
            yield path, _with_words(text, policy)


def _policy(text: str) -> RoundPolicy | None:
    try:
        return RoundPolicy.model_validate(parse_yaml(text).values)
    except (DocumentError, ValidationError):
        return None


def _with_words(text: str, policy: RoundPolicy) -> str:
    try:
        tree = tree_of(text)
        listed = [need for item in tree["items"] for need in item["requirements"]]
        words = [_word(need.get("periods"), policy) for need in listed]
    except (YAMLError, KeyError, TypeError, AttributeError):
        return text
    for need, word in zip(listed, words, strict=True):
        if word:
            need["periods"] = word
    return text_of(tree) if any(words) else text


def _word(listed: Any, policy: RoundPolicy) -> str | None:
    """The word for a list of periods, `None` for anything else."""
    try:
        periods = [parse_period(str(period)) for period in listed or ()]
    except (TypeError, ValueError):
        return None
    word = policy.word_for(periods) if periods and not isinstance(listed, str) else None
    return word.value if word else None
