"""`scripts/bench.py`: what it measures and how it shows it; no time is judged."""

import json
import subprocess
import sys
from pathlib import Path

import pytest
from lxml import html

from helpers.support import ROOT
from maintain import bench
from maintain.measured import phone
from maintain.measured.commands import PLAIN_BUILD, START, Command, timed
from maintain.measured.offices import PLAIN
from maintain.measured.plain_site import as_markdown, write_plain_site
from maintain.measured.processes import Taken, run_measured
from maintain.measured.report import as_table, growth, times_of
from maintain.measured.weights import weights_of
from setup.environment import variables

PAGE = """<html><body><nav><a href="x/">elsewhere</a></nav><main>
<h1 id="top">A | B</h1>
<p>See <a href="../b/#c">the <b>other</b> page</a>.<svg><title>x</title></svg></p>
<ul><li>first</li><li>second</li></ul>
<div>before<table><caption>Table</caption><tr><th>a</th><th>b</th></tr><tr><td>1</td></tr></table>
after</div></main></body></html>"""
MARKDOWN = [
    "# A \\| B {: #top }",
    "See [the other page](../b/index.md#c).",
    "- first\n- second",
    "before",
    "Table",
    "| a | b |\n| --- | --- |\n| 1 |  |",
    " after",
]


def python(code: str, folder: Path, beside: str = START) -> Command:
    """A command that runs a line of Python."""
    return Command((sys.executable, "-c", code), folder, variables(), beside)


def test_a_page_keeps_its_words_headings_tables_and_links() -> None:
    """As Markdown; what stands around the main part, and pictures, are left out."""
    main = html.fromstring(PAGE).find(".//main")
    assert main is not None
    assert list(as_markdown(main)) == MARKDOWN


def test_the_plain_site_is_built_with_every_page(tmp_path: Path) -> None:
    """By MkDocs and Material, with their search; a page without a main part is none."""
    for name, text in (("", PAGE), ("a/", PAGE), ("admin/", "<p>form</p>")):
        (tmp_path / "built" / name).mkdir() if name else (tmp_path / "built").mkdir()
        (tmp_path / "built" / name / "index.html").write_text(text, "utf-8")
    assert write_plain_site(tmp_path / "built", tmp_path / "plain") == 2
    subprocess.run(PLAIN, cwd=tmp_path / "plain", env=variables(), check=True)
    site = tmp_path / "plain/site"
    assert "<td>1</td>" in (site / "a/index.html").read_text("utf-8")
    assert (site / "search/search_index.json").is_file()
    assert not (site / "admin").exists()


LARGE_AND_SMALL = """
import dataclasses, json, os, sys
from pathlib import Path
from maintain.measured.processes import run_measured
for_each = ("b'x' * (4 * 10**8)", "")
taken = [run_measured((sys.executable, "-c", code), Path(), os.environ) for code in for_each]
print(json.dumps([dataclasses.astuple(each) for each in taken]))
"""


def test_a_run_tells_its_time_and_memory(tmp_path: Path) -> None:
    """Of the process alone: what ran before it adds nothing.

    Asked from a small process, as no fewer megabytes are counted than the one that starts it has.
    """
    environment = {**variables(), "PYTHONPATH": str(ROOT / "scripts")}
    command = (sys.executable, "-c", LARGE_AND_SMALL)
    done = subprocess.run(command, cwd=tmp_path, env=environment, check=True, capture_output=True)
    large, small = (Taken(*each) for each in json.loads(done.stdout))
    assert large.megabytes > 350 > small.megabytes
    assert small.cpu > 0
    assert small.seconds > 0


def test_a_run_that_fails_is_no_measurement(tmp_path: Path) -> None:
    """It is raised, with what the program said."""
    command = (sys.executable, "-c", "raise SystemExit('why')")
    with pytest.raises(subprocess.CalledProcessError) as raised:
        run_measured(command, tmp_path, variables())
    assert raised.value.stderr.strip() == b"why"


def test_commands_take_turns_after_one_that_warms_up(tmp_path: Path) -> None:
    """Each is made ready by the number of its turn, and the first turn is not counted."""
    turns: list[int] = []
    first = Command((sys.executable, "-c", ""), tmp_path, variables(), START, turns.append)
    taken = timed({START: first}, 2)
    assert turns == [0, 1, 2]
    assert len(taken[START]) == 2


def test_the_table_compares_medians_of_one_run(tmp_path: Path) -> None:
    """A time beside another as a ratio, and sizes beside each other as growth for 2n/n."""
    commands = {name: python("", tmp_path, PLAIN_BUILD) for name in ("build, cold", PLAIN_BUILD)}

    def report(seconds: float) -> dict[str, object]:
        build = [Taken(value, value, 90) for value in (1, seconds, 100)]
        plain = [Taken(2, 2, 50)] * 3
        return {"times": times_of(commands, {"build, cold": build, PLAIN_BUILD: plain})}

    lines = as_table({"110": report(16), "22": report(8)}).splitlines()
    (line,) = (line for line in lines if line.startswith("build, cold"))
    assert line.split()[-7:] == ["x", "4.00", "16.00", "(16.00)", "x", "8.00", "1.35"]


def test_growth_is_that_of_twice_the_records() -> None:
    """Whatever sizes were measured."""
    assert growth(1, 4, (22, 88)) == 2
    assert growth(3, 3, (22, 1100)) == 1


def test_a_site_is_weighed_with_its_search(tmp_path: Path) -> None:
    """Files and bytes, and what a server sends of the first index and of all."""
    (tmp_path / "search").mkdir()
    (tmp_path / "search/search_index.json").write_text("[]" * 500, "utf-8")
    (tmp_path / "search/earlier.json").write_text("[1]" * 500, "utf-8")
    weights = weights_of(tmp_path)
    assert (weights["files"], weights["bytes"]) == (2, 2500)
    assert 0 < weights["first search index, gz"] < weights["all search indexes, gz"] < 2500


def test_without_a_browser_the_phone_is_left_out(monkeypatch: pytest.MonkeyPatch) -> None:
    """And a sentence says why; the rest is measured all the same."""
    monkeypatch.setattr(phone, "find_chromium", lambda: None)
    assert "no Chromium" in phone.left_out()


def test_what_is_known_is_kept_as_document_table_and_plot(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """Of each size that was asked for; what could not be measured is said."""
    report = {
        "times": times_of(
            {PLAIN_BUILD: python("", tmp_path, PLAIN_BUILD)}, {PLAIN_BUILD: [Taken(1, 1, 1)]}
        )
    }
    monkeypatch.setattr(bench, "measure", lambda *_: report)
    monkeypatch.setattr(phone, "left_out", lambda: "No browser.")
    argv = ["bench", "--records", "44", "22", "--turns", "1", "--out", str(tmp_path / "out")]
    monkeypatch.setattr(sys, "argv", argv)
    assert bench.main() == 0
    assert "No browser." in capsys.readouterr().out
    assert list(json.loads((tmp_path / "out/bench.json").read_text("utf-8"))) == ["22", "44"]
    assert "44 records" in (tmp_path / "out/bench.txt").read_text("utf-8")
    assert (tmp_path / "out/bench.svg").read_text("utf-8").startswith("<svg")
