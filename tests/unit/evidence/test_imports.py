"""What reads files is loaded by the process that needs it, and by no other."""

import subprocess
import sys

import pytest

READERS = "{'pypdf', 'openpyxl', 'PIL'}"


@pytest.mark.parametrize("module", ["oit.evidence.runner", "oit.evidence.child"])
def test_no_reader_is_loaded_before_a_file_needs_it(module: str) -> None:
    """The parent reads no file itself, and the child needs the readers of its files alone."""
    program = f"import sys, {module}; print(sorted({READERS} & sys.modules.keys()))"
    done = subprocess.run(
        [sys.executable, "-c", program], capture_output=True, text=True, check=True
    )
    assert done.stdout == "[]\n"
