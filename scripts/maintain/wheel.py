"""Build the engine's wheel from the files as they are; it needs no network.

It goes into `dist/`, or the folder of `--out`, and nothing else is left behind. The same files give
the same bytes, whatever the day, their times and modes, and what was built before.
"""

import argparse
import hashlib
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

from setup.environment import ROOT, variables

WHEELS = ROOT / "dist"
CACHES = ("__pycache__", "*.pyc", "*.egg-info")
_PROJECT = ("pyproject.toml", "LICENSE", "hooks/README.md")
"""What the wheel is made from, beside the engine."""
_DAY = "315532800"
"""1980-01-01 in seconds, the earliest day that a wheel can hold: every file of it has this day."""
_OPTIONS = ("--isolated", "--no-index", "--no-cache-dir", "--disable-pip-version-check", "--quiet")


def main() -> int:
    """Print where the wheel is, and its hash, by which an office pins it."""
    wheel = build_wheel(_arguments().out)
    print(f"{wheel}\nsha256:{hashlib.sha256(wheel.read_bytes()).hexdigest()}")
    return 0


def build_wheel(out: Path) -> Path:
    """The wheel, put into a folder, which is made if need be."""
    with tempfile.TemporaryDirectory() as folder:
        source, built = Path(folder) / "source", Path(folder) / "built"
        _copy_source(source)
        _run_pip(source, built)
        (wheel,) = built.glob("*.whl")
        out.mkdir(parents=True, exist_ok=True)
        return Path(shutil.copyfile(wheel, out.absolute() / wheel.name))


def _copy_source(target: Path) -> None:
    """Copy what goes in; setuptools leaves folders beside it, which are then not the project's."""
    engine = "hooks/oit"
    ignored = shutil.ignore_patterns(*CACHES)
    shutil.copytree(
        ROOT / engine, target / engine, ignore=ignored, copy_function=_copy, symlinks=True
    )
    for file in _PROJECT:
        _copy(ROOT / file, target / file)


def _copy(source: str | Path, target: str | Path) -> str | Path:
    """Copy a file with the mode that it has in every wheel, whoever took it out of Git."""
    shutil.copyfile(source, target)
    Path(target).chmod(0o644)
    return target


def _run_pip(source: Path, built: Path) -> None:
    command = [sys.executable, "-m", "pip", "wheel", *_OPTIONS]
    bounds = ["--no-deps", "--no-build-isolation", "--wheel-dir", str(built)]
    given = {**variables(), "SOURCE_DATE_EPOCH": _DAY}
    # What setuptools writes itself has modes by the umask, and they go into the wheel.
    subprocess.run([*command, *bounds, str(source)], env=given, umask=0o022, check=True)


def _arguments() -> argparse.Namespace:
    """The folder that the wheel goes into."""
    parser = argparse.ArgumentParser(prog="run.py wheel", description=__doc__)
    parser.add_argument("--out", type=Path, default=WHEELS, metavar="DIR")
    return parser.parse_args()


if __name__ == "__main__":
    sys.exit(main())
