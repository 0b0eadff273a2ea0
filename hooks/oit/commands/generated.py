"""Files of the repository that are written from others: written anew, or only compared."""

import sys
from collections.abc import Mapping
from pathlib import Path

import click

from oit.commands.options import could_not_run, explained, root_option
from oit.editing.editor_schemas import editor_schemas
from oit.forge.codeowners import codeowners as rendered
from oit.system.evidence_cache import remembered_site
from oit.system.writing import write_bytes

check_option = click.option(
    "--check",
    is_flag=True,
    help="เพียงตรวจโดยไม่แก้ไข หากไม่ตรงกันจะจบด้วยรหัส 1 (only look; status 1 if out of step).",
)


def bring_into_step(root: Path, wanted: Mapping[str, bytes], command: str, *, check: bool) -> None:
    """Write the files that differ, by path from the root; or name them and leave with status 1."""
    differing = {name: data for name, data in wanted.items() if not _is_same(root / name, data)}
    for name, data in differing.items():
        if check:
            click.echo(f"{name} ไม่ตรงกับข้อมูลต้นทาง โปรดเรียก {command} (out of step)")
        else:
            (root / name).parent.mkdir(parents=True, exist_ok=True)
            write_bytes(root / name, data)
            click.echo(f"บันทึก {name} แล้ว (written)")
    if not differing:
        click.echo(f"{', '.join(wanted)} ตรงกับข้อมูลต้นทางแล้ว (in step)")
    sys.exit(1 if check and differing else 0)


def _is_same(file: Path, data: bytes) -> bool:
    return file.is_file() and file.read_bytes() == data


@click.command()
@check_option
@root_option
@explained
def schemas(root: Path, *, check: bool) -> None:
    """เขียน JSON Schema สำหรับโปรแกรมแก้ไขข้อความ (JSON Schemas for editors, from the models)."""
    bring_into_step(root, editor_schemas(), "oit schemas", check=check)


@click.command()
@check_option
@root_option
@explained
def codeowners(root: Path, *, check: bool) -> None:
    """เขียนไฟล์ CODEOWNERS ซึ่งกำหนดผู้อนุมัติของแต่ละข้อ (who approves what, from divisions)."""
    bring_into_step(root, {"CODEOWNERS": _rendered(root)}, "oit codeowners", check=check)


def _rendered(root: Path) -> bytes:
    site = remembered_site(root)
    if site.policy is None or not site.divisions or not site.rounds:
        could_not_run(
            "อ่านข้อกำหนดหรือรายชื่อหน่วยงานไม่ได้ โปรดเรียก oit check เพื่อดูสิ่งที่ต้องแก้ไข\n"
            "[EN] Settings or divisions could not be read; oit check tells why."
        )
    return rendered(site).encode()
