"""`oit clean`: removes the names and positions that programs write into files."""

from pathlib import Path

import click

from oit.commands.entry.replaced import explained
from oit.commands.exits import could_not_run, reports_errors
from oit.commands.options import EXISTING_FILE
from oit.evidence.inspect import extension
from oit.system.environment import read_environment
from oit.system.writing import write_bytes, write_files

_WHY = "ลบชื่อผู้จัดทำและพิกัดออกจากคุณสมบัติของไฟล์ เนื้อหาคงเดิม"


@click.command()
@click.argument("files", nargs=-1, required=True, type=EXISTING_FILE, metavar="FILE...")
@reports_errors
def clean(files: tuple[Path, ...]) -> None:
    """ลบชื่อผู้จัดทำและพิกัดออกจากไฟล์ เนื้อหาคงเดิม (remove authors and positions from files)."""
    today = read_environment().today.day
    for file in files:
        data = _cleaned(file)
        if found := explained(file, data, _WHY, today):
            write_files(*found)
        else:
            write_bytes(file, data)
        click.echo(f"{file}: ลบข้อมูลในคุณสมบัติของไฟล์แล้ว (cleaned)")


def _cleaned(file: Path) -> bytes:
    from oit.evidence.clean import clean as cleaned  # heavy, and only needed here
    from oit.evidence.faults import FileFault

    result = cleaned(file.read_bytes(), extension(file.name))
    if isinstance(result, FileFault):
        could_not_run(
            f"ลบข้อมูลในคุณสมบัติของไฟล์ “{file.name}” ไม่ได้ ไฟล์ยังคงเดิม "
            "โปรดเปิดไฟล์ในโปรแกรมที่สร้างแล้วบันทึกใหม่",
            f"{file.name} could not be cleaned ({result}); it is as it was.",
        )
    return result
