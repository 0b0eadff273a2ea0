"""For maintainers: write `requirements.lock` from pyproject.toml. Needs `uv` and the network.

One universal lock with hashes and no address: first what building needs, then, behind a marker
line, what testing adds.
"""

import shutil
import subprocess
import sys

from environment import LOCK, ROOT, TEST_MARKER

_HEAD = (
    "# Written by scripts/lock.py from pyproject.toml. Every package with its hashes, for every\n"
    "# platform and Python >= 3.11; which index serves it is the machine's own setting.\n\n"
)


def main() -> int:
    """Resolve twice: the build alone, then the tests on top of exactly that."""
    if not shutil.which("uv"):
        print("ไม่พบคำสั่ง uv โปรดติดตั้งด้วย: pip install uv\n[EN] uv is needed: pip install uv")
        return 2
    build = _resolve()
    with_tests = _resolve("--extra", "test", constraints=build)
    known = set(_blocks(build))
    added = [block for block in _blocks(with_tests) if block not in known]
    LOCK.write_text(f"{_HEAD}{build}\n{TEST_MARKER}\n\n{''.join(added)}", "utf-8", newline="\n")
    return 0


def _resolve(*options: str, constraints: str = "") -> str:
    pins = ROOT / ".lock-constraints.txt"
    pins.write_text(constraints, "utf-8")
    command = ["uv", "pip", "compile", "pyproject.toml", "--universal", "--generate-hashes"]
    quiet = ["--no-header", "--no-annotate", "--no-emit-index-url", "--quiet"]
    bounds = ["--python-version", "3.11", "--constraint", str(pins)]
    try:
        done = subprocess.run(
            [*command, *quiet, *bounds, *options],
            cwd=ROOT,
            check=True,
            capture_output=True,
            text=True,
        )
    finally:
        pins.unlink(missing_ok=True)
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
