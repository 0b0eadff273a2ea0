"""`mkdocs serve`: what it makes again after a save, and how soon it does.

MkDocs looks every half second whether something has changed, then empties the folder of the
preview and fills it again. Here the system tells of a change, and what stands there stays.
"""

from collections.abc import Callable, Iterable
from pathlib import Path
from typing import TYPE_CHECKING, Any

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import Files, InclusionLevel

from oit.mkdocs_plugin.files import PREVIEW, AskedFile, MadeFile, add
from oit.outputs.site_files import Outputs
from oit.system.preview import AskedFiles, observer_of_changes

if TYPE_CHECKING:  # builds do without the server
    from mkdocs.livereload import LiveReloadServer

ASKED = AskedFiles()
"""What this process serves besides pages."""
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
    made = (file for file in files if not isinstance(file, AskedFile))
    kept = (file.dest_uri for file in made if is_served(file.inclusion))
    PREVIEW.keep_only(config.site_dir, {*kept, *besides})


def add_files(outputs: Outputs, files: Files, config: MkDocsConfig) -> None:
    """Add what is generated besides pages: all of it at first, then only what pages load."""
    at_once = outputs.styles if ASKED.paths else outputs.files
    ASKED.paths = ASKED.paths or frozenset(at_once)
    for path, data in at_once.items():
        add(files, MadeFile.of(path, data, config))
    for path in sorted(ASKED.paths - at_once.keys()):
        if files.get_file_from_path(path) is None:
            add(files, AskedFile.of(path, b"", config))


def make_when_asked(server: "LiveReloadServer") -> None:
    """Let a server make files that no page loads before it answers that there are none."""

    def answer(environ: dict[str, Any], start: Any) -> Iterable[bytes]:
        path = str(environ["PATH_INFO"])
        if not path.startswith("/livereload/"):
            ASKED.find(path.removeprefix(server.mount_path))
        return server.serve_request(environ, start)

    server.set_app(answer)


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
