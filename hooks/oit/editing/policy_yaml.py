"""Models into YAML as people write it: block style, short lists on a line, Thai as it is."""

import re
from collections.abc import Sequence
from decimal import Decimal
from enum import StrEnum
from typing import Any

import yaml
from pydantic import BaseModel

_ENDLESS = 1_000_000


class _Emitter(yaml.SafeDumper):
    """Indents lists below their key."""

    def increase_indent(self, flow: bool = False, indentless: bool = False) -> None:  # noqa: ARG002, FBT001, FBT002
        """PyYAML asks for lists at the level of their key; here that is never so."""
        super().increase_indent(flow=flow, indentless=False)

    def ignore_aliases(self, data: Any) -> bool:  # noqa: ARG002
        """Every value stands where it belongs: the reader of these files refuses aliases."""
        return True


_BOOL = "tag:yaml.org,2002:bool"
_Emitter.yaml_implicit_resolvers = {
    first: [(tag, pattern) for tag, pattern in resolvers if tag != _BOOL]
    for first, resolvers in yaml.SafeDumper.yaml_implicit_resolvers.items()
}
# `on` and `no` are words here, as they are for the reader of these files.
_Emitter.add_implicit_resolver(_BOOL, re.compile(r"^(?:true|false)$"), list("tf"))


def _number(emitter: _Emitter, value: Decimal) -> yaml.Node:
    text = format(value, "f")
    kind = "float" if "." in text else "int"
    return emitter.represent_scalar(f"tag:yaml.org,2002:{kind}", text, style="")


def _choice(emitter: _Emitter, value: StrEnum) -> yaml.Node:
    return emitter.represent_str(value.value)


def _list(emitter: _Emitter, values: Sequence[Any]) -> yaml.Node:
    """Scalars stand on one line; entries with fields, and nothing but them, below each other."""
    is_short = not any(isinstance(value, dict | list | tuple) for value in values)
    tag = "tag:yaml.org,2002:seq"
    return emitter.represent_sequence(tag, list(values), flow_style=is_short)


_Emitter.add_representer(Decimal, _number)
_Emitter.add_multi_representer(StrEnum, _choice)
_Emitter.add_representer(list, _list)
_Emitter.add_representer(tuple, _list)


def to_yaml(values: dict[str, Any]) -> str:
    """A mapping in the order given; two spaces a level, no line broken."""
    return yaml.dump(values, Dumper=_Emitter, allow_unicode=True, sort_keys=False, width=_ENDLESS)


def model_to_yaml(model: BaseModel) -> str:
    """A model by the names its fields have in a document, without what was left out."""
    return to_yaml(model.model_dump(by_alias=True, exclude_unset=True, exclude_none=True))
