"""Run what `.venv` holds: `python3 scripts/run.py NAME [arguments]`.

NAME is `oit`, the command line of the engine; a program of `scripts/maintain/`; or a tool of
`.venv`, such as `ruff`. Without a name it lists them.
"""

import ast
import os
import re
import shutil
import sys
from pathlib import Path

from setup import python_version  # noqa: F401 -- before all that an older Python cannot read
from setup.environment import (
    COULD_NOT_RUN,
    environment_for_building,
    environment_for_testing,
    print_as_utf8,
    run_command,
    run_module,
    variables,
    venv_python,
)
from setup.words import beside, both

SCRIPTS = Path(__file__).resolve().parent


def main() -> int:
    """Run what is named first, with the arguments after it. Gives its exit status."""
    print_as_utf8()
    name, *arguments = sys.argv[1:] or [""]
    if name in ("-h", "--help"):
        print(usage())
        return 0
    if not re.fullmatch(r"\w[\w.-]*", name):
        return _unknown(name)
    python = _interpreter_for(name)
    if name == "oit":
        return run_module(python, name, *arguments)
    if name in programs():
        return _run_program(python, name, arguments)
    return _run_tool(name, arguments)


def programs() -> dict[str, str]:
    """The programs for maintainers: what each does, by its name."""
    files = sorted((SCRIPTS / "maintain").glob("*.py"))
    texts = {file.stem: file.read_text("utf-8") for file in files}
    return {
        name: str(ast.get_docstring(ast.parse(text))).splitlines()[0]
        for name, text in texts.items()
        if '__name__ == "__main__"' in text  # the others are modules that these share
    }


def usage() -> str:
    """What can be run, in Thai and English."""
    listed = [f"  {name:<14}{purpose}" for name, purpose in programs().items()]
    heading = f"\n{beside('setup.programs')}\n"
    return both("setup.usage") + (heading + "\n".join(listed) if listed else "")


def _interpreter_for(name: str) -> str:
    """The Python for a name, with no more set up than it needs."""
    if name == "lock":  # it has to work where the lock itself cannot be installed
        return sys.executable
    if name in ("oit", "bench", "engines", "grown_office", "training", "wheel"):
        return environment_for_building()
    return environment_for_testing()


def _run_program(python: str, name: str, arguments: list[str]) -> int:
    given = variables()
    path = [str(SCRIPTS), *filter(None, [given.get("PYTHONPATH")])]
    command = [python, "-m", f"maintain.{name}", *arguments]
    return run_command(command, {**given, "PYTHONPATH": os.pathsep.join(path)})


def _run_tool(name: str, arguments: list[str]) -> int:
    tool = shutil.which(name, path=str(venv_python().parent))
    return run_command([tool, *arguments], variables()) if tool else _unknown(name)


def _unknown(name: str) -> int:
    """Say what can be run, and where a name was given, that it is none of them."""
    if name:
        print(f"{both('setup.unknown', name=name)}\n", file=sys.stderr)
    print(usage(), file=sys.stderr)
    return COULD_NOT_RUN


if __name__ == "__main__":
    sys.exit(main())
