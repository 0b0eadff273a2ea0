"""The engine's MkDocs hook for this repository's `mkdocs.yml`, which names a file."""

from oit.mkdocs_plugin import (
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

__all__ = [
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
