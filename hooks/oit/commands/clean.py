"""`oit clean`: removes the names and positions that programs write into files."""

from pathlib import Path

import click

from oit.commands.exits import could_not_run
from oit.commands.options import EXISTING_FILE
from oit.evidence.inspect import extension
from oit.system.writing import write_bytes


@click.command()
@click.argument("files", nargs=-1, required=True, type=EXISTING_FILE, metavar="FILE...")
def clean(files: tuple[Path, ...]) -> None:
    """ลบชื่อผู้จัดทำและพิกัดออกจากไฟล์ เนื้อหาคงเดิม (remove authors and positions from files)."""
    from oit.evidence.clean import clean as cleaned  # heavy, and only needed here
    from oit.evidence.faults import FileFault

    for file in files:
        result = cleaned(file.read_bytes(), extension(file.name))
        if isinstance(result, FileFault):
            could_not_run(
                f"ลบข้อมูลในคุณสมบัติของไฟล์ “{file.name}” ไม่ได้ ไฟล์ยังคงเดิม "
                "โปรดเปิดไฟล์ในโปรแกรมที่สร้างแล้วบันทึกใหม่",
                f"{file.name} could not be cleaned ({result}); it is as it was.",
            )
        write_bytes(file, result)
        click.echo(f"{file}: ลบข้อมูลในคุณสมบัติของไฟล์แล้ว (cleaned)")
