"""Whoever mistypes a command is told in Thai what is wrong and what to type."""

import re
import shlex
from pathlib import Path

import click
import pytest
from click.testing import CliRunner

from helpers.commands import run, run_process
from helpers.support import ROOT
from oit.catalog import Language, beside, say
from oit.commands.cli import COMMANDS, main

MISTYPED: dict[tuple[str, ...], tuple[str, ...]] = {
    ("chek",): ("ไม่มีคำสั่ง “chek” โปรดใช้ check", "วิธีใช้ (usage): oit [ตัวเลือก] คำสั่ง"),
    ("xyzzy",): ("ไม่มีคำสั่ง “xyzzy” โปรดเลือกจากรายชื่อทั้งหมด", "oit --help"),
    ("--vers",): ("ไม่มีตัวเลือก --vers",),
    ("check", "--formt", "text"): ("ไม่มีตัวเลือก --formt โปรดใช้ --format", "วิธีใช้ (usage): oit check "),
    ("check", "-x"): ("ไม่มีตัวเลือก -x",),
    ("check", "--format", "xml"): ("ค่า “xml” ของ --format", "โปรดเลือกจาก text github"),
    ("check", "--staged=1"): ("--staged ไม่มีค่าต่อท้าย", "วิธีใช้ (usage): oit check "),
    ("check", "--root", "nowhere"): ("ไม่พบโฟลเดอร์ “nowhere”", "--root"),
    ("check", "--root", "mkdocs.yml"): ("“mkdocs.yml” ไม่ใช่โฟลเดอร์",),
    ("due", "--within"): ("โปรดพิมพ์ค่า 1 ค่าต่อจาก --within", "วิธีใช้ (usage): oit due "),
    ("due", "--within", "x"): ("ค่า “x” ของ --within", "จำนวนเต็มตั้งแต่ 0 ขึ้นไป"),
    ("due", "--within", "-5"): ("ค่า “-5” ของ --within", "จำนวนเต็มตั้งแต่ 0 ขึ้นไป"),
    ("links", "--seconds", "0"): ("ค่า “0.0” ของ --seconds", "ตัวเลขตั้งแต่ 0.1 ขึ้นไป"),
    ("ledger", "--replaced", "a"): ("โปรดพิมพ์ค่า 2 ค่าต่อจาก --replaced",),
    ("report", "extra", "words"): ("ไม่รับคำว่า “extra words”",),
    ("new-round",): ("ยังไม่ได้ระบุ YEAR โปรดพิมพ์ เช่น oit new-round 2570",),
    ("clean",): ("ยังไม่ได้ระบุ FILE", "oit clean รายงาน.docx"),
    ("clean", "ไม่มี.docx"): ("ไม่พบไฟล์ “ไม่มี.docx”",),
    ("clean", "oit_items"): ("“oit_items” ไม่ใช่ไฟล์",),
    ("deployable", "docs"): ("ยังไม่ได้ระบุ --commit", "\n--commit: รหัสของฉบับที่จะเผยแพร่ ("),
}
"""What is typed, and what the answer has to say."""


@pytest.mark.parametrize("typed", MISTYPED, ids=" ".join)
def test_what_is_mistyped_is_told_in_thai_first(typed: tuple[str, ...]) -> None:
    """What is wrong and what to type, the same in English, the option, the usage; status 2."""
    done = run("oit", *typed, cwd=ROOT)
    assert (done.returncode, done.stdout) == (2, "")
    for words in MISTYPED[typed]:
        assert words in done.stderr
    thai, english, *option, usage, more = done.stderr.splitlines()
    assert re.search(r"[ก-๙]", thai)
    assert re.match(r"\[EN\] \S", english)
    assert all(line.startswith("--") for line in option)
    assert re.match(r"วิธีใช้ \(usage\): oit\b", usage)
    assert re.match(r"ดูเพิ่มเติม \(more\): oit.* --help$", more)
    assert "  " not in done.stderr


@pytest.mark.parametrize("name", COMMANDS)
def test_every_command_tells_of_an_option_it_does_not_have(name: str) -> None:
    """With its own usage line."""
    done = run("oit", name, "--no-such-option", cwd=ROOT)
    assert done.returncode == 2
    assert f"\nวิธีใช้ (usage): oit {name} [" in done.stderr


@pytest.mark.parametrize("language", Language)
@pytest.mark.parametrize("name", COMMANDS)
def test_every_command_has_an_example(name: str, language: Language) -> None:
    """Which gives what the command needs, in both languages."""
    typed = shlex.split(say(f"help.{name}.example", language))
    assert typed[:2] == ["oit", name]
    required = [found for found in _command(name).params if found.required]
    assert len(typed) - 2 >= sum(1 + isinstance(found, click.Option) for found in required)


@pytest.mark.parametrize("name", COMMANDS)
def test_the_help_of_a_command_says_what_it_does_and_how_it_is_typed(name: str) -> None:
    """From the catalogue, and without the sentence for programmers in its code."""
    done = run("oit", name, "--help", cwd=ROOT)
    shown = "".join(done.stdout.split())
    assert "".join(say(f"help.{name}", Language.TH).split()) in shown
    assert say(f"help.{name}.example", Language.TH) in done.stdout
    assert (_command(name).callback.__doc__ or "").split("\n")[0] not in done.stdout


def test_the_list_shows_each_command_on_one_line_of_80_columns() -> None:
    """Nothing is cut off, and nothing goes on in a second line."""
    with_commands = run("oit", "--help", cwd=ROOT).stdout.partition("คำสั่ง (commands):\n")[2]
    lines = with_commands.splitlines()
    assert [line.split()[0] for line in lines] == sorted(COMMANDS)
    for line, name in zip(lines, sorted(COMMANDS), strict=True):
        assert line.endswith(f"  {beside(f'commands.{name}')}")
        assert len(line) <= 80


def test_oit_alone_lists_its_commands() -> None:
    """Nothing is wrong with asking."""
    done = run("oit", cwd=ROOT)
    assert all(f"  {name}" in done.stdout + done.stderr for name in COMMANDS)
    assert say("usage.more", Language.TH) not in done.stderr


def test_a_process_ends_with_status_2_and_no_traceback(tmp_path: Path) -> None:
    """In a folder without a site too."""
    done = run_process("oit", "due", "--within", "x", cwd=tmp_path)
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr == run("oit", "due", "--within", "x", cwd=tmp_path).stderr
    assert "Traceback" not in done.stderr


def _command(name: str) -> click.Command:
    command = main.get_command(click.Context(main), name)
    assert command is not None
    return command


@pytest.mark.parametrize("error", [click.Abort, KeyboardInterrupt, EOFError])
def test_an_interruption_is_told_in_thai(
    error: type[BaseException], monkeypatch: pytest.MonkeyPatch
) -> None:
    """With the exit status that a shell has for Ctrl+C, and without a traceback."""

    def interrupted(**_: object) -> None:
        raise error

    monkeypatch.setattr("oit.commands.explain.explain.callback", interrupted)
    done = CliRunner().invoke(main, ["explain", "stale"])
    assert done.exit_code == 130
    assert done.stderr.strip() == "ยกเลิกแล้ว (interrupted)"
