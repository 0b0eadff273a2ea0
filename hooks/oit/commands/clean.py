"""`oit clean`: removes the names and positions that programs write into files."""

from collections.abc import Mapping
from contextlib import ExitStack
from itertools import groupby
from pathlib import Path

import click

from oit.commands.alone import working_alone
from oit.commands.entry.replaced import with_words
from oit.commands.exits import could_not_run, reports_errors
from oit.commands.options import EXISTING_FILE, site_of
from oit.evidence.inspect import extension
from oit.records.load import RECORDS
from oit.system.environment import read_environment
from oit.system.writing import write_bytes, write_files

_WHY = "ลบชื่อผู้จัดทำและพิกัดออกจากคุณสมบัติของไฟล์ เนื้อหาคงเดิม"


@click.command()
@click.argument("files", nargs=-1, required=True, type=EXISTING_FILE, metavar="FILE...")
@reports_errors
def clean(files: tuple[Path, ...]) -> None:
    """ลบชื่อผู้จัดทำและพิกัดออกจากไฟล์ เนื้อหาคงเดิม (remove authors and positions from files)."""
    sites = {file: _site_of_record(file) for file in files}
    with ExitStack() as alone:
        for site in sorted({site for site in sites.values() if site}):
            alone.enter_context(working_alone(site))
        cleaned = {file: _cleaned(file) for file in files}
        for root, of_site in groupby(sorted(files, key=lambda file: str(sites[file])), sites.get):
            _write(root, {file: cleaned[file] for file in of_site})
    for file in files:
        click.echo(f"{file}: ลบข้อมูลในคุณสมบัติของไฟล์แล้ว (cleaned)")


def _site_of_record(file: Path) -> Path | None:
    """The root of the site that has a file among its records; `None` for any other file."""
    root = site_of(file.absolute().parent)
    return root if root and (root / RECORDS) in file.absolute().parents else None


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
    return result.data


def _write(root: Path | None, cleaned: Mapping[Path, bytes]) -> None:
    """Those of a site all together, with a word on why they changed; others one by one."""
    if root:
        write_files(root, with_words(root, cleaned, _WHY, read_environment()))
        return
    for file, data in cleaned.items():
        write_bytes(file, data)
