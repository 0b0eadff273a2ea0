"""Sites as MkDocs builds them, each state of a site once.

Builds are kept in `.pytest_cache/builds` for all workers and for the next run, by the hash of all
that goes into one: the files of the site, the engine, the lock, the variables and the day.
"""

import hashlib
import os
import shutil
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from datetime import UTC, datetime
from pathlib import Path

from helpers.commands import run
from helpers.support import ROOT, hash_of
from oit.system.clock import BANGKOK

if sys.platform != "win32":
    import fcntl

BUILDS = ROOT / ".pytest_cache/builds"
MOST_KEPT = 60
"""Of more builds, those that were not used for longest are removed."""
_OUTPUT = "output.txt"


def built(site: Path, **variables: str) -> Path:
    """The folder `site/` of a site, after `mkdocs build --quiet --strict` has passed."""
    build(site, **variables)
    return site / "site"


def build(site: Path, **variables: str) -> str:
    """The same build; what it printed."""
    key = _key(site, variables)
    kept = BUILDS / key
    with _locked(key):
        if not kept.is_dir():
            output = _run_build(site, variables)
            _keep(site, output, kept)
            return output
        os.utime(kept)
        shutil.rmtree(site / "site", ignore_errors=True)
        shutil.copytree(kept / "site", site / "site")
        return (kept / _OUTPUT).read_text("utf-8")


def _run_build(site: Path, variables: dict[str, str]) -> str:
    done = run("mkdocs", "build", "--quiet", "--strict", cwd=site, **variables)
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout


def _keep(site: Path, output: str, kept: Path) -> None:
    """Put it into its place by one rename, so that nobody finds half of it."""
    if hash_of(*_ENGINE_FILES) != _ENGINE:
        return  # somebody writes code while the tests run: which code was it that built this?
    with tempfile.TemporaryDirectory(dir=BUILDS) as folder:
        whole = Path(folder) / "whole"
        shutil.copytree(site / "site", whole / "site")
        (whole / _OUTPUT).write_text(output, "utf-8")
        with suppress(OSError):  # another worker was first, where there are no locks
            whole.rename(kept)
    _remove_old()


def _remove_old() -> None:
    last_used = {path: path.stat().st_mtime for path in BUILDS.iterdir() if path.is_dir()}
    for old in sorted(last_used, key=lambda path: last_used[path])[:-MOST_KEPT]:
        shutil.rmtree(old, ignore_errors=True)


@contextmanager
def _locked(key: str) -> Iterator[None]:
    """Only one worker builds a state; where there are no such locks, several may."""
    locks = BUILDS.with_name("locks")
    for folder in (BUILDS, locks):
        folder.mkdir(parents=True, exist_ok=True)
    with (locks / key).open("w") as lock:
        if sys.platform != "win32":
            fcntl.flock(lock, fcntl.LOCK_EX)
        yield


def _key(site: Path, variables: dict[str, str]) -> str:
    """Changes with whatever changes what is built."""
    today = datetime.now(UTC).astimezone(BANGKOK).date().isoformat()
    settings = {"OIT_AS_OF": today, **variables}
    parts = [
        _ENGINE,
        hash_of(*site.iterdir()),
        *(f"{name}={settings[name]}" for name in sorted(settings)),
    ]
    return hashlib.sha256("\0".join(parts).encode()).hexdigest()


_ENGINE_FILES = (ROOT / "hooks", ROOT / "requirements.lock", ROOT / "tests/helpers/commands.py")
_ENGINE = hash_of(*_ENGINE_FILES)
"""The engine as it was when this process read it."""
