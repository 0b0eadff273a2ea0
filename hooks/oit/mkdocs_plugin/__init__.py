"""The only room that knows MkDocs: each event is one call into the engine.

A site names the engine in its `mkdocs.yml`, as the plugin `oit` or as a hook that imports these
events. ProperDocs, the maintained fork of MkDocs, reads the same file, and gives its own modules
where these are imported by the name `mkdocs`.
"""

import gc

from mkdocs.config.base import Config
from mkdocs.plugins import BasePlugin

_COLLECTED = gc.isenabled()
gc.disable()  # all that is imported stays: to look for garbage among it takes a tenth of the time
try:
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
finally:
    gc.freeze()  # nor does any later search look there
    if _COLLECTED:
        gc.enable()

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


class _Settings(Config):  # type: ignore[no-untyped-call]  # its base has no types
    """No options: all settings are in `extra.oit` and under `oit_items/`."""


class OitPlugin(BasePlugin[_Settings]):  # type: ignore[no-untyped-call]  # the same
    """The engine as a plugin: `plugins: [oit]`."""

    on_startup = staticmethod(on_startup)
    on_config = staticmethod(on_config)  # type: ignore[assignment]  # of two
    on_files = staticmethod(on_files)
    on_nav = staticmethod(on_nav)
    on_page_content = staticmethod(on_page_content)
    on_serve = staticmethod(on_serve)
    on_env = staticmethod(on_env)
    on_post_build = staticmethod(on_post_build)  # type: ignore[assignment]  # of two
    on_build_error = staticmethod(on_build_error)
