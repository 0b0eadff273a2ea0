"""Real repositories for the tests: what Git is asked to do in them."""

import os
import subprocess
from pathlib import Path

AUTHOR = ("-c", "user.name=ผู้ทดสอบ", "-c", "user.email=test@example.go.th")


def git(folder: Path, *arguments: str, **variables: str) -> str:
    """What Git prints, as an author of its own; fails where Git does."""
    command = ["git", "-C", str(folder), *AUTHOR, *arguments]
    given = {**os.environ, **variables}
    return subprocess.run(command, check=True, capture_output=True, text=True, env=given).stdout


def committed(folder: Path, message: str, when: str = "2025-04-29T12:00:00Z") -> None:
    """Commit everything there is in a folder."""
    git(folder, "add", "--all")
    git(folder, "commit", "--quiet", "--message", message, GIT_COMMITTER_DATE=when)


def named(site: Path) -> None:
    """Let the repository of a site know who commits in it."""
    git(site, "config", "user.name", "เจ้าหน้าที่คอมพิวเตอร์")
    git(site, "config", "user.email", "computer@example.go.th")


def in_repository(site: Path) -> Path:
    """A site with a history that begins, and a user who is known."""
    git(site, "init", "--quiet", "--initial-branch=main")
    named(site)
    committed(site, "เริ่มต้น")
    return site
