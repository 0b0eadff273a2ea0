"""Files of words and texts that ship with the package, beside the modules that use them."""

from importlib import resources
from typing import Any

import yaml

_LOADER = getattr(yaml, "CBaseLoader", yaml.BaseLoader)
"""The one in C, several times as fast, where there is one."""


def texts_of(package: str, name: str) -> Any:
    """A YAML file of a package, every scalar as it is written: to YAML 1.1, `yes` is no word."""
    text = resources.files(package).joinpath(name).read_text("utf-8")
    return yaml.load(text, Loader=_LOADER)  # noqa: S506 -- it makes texts alone
