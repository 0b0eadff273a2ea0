"""YAML as forges and editors read it: `on` is a name, and a day is text."""

import re
from typing import Any

import yaml

_LEFT_OUT = ("tag:yaml.org,2002:bool", "tag:yaml.org,2002:timestamp")


class _Loader(yaml.SafeLoader):
    """The core schema of YAML 1.2, as far as our files use it."""


_Loader.yaml_implicit_resolvers = {
    sign: [(tag, found) for tag, found in rules if tag not in _LEFT_OUT]
    for sign, rules in yaml.SafeLoader.yaml_implicit_resolvers.items()
}
_Loader.add_implicit_resolver("tag:yaml.org,2002:bool", re.compile("true|false"), ["t", "f"])


def read_yaml(text: str) -> Any:
    """The values of a document."""
    return yaml.load(text, _Loader)  # noqa: S506 -- a safe loader
