"""Puts a finished folder in the place of another, so that a whole one is there at any time.

A build goes into a folder beside the site and takes its name by two renames. Killed between them,
the next run finds the old site under its set-aside name and puts it back.
"""

import shutil
from pathlib import Path


def _beside(site: Path, name: str) -> Path:
    return site.with_name(f".{site.name}-{name}")


def recover(site: Path) -> Path:
    """Clear up after any run, and give the folder to build into (not there yet)."""
    new, old = _beside(site, "new"), _beside(site, "old")
    _put_back(old, site)
    for leftover in (new, old):
        shutil.rmtree(leftover, ignore_errors=True)
    return new


def swap(new: Path, site: Path) -> None:
    """Let `new` become `site`. Raises `OSError`, with the old site back in place."""
    old = _beside(site, "old")
    try:
        if site.exists():
            site.rename(old)
        new.rename(site)
    except BaseException:  # an interrupt between the two is no reason to be without a site
        _put_back(old, site)
        raise


def _put_back(old: Path, site: Path) -> None:
    if old.exists() and not site.exists():
        old.rename(site)
