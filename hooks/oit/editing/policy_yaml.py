"""Policy files (`mandate.yml`, `round.yml`) as YAML that people edit.

Block style, lists of scalars on one line, Thai unescaped. Records are written by `yaml_writer`.
"""

import re
from collections.abc import Sequence
from decimal import Decimal
from enum import StrEnum
from typing import Any

import yaml
from pydantic import BaseModel

_BOOL = "tag:yaml.org,2002:bool"
_ONE_LINE = 1_000_000
"""A width that no line reaches: nothing is folded."""


class _Emitter(yaml.SafeDumper):
    """Indents lists below their key, and writes every value in full."""

    def increase_indent(self, flow: bool = False, indentless: bool = False) -> None:  # noqa: ARG002, FBT001, FBT002
        """PyYAML would leave a list at the indentation of its key."""
        super().increase_indent(flow=flow, indentless=False)

    def ignore_aliases(self, data: Any) -> bool:  # noqa: ARG002
        """No aliases for repeated values: our strict reader refuses them."""
        return True


# `on` and `no` are strings, as they are for our strict reader: only true and false are quoted.
_Emitter.yaml_implicit_resolvers = {
    first: [(tag, pattern) for tag, pattern in resolvers if tag != _BOOL]
    for first, resolvers in yaml.SafeDumper.yaml_implicit_resolvers.items()
}
_Emitter.add_implicit_resolver(_BOOL, re.compile(r"^(?:true|false)$"), list("tf"))


def _decimal(emitter: _Emitter, value: Decimal) -> yaml.Node:
    """The digits as they are, `85.00` included, instead of a float."""
    text = format(value, "f")
    kind = "float" if "." in text else "int"
    return emitter.represent_scalar(f"tag:yaml.org,2002:{kind}", text, style="")


def _enum(emitter: _Emitter, value: StrEnum) -> yaml.Node:
    return emitter.represent_str(value.value)


def _list(emitter: _Emitter, values: Sequence[Any]) -> yaml.Node:
    """A list of scalars on one line; any other with one entry below the other."""
    is_short = not any(isinstance(value, dict | list | tuple) for value in values)
    tag = "tag:yaml.org,2002:seq"
    return emitter.represent_sequence(tag, list(values), flow_style=is_short)


_Emitter.add_representer(Decimal, _decimal)
_Emitter.add_multi_representer(StrEnum, _enum)
_Emitter.add_representer(list, _list)
_Emitter.add_representer(tuple, _list)


def to_yaml(values: dict[str, Any]) -> str:
    """A mapping in its order; two spaces a level, no line folded."""
    return yaml.dump(values, Dumper=_Emitter, allow_unicode=True, sort_keys=False, width=_ONE_LINE)


def model_to_yaml(model: BaseModel) -> str:
    """A model by the names its fields have in a document, without fields that were not set."""
    return to_yaml(model.model_dump(by_alias=True, exclude_unset=True, exclude_none=True))
