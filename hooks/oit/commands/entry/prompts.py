"""Asking on a terminal for what the arguments leave open; elsewhere, an error that names it."""

import sys
from collections.abc import Sequence
from dataclasses import dataclass

import click

from oit.commands.exits import could_not_run
from oit.editing.choices import Choice, listing, pick


@dataclass(frozen=True, slots=True)
class Prompt:
    """What is asked for, in Thai and English, and the argument that says it without a prompt."""

    thai: str
    english: str
    argument: str


ITEM = Prompt("ข้อ", "item", "O15")
REQUIREMENT = Prompt("องค์ประกอบ", "requirement", "--for")
PERIOD = Prompt("งวด", "period", "--period")
DIVISION = Prompt("หน่วยงาน", "division", "--division")
FILE = Prompt("ไฟล์ที่จะเผยแพร่", "file to publish", "FILE")
OLD_FILE = Prompt("ไฟล์ที่เผยแพร่อยู่", "published file", "FILE")
NEW_FILE = Prompt("ไฟล์ฉบับแก้ไข", "corrected file", "NEWFILE")
WHY = Prompt("เหตุผลที่แก้ไข", "why it is corrected", "--reason")
REASON = Prompt("เหตุผลที่ไม่มีรายการ", "reason why there is nothing", "REASON")
POST = Prompt("ตำแหน่งผู้ยืนยัน", "post of whoever confirms", "--by")
NOTE = Prompt("เหตุผลที่ข้อมูลยังถูกต้อง", "why it is still right", "--note")


@dataclass(frozen=True, slots=True)
class Answers:
    """What the options have answered before it is asked."""

    agreed: bool = False
    """`--yes`: to publish all periods of a workbook."""
    cleaning: bool = False
    """`--clean`: to remove what a file hides."""


def agrees(question: str, english: str, is_answered: bool) -> bool:  # noqa: FBT001 -- an answer
    """Whether somebody says yes, by an option or on a terminal; nobody there says no."""
    if is_answered or not is_terminal():
        return is_answered
    return click.confirm(f"{question} ({english})", default=False)


def is_terminal() -> bool:
    """Whether somebody can answer a prompt."""
    return sys.stdin.isatty() and sys.stdout.isatty()


def choose(argument: str | None, choices: Sequence[Choice], prompt: Prompt) -> Choice:
    """The choice that the argument names, else the only one, else the one picked on a terminal.

    Ends with status 2 where the argument names none, or there is nobody to ask.
    """
    if argument is not None:
        return pick(argument, choices) or _unknown(argument, choices, prompt)
    if len(choices) == 1:
        return choices[0]
    if not choices or not is_terminal():
        _missing(prompt, f"\n{listing(choices)}" if choices else "")
    click.echo(f"{prompt.thai} ({prompt.english})\n{listing(choices)}")
    while not (chosen := pick(click.prompt(f"โปรดเลือก{prompt.thai}"), choices)):
        click.echo("ไม่มีในรายการ โปรดพิมพ์หมายเลขหรือชื่อตามรายการ (type a number or a name)")
    return chosen


def ask_text(argument: str | None, prompt: Prompt) -> str:
    """The argument, or what is typed on a terminal, without blanks around it; never empty."""
    text = (argument or "").strip()
    if not text and not is_terminal():
        _missing(prompt, "")
    while not text:
        text = str(click.prompt(f"{prompt.thai} ({prompt.english})")).strip()
    return text


def _unknown(argument: str, choices: Sequence[Choice], prompt: Prompt) -> Choice:
    could_not_run(
        f"ไม่มี{prompt.thai} “{argument}” โปรดเลือกจาก\n{listing(choices)}",
        f"There is no such {prompt.english}; choose one of these.",
    )


def _missing(prompt: Prompt, choices: str) -> None:
    could_not_run(
        f"โปรดระบุ{prompt.thai} ({prompt.argument}){choices}",
        f"Please give the {prompt.english} ({prompt.argument}).",
    )
