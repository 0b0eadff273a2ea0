"""`scripts/bench.py`: what it measures and how it shows it; no time is judged."""

import json
import subprocess
import sys
from pathlib import Path

import pytest
from lxml import html

from helpers.support import ROOT
from maintain import bench
from maintain.measured import cases, phone
from maintain.measured.commands import PLAIN_BUILD, START, Command, checks_of, timed
from maintain.measured.kept import with_part
from maintain.measured.limits import Limit, limits_of, table_of_limits
from maintain.measured.offices import PLAIN, Office
from maintain.measured.plain_site import as_markdown, write_plain_site
from maintain.measured.processes import Taken, run_measured
from maintain.measured.report import Report, growth, times_of
from maintain.measured.table import as_table
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

    lines = as_table({"22": report(8), "110": report(16)}).splitlines()
    (line,) = (line for line in lines if line.startswith("build, cold"))
    assert line.split()[-7:] == ["x", "4.00", "16.00", "(16.00)", "x", "8.00", "1.35"]


def test_growth_is_that_of_twice_the_records() -> None:
    """Whatever sizes were measured."""
    assert growth(1, 4, (22, 88)) == 2
    assert growth(3, 3, (22, 1100)) == 1


def test_a_site_is_weighed_with_its_search(tmp_path: Path) -> None:
    """Files and bytes, and what a server sends of the first index and of all."""
    (tmp_path / "search").mkdir()
    (tmp_path / "search/search_index.json").write_text("[]" * 50_000, "utf-8")
    (tmp_path / "search/earlier.json").write_text("[1]" * 50_000, "utf-8")
    weights = weights_of(tmp_path)
    assert (weights["files"], weights["bytes"]) == (2, 250_000)
    assert 0 < weights["first search index, KB gz"] < weights["all search indexes, KB gz"] < 2


def test_without_a_browser_the_phone_is_left_out(monkeypatch: pytest.MonkeyPatch) -> None:
    """And a sentence says why; the rest is measured all the same."""
    monkeypatch.setattr(phone, "find_chromium", lambda: None)
    assert "no Chromium" in phone.left_out()


def test_the_warm_check_is_one_that_was_asked_before(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Of the same site with the same cache: what changed in between is a case of its own."""
    asked: list[object] = []
    monkeypatch.setattr("maintain.measured.commands.run_measured", lambda *run: asked.append(run))
    warm = checks_of(Office(tmp_path))["check, warm"]
    warm.run(1)
    assert asked == [(warm.words, warm.folder, warm.given)] * 2


def test_a_limit_is_shown_with_what_was_measured_and_whether_it_holds() -> None:
    """Of times as people wait, with the time of computing beside; of several turns the median."""
    report: dict[str, Report] = {
        "22": {"times": {"build, cold": timing(2.3, 2.1)}, "serve": {"saved to served, s": [0.7]}},
        "44": {"times": {"build, cold": timing(4.6, 4.6)}},
        "220": {"phone": {"first hit, ms": [1400, 1600, 1501]}},
    }
    limits = {(limit.what, limit.records): limit for limit in limits_of(report)}
    cold = limits[f"build, cold / {PLAIN_BUILD}", "22"]
    assert (cold.waited, cold.computed, cold.holds) == (2.3, 2.1, False)
    assert limits["saved to served, s", "22"].holds is True
    assert limits["saved to served, s", "220"].holds is None
    assert limits["first hit, ms", "220"].holds is False
    grown = limits["build, cold, 2n/n", "22 to 44"]
    assert (grown.waited, grown.holds) == (2, True)
    assert limits["build, warm, 2n/n", "22 to 44"].holds is None


def timing(seconds: float, cpu: float) -> Report:
    """A command beside one that took a second."""
    clocks = {"seconds": seconds, "cpu": cpu}
    return {"median": {**clocks, "megabytes": 1}, "ratio": clocks, "beside": PLAIN_BUILD}


def test_limits_are_a_table_that_says_the_verdict() -> None:
    """What was not measured is said as well: it is no limit that holds."""
    limits = (Limit("a", "22", 2, 1.5, 3), Limit("b", "22", 2, 2.5), Limit("c", "22", 1000, None))
    assert table_of_limits(limits).splitlines()[2:] == [
        "| a | 22 | 2 | 1.50 | 3 | holds |",
        "| b | 22 | 2 | 2.50 |  | **does not hold** |",
        "| c | 22 | 1,000 |  |  | not measured |",
    ]


def test_a_part_takes_the_place_of_the_same_measures_alone() -> None:
    """What other cases and sizes gave before stays, and sizes stand in their order."""
    report = with_part({"110": {"times": {"a": 1, "b": 2}}}, 110, {"times": {"b": 1.23456}})
    report = with_part(report, 22, {"serve": {"x": [1.0]}})
    assert report == {
        "22": {"serve": {"x": [1.0]}},
        "110": {"times": {"a": 1, "b": 1.2346}},
    }
    assert list(report) == ["22", "110"]


@pytest.fixture
def invented(monkeypatch: pytest.MonkeyPatch) -> list[tuple[object, ...]]:
    """Cases that measure nothing, on a machine without a browser; gives what they are asked for."""
    asked: list[tuple[object, ...]] = []

    def builds(office: Office, turns: int) -> Report:
        asked.append((office.folder.name, turns))
        return {"times": {PLAIN_BUILD: timing(turns, turns)}}

    def weights(*_: object) -> Report:
        return {"weights": {"files": 7}}

    monkeypatch.setattr(cases, "write_measured_office", lambda folder, _: Office(folder))
    monkeypatch.setitem(cases.CASES, "builds", builds)
    monkeypatch.setitem(cases.CASES, "weights", weights)
    monkeypatch.setattr(phone, "left_out", lambda: "No browser.")
    return asked


def bench_of(monkeypatch: pytest.MonkeyPatch, out: Path, *arguments: str) -> int:
    """The status of a run that keeps its figures in a folder."""
    monkeypatch.setattr(sys, "argv", ["bench", *arguments, "--out", str(out)])
    return bench.main()


@pytest.mark.usefixtures("invented")
def test_what_is_known_is_kept_and_a_later_run_adds_to_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """As document, page and plot; so that a long run can be made in parts."""
    assert bench_of(monkeypatch, tmp_path, "--records", "44", "22", "--cases", "builds") == 0
    assert "No browser." not in capsys.readouterr().out
    assert bench_of(monkeypatch, tmp_path, "--records", "22", "--cases", "phone", "weights") == 0
    assert "No browser." in capsys.readouterr().out
    document = json.loads((tmp_path / "bench.json").read_text("utf-8"))
    assert {size: list(parts) for size, parts in document["sizes"].items()} == {
        "22": ["times", "weights"],
        "44": ["times"],
    }
    assert {limit["holds"] for limit in document["limits"]} == {None}
    assert "44 records" in (tmp_path / "README.md").read_text("utf-8")
    assert (tmp_path / "bench.svg").read_text("utf-8").startswith("<svg")


def test_page_and_plot_are_drawn_again_from_the_document_alone(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, invented: list[tuple[object, ...]]
) -> None:
    """Nothing is measured where no size is asked for."""
    bench_of(monkeypatch, tmp_path, "--records", "22", "--cases", "builds", "--turns", "3")
    assert invented == [("bench", 3)]
    texts = {file.name: file.read_bytes() for file in tmp_path.iterdir()}
    for name in ("README.md", "bench.svg"):
        (tmp_path / name).unlink()
    assert bench_of(monkeypatch, tmp_path, "--records") == 0
    assert {file.name: file.read_bytes() for file in tmp_path.iterdir()} == texts
    assert invented == [("bench", 3)]


@pytest.mark.usefixtures("invented")
def test_figures_of_another_machine_are_drawn_again_as_theirs(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Nothing is mixed where nothing is measured: machine and figures stay as they are kept."""
    bench_of(monkeypatch, tmp_path, "--records", "22", "--cases", "builds")
    kept = tmp_path / "bench.json"
    kept.write_text(kept.read_text("utf-8").replace('"cores": "', '"cores": "9'), "utf-8")
    before = kept.read_bytes()
    assert bench_of(monkeypatch, tmp_path, "--records") == 0
    assert kept.read_bytes() == before
    assert "- cores: 9" in (tmp_path / "README.md").read_text("utf-8")


@pytest.mark.usefixtures("invented")
def test_figures_of_another_machine_are_not_mixed_with_these(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """They are told apart before anything is measured, and stay as they are."""
    bench_of(monkeypatch, tmp_path, "--records", "22", "--cases", "builds")
    kept = tmp_path / "bench.json"
    kept.write_text(kept.read_text("utf-8").replace('"cores": "', '"cores": "9'), "utf-8")
    before = kept.read_bytes()
    assert bench_of(monkeypatch, tmp_path, "--records", "44", "--cases", "builds") == 2
    assert "bench.json" in capsys.readouterr().err
    assert kept.read_bytes() == before
