"""The templates of the theme, found and compiled sooner than MkDocs does it."""

import os
from collections.abc import Iterator
from types import CodeType

from jinja2 import BytecodeCache, Environment, FileSystemLoader
from jinja2.bccache import Bucket
from mkdocs.theme import Theme


class _WithoutHidden(FileSystemLoader):
    """Lists no hidden files, as MkDocs publishes none: the theme has ten thousand icons in such."""

    def list_templates(self) -> list[str]:
        """The paths of all templates, from the folder that holds them."""
        return sorted({path for folder in self.searchpath for path in _shown_files(folder)})


class _InThisProcess(BytecodeCache):
    """Compiled templates by file and content, for a preview, which is built again and again."""

    def __init__(self) -> None:
        self._compiled: dict[tuple[str, str], CodeType] = {}

    def load_bytecode(self, bucket: Bucket) -> None:
        """Give what was compiled of the same content."""
        bucket.code = self._compiled.get((bucket.key, bucket.checksum))

    def dump_bytecode(self, bucket: Bucket) -> None:
        """Keep what was compiled."""
        if bucket.code is not None:
            self._compiled[bucket.key, bucket.checksum] = bucket.code


_COMPILED = _InThisProcess()


def find_templates_soon(theme: Theme) -> None:
    """Let the environments that a theme makes from now on work so."""
    make = theme.get_env

    def get_env() -> Environment:
        environment = make()
        environment.loader = _WithoutHidden(theme.dirs)
        environment.bytecode_cache = _COMPILED
        return environment

    theme.get_env = get_env  # type: ignore[method-assign]  # MkDocs has no event before it lists


def _shown_files(folder: str) -> Iterator[str]:
    """The paths of files in a folder; neither they nor a folder around them are hidden."""
    for where, folders, names in os.walk(folder):
        folders[:] = [name for name in folders if not name.startswith(".")]
        start = os.path.relpath(where, folder).replace(os.sep, "/")
        prefix = "" if start == "." else f"{start}/"
        yield from (f"{prefix}{name}" for name in names if not name.startswith("."))
