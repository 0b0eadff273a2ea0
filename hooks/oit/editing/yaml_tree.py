"""YAML that keeps its comments, order and quotes while values in it change, by ruamel.yaml."""

import io
from typing import Any

from ruamel.yaml import YAML

_ONE_LINE = 1_000_000
"""A width that no line reaches: nothing is folded, so that a search finds what is written."""


def tree_of(text: str) -> Any:
    """A document as mappings and lists that know their comments; `None` of an empty one.

    Raises `ruamel.yaml.error.YAMLError`.
    """
    return _yaml().load(text)


def text_of(tree: Any) -> str:
    """The document again: lists indented below their key, no line folded."""
    stream = io.StringIO()
    _yaml().dump(tree, stream)
    return stream.getvalue()


def _yaml() -> YAML:
    yaml = YAML()
    yaml.preserve_quotes = True
    yaml.width = _ONE_LINE
    yaml.indent(mapping=2, sequence=4, offset=2)
    return yaml
