"""Where another office's records stand, a run leaves the demonstration out, and says so."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

from helpers.support import ROOT, SAMPLE

NOTHING_COLLECTED = 5


def test_a_run_in_the_repository_of_another_office_says_what_it_left_out(tmp_path: Path) -> None:
    """At its end, in Thai and English, with the reason; nothing of the folder is run."""
    shutil.copytree(SAMPLE, tmp_path, dirs_exist_ok=True)
    shutil.copy(ROOT / "pyproject.toml", tmp_path)
    for folder in ("demonstration", "helpers"):
        shutil.copytree(ROOT / "tests" / folder, tmp_path / "tests" / folder)
    shutil.copy(ROOT / "tests/conftest.py", tmp_path / "tests")
    command = [sys.executable, "-m", "pytest", "-n", "0", "-p", "no:cacheprovider"]
    done = subprocess.run(
        command,
        cwd=tmp_path,
        env={**os.environ, "PYTHONUTF8": "1"},
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    assert done.returncode == NOTHING_COLLECTED, done.stdout + done.stderr
    assert "ไม่ได้ใช้การทดสอบใน tests/demonstration เพราะ" in done.stdout
    assert "[EN] The tests in tests/demonstration are left out: mkdocs.yml names" in done.stdout
