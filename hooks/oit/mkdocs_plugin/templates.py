"""The templates of the theme and of pages, found and compiled sooner than Jinja does it alone."""

import marshal
import os
from collections.abc import Iterator

from jinja2 import BytecodeCache, Environment, FileSystemLoader
from jinja2.bccache import Bucket
from mkdocs.theme import Theme

from oit.outputs.templating import strict_environment
from oit.system.cache import Cache
from oit.system.engine_version import engine_version


class _WithoutHidden(FileSystemLoader):
    """Lists no hidden files, as MkDocs publishes none: the theme has ten thousand icons in such."""

    def list_templates(self) -> list[str]:
        """The paths of all templates, from the folder that holds them."""
        return sorted({path for folder in self.searchpath for path in _shown_files(folder)})


class CompiledTemplates(BytecodeCache):
    """Compiled templates by file and content: of this process, and of builds before it.

    They are one entry of a cache, so sealed as all are; each is loaded when it is first used.
    """

    def __init__(self) -> None:
        self._known: dict[tuple[str, str], bytes] = {}
        self._has_more = False

    def read(self, cache: Cache) -> None:
        """Know what builds with this engine and these packages have compiled before."""
        if entry := cache.read(_entry()):
            self._known |= marshal.loads(entry)  # noqa: S302 -- sealed by this machine

    def keep(self, cache: Cache) -> None:
        """Let the next build know what this one has compiled."""
        if self._has_more:
            cache.write(_entry(), marshal.dumps(self._known))
            self._has_more = False

    def load_bytecode(self, bucket: Bucket) -> None:
        """Give what was compiled of the same content."""
        if compiled := self._known.get((bucket.key, bucket.checksum)):
            bucket.code = marshal.loads(compiled)  # noqa: S302 -- as in `read`

    def dump_bytecode(self, bucket: Bucket) -> None:
        """Remember what was compiled."""
        self._known[bucket.key, bucket.checksum] = marshal.dumps(bucket.code)
        self._has_more = True


COMPILED = CompiledTemplates()


def _entry() -> str:
    return f"templates/{engine_version()}"


def find_templates_soon(theme: Theme) -> None:
    """Let the environments that a theme makes from now on work so, and that of our pages."""
    strict_environment().bytecode_cache = COMPILED
    make = theme.get_env

    def get_env() -> Environment:
        environment = make()
        environment.loader = _WithoutHidden(theme.dirs)
        environment.bytecode_cache = COMPILED
        return environment

    theme.get_env = get_env  # type: ignore[method-assign]  # MkDocs has no event before it lists


def _shown_files(folder: str) -> Iterator[str]:
    """The paths of files in a folder; neither they nor a folder around them are hidden."""
    for where, folders, names in os.walk(folder):
        folders[:] = [name for name in folders if not name.startswith(".")]
        start = os.path.relpath(where, folder).replace(os.sep, "/")
        prefix = "" if start == "." else f"{start}/"
        yield from (f"{prefix}{name}" for name in names if not name.startswith("."))
