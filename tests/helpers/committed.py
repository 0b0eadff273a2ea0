"""For each rule about what Git tracks: a path whose commit triggers it."""

from collections.abc import Mapping
from pathlib import Path

from helpers.repositories import committed, git
from helpers.support import copy_site

COMMITTED: Mapping[str, str] = {"name-reserved": ".oit-work/holder.json"}


def repository(folder: Path, name: str = "current") -> Path:
    """A site with a history of one commit, on its main branch."""
    site = copy_site(name, folder)
    git(site, "init", "--quiet", "--initial-branch=main")
    committed(site, "เริ่มต้น")
    return site


def commit_file(site: Path, path: str, text: str = "x") -> None:
    """Commit a file, also one that Git is told to leave out."""
    (site / path).parent.mkdir(parents=True, exist_ok=True)
    (site / path).write_text(text, "utf-8")
    git(site, "add", "--force", "--", path)
    git(site, "commit", "--quiet", "--message", "เพิ่ม")
