"""`mkdocs serve`: what it makes again after a save, and how soon it does.

MkDocs looks every half second whether something has changed, then empties the folder of the
preview and fills it again. Here the system tells of a change, and what stands there stays.
"""

from collections.abc import Callable, Iterable
from pathlib import Path
from typing import TYPE_CHECKING

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import Files, InclusionLevel

from oit.mkdocs_plugin.files import PREVIEW
from oit.system.preview import observer_of_changes

if TYPE_CHECKING:  # builds do without the server
    from mkdocs.livereload import LiveReloadServer

_NOTHING = ".none"
"""A folder that is not there, for MkDocs to empty."""
_SECONDS_OF_QUIET = 0.03
"""After the last change: an editor writes a file in several steps."""


def empty_nothing(config: MkDocsConfig) -> None:
    """Keep MkDocs from emptying the folder of the preview, which it does before it reads files."""
    config.site_dir = str(Path(config.site_dir) / _NOTHING)


def fill_again(files: Files, config: MkDocsConfig) -> None:
    """Let MkDocs write into the folder of the preview, once nothing was emptied."""
    config.site_dir = str(Path(config.site_dir).parent)
    for file in files:
        file.dest_dir = config.site_dir


def remove_others(config: MkDocsConfig, files: Files, besides: Iterable[str]) -> None:
    """Remove what stood in the preview before, and is no file of the site any more."""
    is_served: Callable[[InclusionLevel], bool] = InclusionLevel.is_in_serve
    kept = (file.dest_uri for file in files if is_served(file.inclusion))
    PREVIEW.keep_only(config.site_dir, {*kept, *besides})


def hear_at_once(server: "LiveReloadServer") -> "LiveReloadServer":
    """Let the system tell a server of changes, in place of looking for them."""
    watched = list(server._watched_paths)
    for path in watched:
        server.unwatch(path)
    server.observer = observer_of_changes()  # type: ignore[assignment]  # any observer will do
    for path in watched:
        # A file that an editor replaces is another one to the system: its folder is not.
        is_folder = Path(path).is_dir()
        server.watch(path if is_folder else str(Path(path).parent), recursive=is_folder)
    server.build_delay = _SECONDS_OF_QUIET
    return server
