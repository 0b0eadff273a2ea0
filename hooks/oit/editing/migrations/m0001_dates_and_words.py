"""Version 0.2.0: `on:` becomes `date:`, and a list of periods the word that derives it.

`on` is a boolean to YAML 1.1, so that python-frontmatter and PyYAML lose the key. A list is of one
round alone; a word asks for the periods of every round that the mandate is carried to.
"""

import re
from collections.abc import Iterator, Mapping
from functools import partial

import yaml
from pydantic import ValidationError

from oit.editing.front_matter import fields_text, with_fields
from oit.editing.policy_edit import edited_bytes, key_renamed, value_replaced
from oit.findings import DocumentError, FieldPath
from oit.model.mandate import Mandate
from oit.model.round import RoundPolicy
from oit.records.strict_yaml import decode, parse_yaml

VERSION = "0.2.0"
_RECORD = re.compile(r"oit_items/[0-9]+/O[0-9]{2}/[^/]+\.md")


def migrated(files: Mapping[str, bytes]) -> dict[str, bytes]:
    """The records and policy files that change, by path from the root.

    What cannot be read is left as it is: the gate says what is wrong with it.
    """
    dated = {path: _dated(path, data) for path, data in files.items()}
    changed = {**dated, **dict(_worded(dated))}
    return {path: data for path, data in changed.items() if data != files[path]}


def _dated(path: str, data: bytes) -> bytes:
    try:
        if _RECORD.fullmatch(path):
            return with_fields(data, key_renamed(fields_text(data), ("reviews",), "on", "date"))
        if path.endswith("/round.yml"):
            return edited_bytes(data, lambda text: key_renamed(text, ("holidays",), "on", "date"))
    except (DocumentError, KeyError, ValueError, yaml.YAMLError):
        return data
    return data


def _worded(files: Mapping[str, bytes]) -> Iterator[tuple[str, bytes]]:
    """The mandates, by path, with words for the lists that their rounds derive."""
    for path, data in files.items():
        if path.endswith("/mandate.yml"):
            try:
                words = dict(_words(data, files[path.replace("/mandate.yml", "/round.yml")]))
            except (DocumentError, ValidationError, KeyError):
                continue
            yield path, edited_bytes(data, partial(_with_words, words))


def _words(mandate: bytes, policy: bytes) -> Iterator[tuple[FieldPath, str]]:
    """The word for each list of periods that one stands for, by its path in the mandate."""
    round_policy = RoundPolicy.model_validate(parse_yaml(decode(policy)).values)
    items = Mandate.model_validate(parse_yaml(decode(mandate)).values).items
    for number, item in enumerate(items):
        for index, requirement in enumerate(item.requirements):
            if word := round_policy.word_for(requirement.periods):
                yield ("items", number, "requirements", index, "periods"), word.value


def _with_words(words: Mapping[FieldPath, str], text: str) -> str:
    for path, word in words.items():
        text = value_replaced(text, path, word)
    return text
