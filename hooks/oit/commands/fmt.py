"""`oit fmt`: records and parts as the browser form writes them."""

import sys
from collections.abc import Iterable, Iterator
from pathlib import Path

import click

from oit.commands.options import explained, root_option
from oit.editing.front_matter import Formatted, formatted
from oit.records.load import RECORDS
from oit.system.environment import read_environment
from oit.system.writing import write_together
from oit.wording.gate_text import findings_text
from oit.wording.vocabulary import Vocabulary


@click.command()
@click.argument("paths", nargs=-1, type=click.Path(exists=True, path_type=Path))
@click.option(
    "--check",
    is_flag=True,
    help="เพียงตรวจโดยไม่แก้ไข หากมีไฟล์ที่ต้องจัดรูปแบบจะจบด้วยรหัส 1 (only look; status 1 if any).",
)
@root_option
@explained
def fmt(root: Path, paths: tuple[Path, ...], *, check: bool) -> None:
    """จัดรูปแบบข้อมูลรายการให้ตรงกับที่แบบฟอร์มบันทึก เนื้อหาคงเดิม (format records)."""
    files = {name: (root / name).read_bytes() for name in _records(root, paths)}
    results = {name: formatted(name, data) for name, data in files.items()}
    changed = {name: one.data for name, one in results.items() if one.data != files[name]}
    if not check:
        write_together(root, changed)
    for name in changed:
        click.echo(f"{name}: {'ต้องจัดรูปแบบ (to format)' if check else 'จัดรูปแบบแล้ว (formatted)'}")
    unread = _unread(results.values())
    click.echo(f"ตรวจ {len(files)} ไฟล์ จัดรูปแบบ {len(changed)} ไฟล์ ({len(files)} read)")
    click.echo(unread, err=True, nl=bool(unread))
    sys.exit(1 if unread or (check and changed) else 0)


def _records(root: Path, paths: tuple[Path, ...]) -> list[str]:
    """Records and parts, named from the root: all, or those that are or lie under the paths."""
    every = sorted((root / RECORDS).glob("*/O[0-9][0-9]/*.md"))
    wanted = [path.resolve() for path in paths]
    return [
        path.relative_to(root).as_posix()
        for path in every
        if path.is_file() and not path.is_symlink() and (not paths or _is_under(path, wanted))
    ]


def _is_under(path: Path, wanted: Iterable[Path]) -> bool:
    place = path.resolve()
    return any(place == one or one in place.parents for one in wanted)


def _unread(results: Iterable[Formatted]) -> str:
    found: Iterator[str] = (
        findings_text(one.findings, Vocabulary({}, {}), read_environment().language)
        for one in results
        if one.findings
    )
    return "\n\n".join(found)
