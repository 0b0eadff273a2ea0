"""Caches of tests, behind a key of their own."""

from pathlib import Path

from oit.system.cache import CacheFolder

KEY = b"k" * 32


def cache_in(folder: Path) -> CacheFolder:
    """A cache below a folder."""
    return CacheFolder(folder, KEY)
