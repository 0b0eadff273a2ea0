"""`oit deployable`: the last question before a site is published."""

import sys
from pathlib import Path

import click

from oit.audit.deployable import obstacles
from oit.commands.indexes import index_at
from oit.commands.options import could_not_run, explained, root_option
from oit.escaping import for_forge_log
from oit.system.environment import COMMIT
from oit.system.evidence_cache import remembered_site


@click.command()
@click.argument("site", type=click.Path(exists=True, file_okay=False, path_type=Path))
@click.option("--commit", required=True, help="ฉบับที่จะเผยแพร่ (the commit that is meant).")
@root_option
@explained
def deployable(root: Path, site: Path, commit: str) -> None:
    """ตรวจว่าเว็บไซต์ที่สร้างแล้วครบทุกข้อและตรงกับฉบับที่จะเผยแพร่ (is it whole, and the one meant)."""
    if not COMMIT.fullmatch(commit):
        could_not_run(
            "ค่า --commit ต้องเป็นรหัสเต็ม 40 หรือ 64 ตัวอักษร\n"
            "[EN] --commit takes the whole name of a commit."
        )
    found = obstacles(index_at(str(site)), remembered_site(root), commit)
    if found:
        click.echo(for_forge_log("\n".join(["ยังเผยแพร่ไม่ได้ (not published):", *found])))
        sys.exit(1)
    click.echo("เว็บไซต์ครบทุกข้อและตรงกับฉบับที่จะเผยแพร่ (whole, and the version that is meant)")
