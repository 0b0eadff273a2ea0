"""`oit deployable`: whether a built site is whole and of the right commit, before publishing it."""

import sys
from collections.abc import Iterator
from pathlib import Path

import click

from oit.commands.exits import could_not_run, reports_errors
from oit.commands.indexes import index_at
from oit.commands.options import root_option
from oit.commands.sites import cached_site
from oit.commands.usage import UnreadableValue
from oit.contract.index import Index
from oit.escaping import for_forge_log
from oit.records.site import Site
from oit.system.environment import COMMIT
from oit.web_address import is_web_address


class SiteLocation(click.ParamType[str]):
    """The folder of a built site, or the address at which it is served."""

    name = "site"

    def convert(self, value: str, param: click.Parameter | None, ctx: click.Context | None) -> str:
        """An address as it is; a folder that is there. Raises `UnreadableValue`."""
        if not is_web_address(value) and not Path(value).is_dir():
            raise UnreadableValue(
                f"ไม่พบโฟลเดอร์ {value} โปรดสร้างเว็บไซต์ด้วย python3 scripts/build.py ก่อน "
                "หรือระบุที่อยู่เว็บไซต์ที่ขึ้นต้นด้วย https://",
                f"There is no folder {value}; build the site first, or name its address.",
                param,
                ctx,
            )
        return value


@click.command()
@click.argument("site", type=SiteLocation(), metavar="SITE")
@click.option("--commit", required=True, help="ฉบับที่จะเผยแพร่ (the commit that is meant).")
@root_option
@reports_errors
def deployable(root: Path, site: str, commit: str) -> None:
    """ตรวจว่าเว็บไซต์ที่สร้างแล้วครบทุกข้อและตรงกับฉบับที่จะเผยแพร่ (is it whole, and the one meant)."""
    if not COMMIT.fullmatch(commit):
        could_not_run(
            "ค่า --commit ต้องเป็นรหัสเต็ม 40 หรือ 64 ตัวอักษร",
            "--commit takes the whole name of a commit.",
        )
    obstacles = obstacles_to_publishing(index_at(site), cached_site(root), commit)
    if obstacles:
        click.echo(for_forge_log("\n".join(["ยังเผยแพร่ไม่ได้ (not published):", *obstacles])))
        sys.exit(1)
    click.echo("เว็บไซต์ครบทุกข้อและตรงกับฉบับที่จะเผยแพร่ (whole, and the version that is meant)")


def obstacles_to_publishing(index: Index, records: Site, commit: str) -> list[str]:
    """Why a built site is not the one that is meant, in both languages; empty if it is."""
    return [*_commit_obstacles(index, commit), *_item_obstacles(index, records)]


def _commit_obstacles(index: Index, commit: str) -> Iterator[str]:
    if index.commit != commit:
        yield (
            f"เว็บไซต์นี้สร้างจากฉบับ {index.commit or '(ไม่ระบุ)'} แต่ฉบับที่จะเผยแพร่คือ {commit}\n"
            f"[EN] The site is of commit {index.commit}, not {commit}."
        )


def _item_obstacles(index: Index, site: Site) -> Iterator[str]:
    """Rounds whose number of items differs between mandate and index."""
    expected = {round_.fiscal_year: round_.mandate.item_count for round_ in site.rounds}
    published = {
        round_.fiscal_year: len({item.item for item in round_.items}) for round_ in index.rounds
    }
    if not expected:
        yield (
            "อ่านข้อกำหนดของรอบใดไม่ได้เลย จึงตรวจจำนวนข้อไม่ได้\n"
            "[EN] No round could be read, so there is nothing to count by."
        )
    for year in sorted(expected.keys() | published.keys()):
        found, wanted = published.get(year, 0), expected.get(year, 0)
        if found != wanted:
            yield (
                f"รอบปี {year} ของเว็บไซต์มี {found} ข้อ แต่ข้อกำหนดมี {wanted} ข้อ\n"
                f"[EN] Round {year} has {found} items on the site and {wanted} in the mandate."
            )
