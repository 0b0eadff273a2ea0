"""`mkdocs.yml` into the values of `extra.oit`, and MkDocs's own settings that are judged.

MkDocs allows what strict YAML forbids: tags (`!ENV`, `!!python/name:`), anchors and aliases. They
are passed over everywhere but in `extra.oit`, which is read as strictly as a policy file.
"""

from collections.abc import Mapping
from typing import Any

import yaml
from msgspec import Struct
from msgspec.structs import replace

from oit.findings import DocumentError
from oit.records.strict_yaml import Document, DocumentBuilder, built

_PATH = ("extra", "oit")
_NAMES = ("site_name", "site_url", "docs_dir")
_UNREADABLE = "policy-unreadable"


class Settings(Struct, frozen=True):
    """What was read of `mkdocs.yml`."""

    ours: Document
    """`extra.oit`; its lines are those of the file."""
    names: Mapping[str, str]
    """Name and address of the site, and its folder of pages, where they are texts."""


def parse_all_settings(text: str) -> Document:
    """All of `mkdocs.yml`. Raises `DocumentError`."""
    return built(text, _SettingsBuilder(1))


def parse_settings(text: str) -> Settings:
    """The settings in the text of `mkdocs.yml`. Raises `DocumentError`, as `settings_of`."""
    return settings_of(parse_all_settings(text))


def settings_of(document: Document) -> Settings:
    """The settings of a site. Raises `DocumentError` where `extra.oit` is not to be found.

    The error has the line of what stands in its place, or of a part `oit` that stands elsewhere.
    """
    extra = document.values.get("extra")
    ours = extra.get("oit") if isinstance(extra, dict) else None
    if not isinstance(ours, dict):
        raise DocumentError(_UNREADABLE, line=document.line(_nearest(document)))
    lines = {path[2:]: line for path, line in document.lines.items() if path[:2] == _PATH}
    known = {name: document.values.get(name) for name in _NAMES}
    names = {name: value for name, value in known.items() if isinstance(value, str)}
    return Settings(replace(document, values=ours, lines=lines), names)


def _nearest(document: Document) -> tuple[str | int, ...]:
    """The path of what stands for `extra.oit`: a wrong value there, or `oit` in another place."""
    elsewhere = (path for path in document.lines if path[-1] == "oit" and path != _PATH)
    return _PATH if _PATH in document.lines else next(elsewhere, _PATH)


class _SettingsBuilder(DocumentBuilder):
    """Strict within `extra.oit`; elsewhere, what is tagged or an alias has no value."""

    def add(self, event: yaml.Event) -> None:
        super().add(event if self.next_path[:2] == _PATH else _without_marks(event))


def _without_marks(event: yaml.Event) -> yaml.Event:
    """The event without anchor and tag; an alias or a tagged scalar as an empty one."""
    tag: Any = getattr(event, "tag", None)
    if isinstance(event, yaml.AliasEvent) or (tag and isinstance(event, yaml.ScalarEvent)):
        return yaml.ScalarEvent(None, None, (True, False), "", event.start_mark, event.end_mark)
    for mark in ("anchor", "tag"):
        if getattr(event, mark, None):
            setattr(event, mark, None)
    return event
