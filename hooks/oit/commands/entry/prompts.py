"""Asking back on a terminal; elsewhere, a sentence that says what is missing."""

import sys
from collections.abc import Sequence
from dataclasses import dataclass

import click

from oit.commands.options import could_not_run
from oit.editing.choices import Choice, listing, pick


@dataclass(frozen=True, slots=True)
class Question:
    """What is to be known, in Thai and English, and how it is given without being asked."""

    thai: str
    english: str
    given_as: str


ITEM = Question("ข้อ", "item", "O15")
REQUIREMENT = Question("องค์ประกอบ", "requirement", "--for")
PERIOD = Question("งวด", "period", "--period")
DIVISION = Question("หน่วยงาน", "division", "--division")
FILE = Question("ไฟล์ที่จะเผยแพร่", "file to publish", "FILE")
REASON = Question("เหตุผลที่ไม่มีรายการ", "reason why there is nothing", "REASON")
POST = Question("ตำแหน่งผู้ยืนยัน", "post of whoever confirms", "--by")
NOTE = Question("เหตุผลที่ข้อมูลยังถูกต้อง", "why it is still right", "--note")


def is_terminal() -> bool:
    """Whether somebody sits there who can answer."""
    return sys.stdin.isatty() and sys.stdout.isatty()


def settle(given: str | None, choices: Sequence[Choice], question: Question) -> Choice:
    """The choice that was given, the only one there is, or the one that is answered."""
    if given is not None:
        return pick(given, choices) or _no_such(given, choices, question)
    if len(choices) == 1:
        return choices[0]
    if not choices or not is_terminal():
        _missing(question, f"\n{listing(choices)}" if choices else "")
    click.echo(f"{question.thai} ({question.english})\n{listing(choices)}")
    while not (chosen := pick(click.prompt(f"โปรดเลือก{question.thai}"), choices)):
        click.echo("ไม่มีในรายการ โปรดพิมพ์หมายเลขหรือชื่อตามรายการ (type a number or a name)")
    return chosen


def words(given: str | None, question: Question) -> str:
    """The words that were given or are answered, without blanks around them; never none."""
    text = (given or "").strip()
    if not text and not is_terminal():
        _missing(question, "")
    while not text:
        text = str(click.prompt(f"{question.thai} ({question.english})")).strip()
    return text


def _no_such(given: str, choices: Sequence[Choice], question: Question) -> Choice:
    could_not_run(
        f"ไม่มี{question.thai} “{given}” โปรดเลือกจาก\n{listing(choices)}\n"
        f"[EN] There is no such {question.english}; choose one of these."
    )


def _missing(question: Question, choices: str) -> None:
    could_not_run(
        f"โปรดระบุ{question.thai} ({question.given_as}){choices}\n"
        f"[EN] Please give the {question.english} ({question.given_as})."
    )
