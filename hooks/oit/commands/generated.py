"""`oit schemas` and `oit codeowners`: files of the repository that are generated from others."""

import sys
from collections.abc import Mapping
from pathlib import Path

import click

from oit.commands.alone import works_alone
from oit.commands.exits import could_not_run, reports_errors
from oit.commands.options import root_option
from oit.commands.sites import cached_site
from oit.editing.editor_schemas import editor_schemas
from oit.editing.office import Engine
from oit.forge.codeowners import CODEOWNERS
from oit.forge.codeowners import codeowners as codeowners_text
from oit.system.engine import frame, wheel
from oit.system.writing import write_changes

check_option = click.option(
    "--check",
    is_flag=True,
    help="เพียงตรวจโดยไม่แก้ไข หากไม่ตรงกันจะจบด้วยรหัส 1 (only look; status 1 if out of step).",
)


@click.command()
@check_option
@root_option
@reports_errors
@works_alone
def schemas(root: Path, *, check: bool) -> None:
    """เขียน JSON Schema สำหรับโปรแกรมแก้ไขข้อความ (JSON Schemas for editors, from the models)."""
    _generate(root, editor_schemas(), "oit schemas", check=check)


@click.command()
@check_option
@root_option
@reports_errors
@works_alone
def codeowners(root: Path, *, check: bool) -> None:
    """เขียนไฟล์ CODEOWNERS ซึ่งกำหนดผู้อนุมัติของแต่ละข้อ (who approves what, from divisions)."""
    site = cached_site(root)
    if site.policy is None or not site.divisions or not site.rounds:
        could_not_run(
            "อ่านข้อกำหนดหรือรายชื่อหน่วยงานไม่ได้ โปรดเรียก oit check เพื่อดูสิ่งที่ต้องแก้ไข",
            "Settings or divisions could not be read; oit check tells why.",
        )
    files = {CODEOWNERS: codeowners_text(site).encode()}
    _generate(root, files, "oit codeowners", check=check)


def _generate(root: Path, files: Mapping[str, bytes], command: str, *, check: bool) -> None:
    """Write the files that differ, by path from the root; `check` ends with status 1 instead."""
    different = differing(root, files)
    if not check:
        write_changes(root, different, ())
    for name in different:
        if check:
            click.echo(f"{name} ไม่ตรงกับข้อมูลต้นทาง โปรดเรียก {command} (out of step)")
        else:
            click.echo(f"บันทึก {name} แล้ว (written)")
    if not different:
        click.echo(f"{', '.join(files)} ตรงกับข้อมูลต้นทางแล้ว (in step)")
    sys.exit(1 if check and different else 0)


def differing(root: Path, files: Mapping[str, bytes]) -> dict[str, bytes]:
    """Those of the files, by path from the root, that are not there with these bytes."""
    return {
        name: data
        for name, data in files.items()
        if not (root / name).is_file() or (root / name).read_bytes() != data
    }


def engine_here() -> Engine:
    """What an office takes from the engine that runs."""
    built = wheel()
    return Engine(frame(), built.name, built.data, built.sha256)
