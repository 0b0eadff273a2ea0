"""Whoever has too old a Python is told so."""

import ast
import re
import subprocess
import sys

import pytest

from helpers.support import ROOT

SCRIPTS = ROOT / "scripts"
STANDARD = sys.stdlib_module_names
STARTED = sorted(
    path.name for path in SCRIPTS.glob("*.py") if "__main__" in path.read_text("utf-8")
)


def _status(script: str, version: str) -> "subprocess.CompletedProcess[str]":
    program = (
        f"import runpy, sys; sys.version_info = {version}; sys.path.insert(0, 'scripts')\n"
        f"runpy.run_path('scripts/{script}', run_name='__main__')"
    )
    command = [sys.executable, "-X", "utf8", "-c", program]
    return subprocess.run(
        command, cwd=ROOT, capture_output=True, text=True, encoding="utf-8", check=False
    )


@pytest.mark.parametrize("script", STARTED)
def test_an_older_python_gets_a_sentence_and_status_2(script: str) -> None:
    """Thai first, from every script that one starts."""
    done = _status(script, "(3, 10, 13)")
    assert done.returncode == 2
    assert done.stderr.startswith("ต้องใช้ Python 3.11 ขึ้นไป")
    assert "Traceback" not in done.stderr


@pytest.mark.parametrize("script", ["setup/__init__.py", "setup/python_version.py", *STARTED])
def test_an_older_python_can_read_what_tells_it(script: str) -> None:
    """A syntax error would come before the sentence."""
    ast.parse((SCRIPTS / script).read_text("utf-8"), feature_version=(3, 6))


@pytest.mark.parametrize("script", STARTED)
def test_the_version_is_looked_at_before_other_modules_of_ours(script: str) -> None:
    """They may be written in a newer Python's syntax."""
    text = (SCRIPTS / script).read_text("utf-8")
    imports = re.findall(r"^(?:from|import) .+", text, re.M)
    ours = [line for line in imports if line.split()[1].split(".")[0] not in STANDARD]
    assert ours[0].startswith("from setup import python_version ")
