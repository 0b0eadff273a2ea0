"""Write `requirements.lock` from pyproject.toml (needs `uv` and the network).

One universal lock with hashes and no address: first what building needs, then, behind a marker
line, what testing adds.
"""

import argparse
import importlib.util
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

from setup.environment import COULD_NOT_RUN, LOCK, ROOT, TEST_MARKER
from setup.words import both

_HEAD = (
    "# Written by `run.py lock` from pyproject.toml. Every package with its hashes, for every\n"
    "# platform and Python >= 3.11; which index serves it is the machine's own setting.\n\n"
)


def main() -> int:
    """Resolve twice: the build alone, then the tests on top of exactly that."""
    argparse.ArgumentParser(prog="run.py lock", description=__doc__).parse_args()
    uv = _uv()
    if not uv:
        print(both("maintain.no-uv"), file=sys.stderr)
        return COULD_NOT_RUN
    build = _resolve(uv)
    with_tests = _resolve(uv, "--extra", "test", constraints=build)
    known = set(_blocks(build))
    added = [block for block in _blocks(with_tests) if block not in known]
    LOCK.write_text(f"{_HEAD}{build}\n{TEST_MARKER}\n\n{''.join(added)}", "utf-8", newline="\n")
    return 0


def _uv() -> list[str]:
    if shutil.which("uv"):
        return ["uv"]
    return [sys.executable, "-m", "uv"] if importlib.util.find_spec("uv") else []


def _resolve(uv: list[str], *options: str, constraints: str = "") -> str:
    command = [*uv, "pip", "compile", "pyproject.toml", "--universal", "--generate-hashes"]
    quiet = ["--no-header", "--no-annotate", "--no-emit-index-url", "--quiet"]
    with tempfile.TemporaryDirectory() as folder:
        pins = Path(folder) / "pins.txt"
        pins.write_text(constraints, "utf-8")
        bounds = ["--python-version", "3.11", "--constraint", str(pins)]
        run = [*command, *quiet, *bounds, *options]
        done = subprocess.run(run, cwd=ROOT, check=True, stdout=subprocess.PIPE, encoding="utf-8")
    return done.stdout


def _blocks(text: str) -> list[str]:
    """The requirements, each with its lines of hashes."""
    blocks: list[str] = []
    for line in text.splitlines(keepends=True):
        if line[:1].isspace() and blocks:
            blocks[-1] += line
        elif line.strip() and not line.startswith("#"):
            blocks.append(line)
    return blocks


if __name__ == "__main__":
    sys.exit(main())
