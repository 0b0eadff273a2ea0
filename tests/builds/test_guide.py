"""The guide's commands do what it says, on a copy of the shipped site."""

import re
import shlex
from pathlib import Path

import pytest

from support import ROOT, copy_shipped, run

GUIDE = (ROOT / "docs/guide/index.md").read_text("utf-8")
COMMANDS = [
    shlex.split(line)[1:]
    for block in re.findall(r"```sh\n(.*?)```", GUIDE, re.S)
    for line in block.splitlines()
    if line.startswith("oit ")
]
DAY = "2025-05-06"


@pytest.fixture
def site(tmp_path: Path) -> Path:
    """The shipped site while its round is still judged, with a file that came by e-mail."""
    site = copy_shipped(tmp_path)
    policy = site / "oit_items/2568/round.yml"
    policy.write_text(
        policy.read_text("utf-8").replace("closes: 2025-04-30", "closes: 2025-10-15"), "utf-8"
    )
    monthly = site / "oit_items/2568/O15/summary-2025-03.csv"
    (site / "สขร1-เมษายน.xlsx").with_suffix(".csv").write_bytes(monthly.read_bytes())
    mandate = site / "oit_items/2568/mandate.yml"
    periods = "periods: [2024-10, 2024-11, 2024-12, 2025-01, 2025-02, 2025-03]"
    text = mandate.read_text("utf-8")
    assert periods in text
    mandate.write_text(text.replace(periods, periods[:-1] + ", 2025-04]"), "utf-8")
    return site


def test_the_guide_shows_every_way_to_keep_an_item_current() -> None:
    """Publish, state a none, confirm, look ahead."""
    assert [one[0] for one in COMMANDS] == ["add", "none", "confirm", "due"]


@pytest.mark.parametrize("command", [COMMANDS[0], COMMANDS[2], COMMANDS[3]], ids=lambda one: one[0])
def test_a_command_of_the_guide_works_as_it_stands(site: Path, command: list[str]) -> None:
    """Save that the file of the test is a CSV."""
    given = [one.replace(".xlsx", ".csv") for one in command]
    done = run("oit_app", *given, cwd=site, OIT_AS_OF=DAY)
    assert done.returncode == 0, done.stdout + done.stderr


def test_a_none_where_there_is_one_already_is_pointed_out(site: Path) -> None:
    """The guide's example is a month that the shipped record has stated."""
    done = run("oit_app", *COMMANDS[1], cwd=site, OIT_AS_OF=DAY)
    assert "ธันวาคม 2567" in done.stdout + done.stderr
