"""The command `oit`. Exit status: 0 passes, 1 the gate failed, 2 it could not run."""

import sys
from io import TextIOWrapper
from pathlib import Path
from typing import NoReturn

import click

from oit.load import RECORDS
from oit_app.environment import SettingError, read_environment
from oit_app.gatekeeper import ask

COULD_NOT_RUN = 2


@click.group(context_settings={"help_option_names": ["-h", "--help"]})
def main() -> None:
    """ตรวจและเผยแพร่ข้อมูล OIT ของสำนักงานเขต (the district office's disclosure tools)."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper):
            stream.reconfigure(encoding="utf-8")  # Thai, on a console of any code page


@main.command()
@click.option(
    "--root",
    type=click.Path(exists=True, file_okay=False, path_type=Path),
    default=Path(),
    help="โฟลเดอร์ที่มี mkdocs.yml และ oit_items (the folder of the site).",
)
def check(root: Path) -> None:
    """ตรวจข้อมูลทุกข้อโดยไม่สร้างเว็บไซต์ (the gate, without a site)."""
    if not (root / RECORDS).is_dir():
        _could_not_run(
            f"ไม่พบโฟลเดอร์ {RECORDS} โปรดเรียกคำสั่งนี้จากโฟลเดอร์ของเว็บไซต์\n"
            f"[EN] There is no folder {RECORDS} here; run this in the folder of the site."
        )
    try:
        answer = ask(root, read_environment())
    except SettingError as error:
        _could_not_run(str(error))
    click.echo(answer.text)
    sys.exit(1 if answer.verdict.refused else 0)


def _could_not_run(why: str) -> NoReturn:
    click.echo(why, err=True)
    sys.exit(COULD_NOT_RUN)
