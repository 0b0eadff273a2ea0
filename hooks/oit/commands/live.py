"""`oit live`: whether the published site is the one that was deployed, asked at its address."""

import os
import sys
from collections.abc import Iterable
from datetime import date
from hashlib import sha256
from pathlib import Path
from urllib.parse import quote

import click

from oit.audit.verify.checksums import read_checksums
from oit.audit.verify.documents import read_index
from oit.commands.deployable import day_of, obstacles_to_publishing, require_commit
from oit.commands.exits import could_not_run, exit_with_error, reports_errors
from oit.commands.freshness import carry_out
from oit.commands.indexes import refuse_credentials
from oit.commands.options import root_option
from oit.commands.sites import cached_site
from oit.contract.addresses import CHECKSUMS
from oit.escaping import for_forge_log
from oit.forge.live import live_actions
from oit.records.site import Site
from oit.system.fetching import RequestLimits
from oit.system.forges import ForgeError, required_forge
from oit.system.sources import WebSource

_ASKED = 10
"""Files that are fetched: enough that an old copy of any part is met before long."""


@click.command()
@click.argument("address", required=False)
@click.option("--commit", required=True, help="ฉบับที่เผยแพร่ (the commit that was deployed).")
@click.option(
    "--issue",
    is_flag=True,
    help="เปิดหรือปิดเรื่องแจ้งเตือนบนระบบเก็บข้อมูลตามผลที่พบ (open or close an issue of it).",
)
@root_option
@reports_errors
def live(root: Path, address: str | None, commit: str, *, issue: bool) -> None:
    """ถามเว็บไซต์ที่เผยแพร่อยู่ว่าเป็นฉบับและวันที่ที่นำขึ้นล่าสุด (is the published site the one deployed)."""
    require_commit(commit)
    records = cached_site(root)
    asked = _address(address, records)
    found = _obstacles(asked, records, commit, day_of(records))
    if issue:
        _tell(records, asked, found)
    if found:
        heading = f"เว็บไซต์ {asked} ยังไม่ใช่ฉบับที่นำขึ้น (not the version that was deployed):"
        click.echo(for_forge_log("\n".join([heading, *found])))
        sys.exit(1)
    click.echo(f"เว็บไซต์ {asked} เป็นฉบับและวันที่ที่นำขึ้น (the version that was deployed)")


def _address(given: str | None, records: Site) -> str:
    address = given or records.site_url
    if address is None:
        could_not_run(
            "ไม่ทราบที่อยู่เว็บไซต์ โปรดกำหนด site_url ใน mkdocs.yml หรือระบุที่อยู่ต่อท้ายคำสั่ง",
            "The address of the site is not known; set site_url in mkdocs.yml, or name it.",
        )
    refuse_credentials(address)
    return address


def _obstacles(address: str, records: Site, commit: str, today: date) -> list[str]:
    source = WebSource(address, RequestLimits(), 1)
    index, _ = read_index(source.index())
    if index is None:
        return ["ไม่พบดัชนีของเว็บไซต์ที่ที่อยู่นี้\n[EN] No index can be read at this address."]
    return [
        *obstacles_to_publishing(index, records, commit, today),
        *_differing_files(source, commit),
    ]


def _differing_files(source: WebSource, commit: str) -> list[str]:
    """Some files of the site whose bytes are not those that its `checksums.txt` names."""
    hashes = read_checksums(source.fetch(CHECKSUMS)).hashes
    if not hashes:
        return [f"อ่าน {CHECKSUMS} ไม่ได้\n[EN] {CHECKSUMS} cannot be read."]
    return [
        f"ไฟล์ {path} ไม่ตรงกับค่า SHA-256 ใน {CHECKSUMS}\n[EN] {path} is not the file listed."
        for path in chosen(hashes, commit)
        if sha256(source.fetch(quote(path)).data).hexdigest() != hashes[path]
    ]


def chosen(paths: Iterable[str], commit: str) -> list[str]:
    """Ten of the paths, other ones for each commit, and the same whoever asks."""
    return sorted(paths, key=lambda path: sha256(f"{commit} {path}".encode()).hexdigest())[:_ASKED]


def _tell(records: Site, address: str, found: list[str]) -> None:
    try:
        forge = required_forge(os.environ)
        carry_out(live_actions(records, address, found, forge.own_issues()), forge)
    except ForgeError as error:
        exit_with_error(str(error))
