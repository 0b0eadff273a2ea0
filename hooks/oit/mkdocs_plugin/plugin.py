"""The engine as a plugin of MkDocs, for sites that do not name it as a hook."""

from mkdocs.config.base import Config
from mkdocs.plugins import BasePlugin

from oit.mkdocs_plugin import events


class _Settings(Config):  # type: ignore[no-untyped-call]  # its base has no types
    """No options: all settings are in `extra.oit` and under `oit_items/`."""


class OitPlugin(BasePlugin[_Settings]):  # type: ignore[no-untyped-call]  # the same
    """The engine as a plugin: `plugins: [search, oit]`."""

    on_startup = staticmethod(events.on_startup)
    on_config = staticmethod(events.on_config)
    on_files = staticmethod(events.on_files)
    on_nav = staticmethod(events.on_nav)
    on_page_content = staticmethod(events.on_page_content)
    on_serve = staticmethod(events.on_serve)
    on_env = staticmethod(events.on_env)
    on_post_build = staticmethod(events.on_post_build)  # type: ignore[assignment]  # of two
    on_build_error = staticmethod(events.on_build_error)
