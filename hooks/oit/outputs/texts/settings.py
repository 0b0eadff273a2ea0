"""The settings of a site (`extra.oit` of `mkdocs.yml`), read off the model for the guide."""

from collections.abc import Iterator
from typing import Any, get_args

from msgspec import Struct
from pydantic import BaseModel
from pydantic.fields import FieldInfo

from oit.model.office import SitePolicy


class Setting(Struct, frozen=True):
    """A setting: its name as `mkdocs.yml` nests it, and what it is for."""

    name: str
    """Below `extra.oit`: `office.id`; of one of several, `tasks[].url`."""
    about_th: str
    is_required: bool
    """Within its group, which itself may be left out."""


def settings(model: type[BaseModel] = SitePolicy, prefix: str = "") -> Iterator[Setting]:
    """Every setting, groups before what is in them. Raises `ValueError` for one without words."""
    for field, info in model.model_fields.items():
        group, is_list = _group_in(info)
        name = f"{prefix}{info.alias or field}{'[]' if is_list else ''}"
        if not info.description:
            raise ValueError(f"{name} has no description")
        yield Setting(name, info.description, info.is_required())
        if group:
            yield from settings(group, f"{name}.")


def _group_in(info: FieldInfo) -> tuple[type[BaseModel] | None, bool]:
    """The model of the settings within a setting, if it is a group, and whether it has several."""
    kinds = list(_kinds_in(info.annotation))
    group = next((kind for kind in kinds if issubclass(kind, BaseModel)), None)
    return group, group is not None and tuple in kinds


def _kinds_in(annotation: Any) -> Iterator[type]:
    """The classes that an annotation names, such as those of `tuple[Task, ...] | None`."""
    origin = getattr(annotation, "__origin__", annotation)
    if isinstance(origin, type):
        yield origin
    for argument in get_args(annotation):
        yield from _kinds_in(argument)
