"""The only room that knows MkDocs: each event is one call into the engine.

A site names the engine in its `mkdocs.yml`, as the plugin `oit` or as a hook that imports these
events. ProperDocs, the maintained fork of MkDocs, reads the same file, and gives its own modules
where these are imported by the name `mkdocs`.
"""

from oit.mkdocs_plugin.events import (
    on_build_error,
    on_config,
    on_env,
    on_files,
    on_nav,
    on_page_content,
    on_post_build,
    on_serve,
    on_startup,
)
from oit.mkdocs_plugin.plugin import OitPlugin

__all__ = [
    "OitPlugin",
    "on_build_error",
    "on_config",
    "on_env",
    "on_files",
    "on_nav",
    "on_page_content",
    "on_post_build",
    "on_serve",
    "on_startup",
]
