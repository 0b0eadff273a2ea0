"""The guide's commands do what it says, on a copy of the sample site."""

import re
import shlex
from pathlib import Path

import pytest
from lxml import html
from markdown_it import MarkdownIt

from helpers.builds import built
from helpers.commands import options_of, run
from helpers.edits import LATE_O9
from helpers.support import ROOT, SAMPLE, copy_sample, published, replace, text_of
from maintain.driven_form import take_out_summary
from oit.outputs.pages.line_breaks import COMMAND

GUIDE = text_of(SAMPLE, "guide/officer/")
ALL_GUIDES = "\n".join(
    text.markdown for text in published(SAMPLE).texts if text.address.startswith("guide/")
)
SHOWN = re.compile(r"^ *oit ([^\n]+)$|`oit ([^`]+)`", re.MULTILINE)
COMMANDS = [
    shlex.split(line)[1:]
    for block in re.findall(r"```sh\n(.*?)```", GUIDE, re.S)
    for line in block.splitlines()
    if line.startswith("oit ")
]
DAY = "2025-04-29"
TYPED = re.compile(rf"{COMMAND.pattern}|(?<!\w)--[a-z]{{3,}}[a-z-]*|\S*scripts/\w+\.py")
"""What somebody types: a command, an option, a program."""
DOCUMENTS = [
    *ROOT.glob("*.md"),
    *ROOT.glob(".git[hl]*/**/*.md"),
    *(ROOT / "docs").rglob("*.md"),
    ROOT / "hooks/README.md",
    ROOT / "hooks/oit/templates/office/README.md",
]


@pytest.fixture
def site(tmp_path: Path) -> Path:
    """The sample site while its round is open, with the summary of March come by e-mail."""
    site = copy_sample(tmp_path)
    take_out_summary(site, tmp_path).rename(site / COMMANDS[0][-1].replace(".xlsx", ".csv"))
    summary = (site / "oit_items/2568/O15/summary-2025-02.csv").read_text("utf-8")
    (site / COMMANDS[2][3].replace(".xlsx", ".csv")).write_text(f"{summary}\n", "utf-8")
    return site


def test_the_guide_shows_every_way_to_keep_an_item_current() -> None:
    """Publish, state a none, correct, confirm, look ahead."""
    assert [one[0] for one in COMMANDS] == ["add", "none", "replace", "confirm", "due", "fix"]


@pytest.mark.parametrize("command", [COMMANDS[0], *COMMANDS[2:]], ids=lambda one: one[0])
def test_a_command_of_the_guide_works_as_it_stands(site: Path, command: list[str]) -> None:
    """Save that the file of the test is a CSV."""
    given = [one.replace(".xlsx", ".csv") for one in command]
    done = run("oit", *given, cwd=site, OIT_AS_OF=DAY)
    assert done.returncode == 0, done.stdout + done.stderr


def test_a_none_where_there_is_one_already_is_pointed_out(site: Path) -> None:
    """The guide's example is a month whose summary the sample record has."""
    done = run("oit", *COMMANDS[1], cwd=site, OIT_AS_OF=DAY)
    assert "กุมภาพันธ์ 2568" in done.stdout + done.stderr


@pytest.mark.parametrize(
    "line", sorted({first or second for first, second in SHOWN.findall(ALL_GUIDES)})
)
def test_a_command_of_any_guide_exists_with_its_options(line: str) -> None:
    """Whoever copies it is not told that there is no such thing."""
    name, *words = shlex.split(line)
    assert {word for word in words if word.startswith("--")} <= options_of(name)


def plain_text(page: html.HtmlElement) -> str:
    """What a page says, without what is set as code."""
    for element in page.xpath("//code|//pre|//kbd|//script|//style|//comment()"):
        element.drop_tree()
    return " ".join(" ".join(page.itertext()).split())


def test_no_page_shows_a_command_as_plain_text(tmp_path: Path) -> None:
    """In sentences, lists and tables, in both languages: whoever copies it has all of it."""
    copy = copy_sample(tmp_path)
    replace(*LATE_O9)(copy)
    site = built(copy, OIT_GATE="report")
    shown = {
        str(page.relative_to(site)): TYPED.findall(plain_text(html.parse(str(page)).getroot()))
        for page in site.rglob("index.html")
    }
    assert len(shown) > 50
    assert {page: found for page, found in shown.items() if found} == {}


@pytest.mark.parametrize("document", DOCUMENTS, ids=lambda path: str(path.relative_to(ROOT)))
def test_no_document_shows_a_command_as_plain_text(document: Path) -> None:
    """Of the repository, and of what each office gets."""
    page = MarkdownIt().enable("table").render(document.read_text("utf-8"))
    assert TYPED.findall(plain_text(html.fromstring(f"<main>{page}</main>"))) == []


@pytest.mark.parametrize(
    ("page", "found"),
    [
        ("<ol><li>ตรวจ<p>oit check</p></li></ol>", ["oit check"]),
        ("<p>ใช้ --clean</p>", ["--clean"]),
        ("<li>python3 scripts/check.py</li>", ["python3 scripts/check.py"]),
        ("<li><pre><code>oit check</code></pre> the oit website</li>", []),
    ],
)
def test_a_command_in_plain_text_is_found(page: str, found: list[str]) -> None:
    """So that the tests above can fail."""
    text = plain_text(html.fromstring(f"<main>{page}</main>"))
    assert [match[0] for match in TYPED.finditer(text)] == found


def test_what_is_to_be_typed_within_a_step_is_shown_as_it_is_typed() -> None:
    """A fence within a list is no code to the program that makes pages: eight spaces are."""
    assert not re.findall(r"^ +```.*$", ALL_GUIDES, re.MULTILINE)
    form = text_of(SAMPLE, "guide/form/")
    assert re.search(r"^ {8}## ประกาศ .* \{#announcement-2025-03\}\n\n {8}\S", form, re.MULTILINE)
