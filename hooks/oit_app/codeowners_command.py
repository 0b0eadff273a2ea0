"""`oit codeowners`: writes who is asked to approve what."""

import sys
from pathlib import Path

import click

from oit.codeowners import codeowners as rendered
from oit_app.atomic import write_bytes
from oit_app.evidence_cache import remembered_site
from oit_app.options import could_not_run, explained, root_option

FILE = "CODEOWNERS"


@click.command()
@click.option(
    "--check",
    is_flag=True,
    help="เพียงตรวจโดยไม่แก้ไข หากไม่ตรงกันจะจบด้วยรหัส 1 (only look; status 1 if out of step).",
)
@root_option
@explained
def codeowners(root: Path, *, check: bool) -> None:
    """เขียนไฟล์ CODEOWNERS ซึ่งกำหนดผู้อนุมัติของแต่ละข้อ (who approves what, from divisions)."""
    file = root / FILE
    wanted = _rendered(root)
    is_same = file.is_file() and file.read_bytes() == wanted
    if is_same:
        click.echo(f"{FILE} ตรงกับข้อมูลหน่วยงานแล้ว (in step)")
    elif check:
        click.echo(f"{FILE} ไม่ตรงกับข้อมูลหน่วยงาน โปรดเรียก oit codeowners (out of step)")
        sys.exit(1)
    else:
        write_bytes(file, wanted)
        click.echo(f"บันทึก {FILE} แล้ว (written)")


def _rendered(root: Path) -> bytes:
    site = remembered_site(root)
    if site.policy is None or not site.divisions or not site.rounds:
        could_not_run(
            "อ่านข้อกำหนดหรือรายชื่อหน่วยงานไม่ได้ โปรดเรียก oit check เพื่อดูสิ่งที่ต้องแก้ไข\n"
            "[EN] Settings or divisions could not be read; oit check tells why."
        )
    return rendered(site).encode()
